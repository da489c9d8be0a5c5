-- Requirement of an interested party (27001, 9001 and 22301 4.2; 9001 8.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('requirement', 31, 'Requirement', 'Requirements of interested parties',
  'What an interested party asks of us, whether the system takes it up, and how it is met.', 'decided_on', 'Answered for by', 'Context and duties');
insert into status (kind, name, position, label, style, live, closed) values
 ('requirement', 'noted', 1, 'Noted', 'open', 0, 0),
 ('requirement', 'adopted', 2, 'Taken up', 'active', 1, 0),
 ('requirement', 'declined', 3, 'Not taken up', 'done', 1, 0),
 ('requirement', 'ended', 4, 'Ended', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('requirement', 'title', 1, 'The requirement', 'Title', 'text', 'What is asked, in one line.', 'always', '', '', '', 0, ''),
 ('requirement', 'body', 2, 'The requirement', 'In their words and ours', 'markdown', 'What the party said or wrote, and what we take it to mean.', '', '', '', '', 0, ''),
 ('requirement', 'type', 3, 'The requirement', 'Force', 'choice', 'How binding it is: a wish can be declined, a duty cannot.', 'always', 'law=Law or licence; contract=Contract; stated=Stated need; implied=Expected without being said; wish=Wish', '', '', 2, ''),
 ('requirement', 'climate', 4, 'The requirement', 'Concerns climate', 'yesno', 'Whether it has to do with a changing climate; the standards ask that this is considered.', '', '', '', '', 0, ''),
 ('requirement', 'reason', 5, 'The requirement', 'Why taken up or not', 'markdown', 'What the Forum weighed when it decided.', 'declined', '', '', '', 0, ''),
 ('requirement', 'met', 6, 'The requirement', 'Met', 'choice', 'Whether we do what is asked.', '', 'yes=Met; partly=Met in part; no=Not met; unknown=Not known', '', '', 1, ''),
 ('requirement', 'how', 7, 'The requirement', 'How it is met', 'markdown', 'Where the answer lies, and how we would notice that it is no longer met.', '', '', '', '', 0, ''),
 ('requirement', 'status', 8, 'Who and when', 'Status', 'status', 'Whether the system takes it up.', 'always', '', '', '', 1, ''),
 ('requirement', 'owner', 9, 'Who and when', 'Answered for by', 'person', 'Who sees that it is met.', 'adopted', '', '', '', 1, 'Answers for'),
 ('requirement', 'decided_on', 10, 'Who and when', 'Decided on', 'date', 'The day on which it was taken up or declined.', 'adopted declined', '', '', '', 0, ''),
 ('requirement', 'due', 11, 'Who and when', 'Next look', 'date', 'The day by which it is asked whether it still stands and is met.', '', '', '', '', 0, ''),
 ('requirement', 'party', 12, 'Linked work', 'Asked by', 'reference', 'The interested party, such as party:1.', 'always', '', 'party', '', 2, 'Requirements'),
 ('requirement', 'obligation', 13, 'Linked work', 'Binding through', 'references', 'The law or contract that makes it binding.', '', '', 'obligation', '', 0, 'Makes binding'),
 ('requirement', 'met_by', 14, 'Linked work', 'Met by', 'references', 'Pages, measures, objectives and plans that answer it.', '', '', 'page section measure objective plan kpi', '', 0, 'Meets requirement'),
 ('requirement', 'clauses', 15, 'Linked work', 'Clauses', 'clauses', 'Clauses it bears on, such as 27001/4.2.', '', '', '', '', 0, 'Requirements');
insert into soa_role (kind, field, role, value) values
 ('requirement', 'clauses', 'driver', ''),
 ('requirement', 'met_by', 'control', ''),
 ('requirement', 'status', 'idle', 'declined');
