-- Opportunity exploitation plan (27001, 9001 and 22301 6.1.1; 9001 10.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('oep', 23, 'Opportunity exploitation plan', 'Opportunity exploitation plans',
  'The mirror of a treatment plan: a chance, what it makes use of, what it may bring, how it is reaped and how it might be lost.', 'approved_on', 'Owner', 'Risk and control');
insert into status (kind, name, position, label, style, live, closed) values
 ('oep', 'draft', 1, 'Draft', 'open', 0, 0),
 ('oep', 'approved', 2, 'Approved', 'active', 1, 0),
 ('oep', 'reaped', 3, 'Reaped', 'done', 1, 1),
 ('oep', 'lost', 4, 'Lost', 'done', 0, 1),
 ('oep', 'dropped', 5, 'Dropped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, unit) values
 ('oep', 'title', 1, 'The chance', 'Title', 'text', 'The chance in a few words.', 'always', '', '', '', 0, '', '', ''),
 ('oep', 'benefits', 2, 'The chance', 'Benefits expected', 'markdown', 'What is gained by us, by customers or by others, in figures where there are any.', 'approved reaped', '', '', '', 0, '', '', ''),
 ('oep', 'body', 3, 'The chance', 'Reaping the benefit', 'markdown', 'How the chance is taken, step by step, with what exists today.', 'approved reaped', '', '', '', 0, '', '', ''),
 ('oep', 'losing', 4, 'The chance', 'Losing the opportunity', 'markdown', 'How it may slip away, and what would tell us in time.', 'approved reaped', '', '', '', 0, '', '', ''),
 ('oep', 'window', 5, 'The chance', 'Window closes', 'date', 'The day after which the chance is gone.', '', '', '', '', 0, '', '', ''),
 ('oep', 'likelihood', 6, 'The chance', 'Likelihood of success', 'scale', 'How likely it is to be reaped.', '', 'slim=Slim #grey; fair=Fair #yellow; good=Good #green; sure=Almost sure #green', '', '', 0, '', '', ''),
 ('oep', 'gain', 7, 'The chance', 'Gain', 'scale', 'How much it would bring.', '', 'small=Small #grey; fair=Fair #yellow; large=Large #green; great=Great #green', '', '', 0, '', '', ''),
 ('oep', 'value', 8, 'The chance', 'Worth', 'money', 'What it may bring in a year, if that can be said.', '', '', '', '', 0, '', '', 'EUR'),
 ('oep', 'result', 9, 'The chance', 'What came of it', 'markdown', 'What was gained or lost in the end, and what is learnt from it.', 'reaped lost', '', '', '', 0, '', '', ''),
 ('oep', 'status', 10, 'Who and when', 'Status', 'status', 'Whether the chance is being taken, and how it ended.', 'always', '', '', '', 1, '', '', ''),
 ('oep', 'owner', 11, 'Who and when', 'Owner', 'person', 'Who sees that the chance is taken.', 'always', '', '', '', 1, 'Owns chances', 'me', ''),
 ('oep', 'approved_by', 12, 'Who and when', 'Approved by', 'person', 'Who agreed that it is worth the effort.', 'approved reaped', '', '', 'owner', 0, 'Approved', '', ''),
 ('oep', 'approved_on', 13, 'Who and when', 'Approved on', 'date', 'The day on which the Forum took it up.', 'approved reaped', '', '', '', 1, '', '', ''),
 ('oep', 'due', 14, 'Who and when', 'Next look', 'date', 'The day by which it is asked how far it has come.', '', '', '', '', 1, '', '', ''),
 ('oep', 'assets', 15, 'Linked work', 'Makes use of', 'references', 'Assets, people and services that the chance builds on.', '', '', 'asset supplier party', '', 0, 'Used by chances', '', ''),
 ('oep', 'objectives', 16, 'Linked work', 'Serves', 'references', 'Objectives that it helps to reach.', '', '', 'objective', '', 0, 'Helped by', '', ''),
 ('oep', 'risks', 17, 'Linked work', 'Risks taken with it', 'references', 'What may go wrong because the chance is taken.', '', '', 'risk rtp', '', 0, 'Taken with', '', ''),
 ('oep', 'actions', 18, 'Linked work', 'Taken through', 'references', 'To-dos, changes and projects.', '', '', 'todo change project', '', 0, 'From chance', '', ''),
 ('oep', 'clauses', 19, 'Linked work', 'Clauses', 'clauses', 'Clauses that it serves, such as 9001/6.1.2.', '', '', '', '', 0, 'Chances', '', '');
insert into soa_role (kind, field, role) values
 ('oep', 'clauses', 'driver'),
 ('oep', 'text', 'driver');
