-- To-do: the one list of corrective actions, preventive actions and
-- improvements (27001 10.1 and 10.2).
insert into kind (name, position, label, plural, description, dated, owner_label) values
 ('todo', 1, 'To-do', 'To-Do-List',
  'The one list of corrective actions, preventive actions and improvements. Practice is described in the manual as it is; every change to it stands here first.',
  'closed_on', 'Owner');
insert into status (kind, name, position, label, style, live, closed) values
 ('todo', 'open', 1, 'Open', 'open', 0, 0),
 ('todo', 'active', 2, 'In progress', 'active', 0, 0),
 ('todo', 'check', 3, 'Awaiting check', 'wait', 0, 0),
 ('todo', 'closed', 4, 'Closed', 'done', 1, 1),
 ('todo', 'dropped', 5, 'Dropped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('todo', 'title', 1, 'What is to be done', 'Title', 'text', 'Say the result, not the task: what will be true when it is done.', 'always', '', '', '', 0, ''),
 ('todo', 'happened', 2, 'What is to be done', 'What happened', 'markdown', 'The facts, with references to where they were found.', '', '', '', '', 0, ''),
 ('todo', 'cause', 3, 'What is to be done', 'Correction and cause', 'markdown', 'What was put right at once, and why it could happen.', '', '', '', '', 0, ''),
 ('todo', 'body', 4, 'What is to be done', 'Action', 'markdown', 'What will be done so that it does not happen again.', '', '', '', '', 0, ''),
 ('todo', 'criterion', 5, 'What is to be done', 'It has worked when', 'text', 'How somebody else will see that the action worked. Set it before the work begins.', 'active check closed', '', '', '', 0, ''),
 ('todo', 'status', 6, 'Who and when', 'Status', 'status', '', 'always', '', '', '', 1, ''),
 ('todo', 'owner', 7, 'Who and when', 'Owner', 'person', 'Who sees to it.', 'always', '', '', '', 1, 'Owns'),
 ('todo', 'due', 8, 'Who and when', 'Due', 'date', '', '', '', '', '', 1, ''),
 ('todo', 'priority', 9, 'Who and when', 'Priority', 'choice', '', '', 'high=High; normal=Normal; low=Low', '', '', 0, ''),
 ('todo', 'type', 10, 'Who and when', 'Kind', 'choice', '', 'always', 'corrective=Corrective action; preventive=Preventive action; improvement=Improvement; correction=Correction', '', '', 2, ''),
 ('todo', 'severity', 11, 'Who and when', 'Severity', 'choice', '', '', 'major=Major nonconformity; minor=Minor nonconformity; none=No nonconformity', '', '', 0, ''),
 ('todo', 'checker', 12, 'Who and when', 'Checked by', 'person', 'Somebody other than the owner looks at the result against the criterion.', '', '', '', 'owner', 0, 'Checks'),
 ('todo', 'checked_on', 13, 'Who and when', 'Checked on', 'date', '', '', '', '', '', 0, ''),
 ('todo', 'closed_on', 14, 'Who and when', 'Closed on', 'date', '', 'closed', '', '', '', 0, ''),
 ('todo', 'source', 15, 'Linked work', 'Raised by', 'references', 'What led to it: a finding, a review, an incident.', '', '', '', '', 2, 'Led to'),
 ('todo', 'through', 16, 'Linked work', 'Done through', 'references', 'The changes and to-dos that carry it out.', '', '', 'change todo', '', 0, 'Carries out'),
 ('todo', 'changes', 17, 'Linked work', 'Changes', 'references', 'Pages and records that will read differently afterwards.', '', '', '', '', 0, 'Changed by'),
 ('todo', 'clauses', 18, 'Linked work', 'Serves', 'clauses', 'Such as 27001/A.8.13.', '', '', '', '', 0, 'To do'),
 ('todo', 'evidence', 19, 'Linked work', 'Evidence', 'references', 'Files and document records that show the result.', '', '', '', '', 0, 'Evidence of');
