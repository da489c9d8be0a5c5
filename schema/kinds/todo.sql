-- To-do: the one list of corrective actions, preventive actions and
-- improvements (27001 10.1 and 10.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('todo', 1, 'To-do', 'To-Do-List',
  'The one list of corrective actions, preventive actions and improvements. Practice is described in the manual as it is; every change to it stands here first.', 'closed_on', 'Owner', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('todo', 'open', 1, 'Open', 'open', 0, 0),
 ('todo', 'active', 2, 'In progress', 'active', 0, 0),
 ('todo', 'check', 3, 'Awaiting check', 'wait', 0, 0),
 ('todo', 'closed', 4, 'Closed', 'done', 1, 1),
 ('todo', 'dropped', 5, 'Dropped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, unit, computed) values
 ('todo', 'title', 1, 'What is to be done', 'Title', 'text', 'Say the result, not the task: what will be true when it is done.', 'always', '', '', '', 0, '', '', '', ''),
 ('todo', 'happened', 2, 'What is to be done', 'What happened', 'markdown', 'The facts, with references to where they were found.', '', '', '', '', 0, '', '', '', ''),
 ('todo', 'origin', 3, 'What is to be done', 'Where it came from', 'choice', 'The source an auditor counts by: are actions born of audits only, or of daily work too?', '', 'audit=Audit; review=Management review; incident=Incident; risk=Risk or treatment plan; measurement=Measurement; complaint=Complaint or feedback; change=Change; exercise=Exercise or test; supplier=Supplier; idea=Idea of somebody', '', '', 0, '', '', '', ''),
 ('todo', 'correction', 4, 'What is to be done', 'Done at once', 'markdown', 'What was put right or contained straight away, before the cause was known.', '', '', '', '', 0, '', '', '', ''),
 ('todo', 'elsewhere', 5, 'What is to be done', 'Could it happen elsewhere', 'text', 'Where else the same cause may be at work, and what was found on looking there.', '', '', '', '', 0, '', '', '', ''),
 ('todo', 'cause', 6, 'What is to be done', 'Correction and cause', 'markdown', 'What was put right at once, and why it could happen.', '', '', '', '', 0, '', '', '', ''),
 ('todo', 'body', 7, 'What is to be done', 'Action', 'markdown', 'What will be done so that it does not happen again.', '', '', '', '', 0, '', '', '', ''),
 ('todo', 'criterion', 8, 'What is to be done', 'It has worked when', 'text', 'How somebody else will see that the action worked. Set it before the work begins.', 'active check closed', '', '', '', 0, '', '', '', ''),
 ('todo', 'status', 9, 'Who and when', 'Status', 'status', 'Where it stands. It is closed only when somebody else has seen that it worked.', 'always', '', '', '', 1, '', '', '', ''),
 ('todo', 'owner', 10, 'Who and when', 'Owner', 'person', 'Who sees to it.', 'always', '', '', '', 1, 'Owns', 'me', '', ''),
 ('todo', 'due', 11, 'Who and when', 'Due', 'date', 'The date by which the result is to be there; moving it leaves a trace in the history.', '', '', '', '', 1, '', '', '', ''),
 ('todo', 'raised_on', 12, 'Who and when', 'Raised on', 'date', 'The day on which it was entered; how long it stays open is counted from here.', '', '', '', '', 0, '', 'today', '', ''),
 ('todo', 'priority', 13, 'Who and when', 'Priority', 'choice', 'How soon it is taken up beside other work.', '', 'high=High; normal=Normal; low=Low', '', '', 0, '', 'normal', '', ''),
 ('todo', 'type', 14, 'Who and when', 'Kind', 'choice', 'A correction mends what is wrong; a corrective action removes its cause, a preventive action a cause that has not struck yet; an improvement makes good things better.', 'always', 'corrective=Corrective action; preventive=Preventive action; improvement=Improvement; correction=Correction', '', '', 2, '', '', '', ''),
 ('todo', 'severity', 15, 'Who and when', 'Severity', 'choice', 'The grade of the nonconformity behind it, if there is one.', '', 'major=Major nonconformity; minor=Minor nonconformity; none=No nonconformity', '', '', 0, '', '', '', ''),
 ('todo', 'checker', 16, 'Who and when', 'Checked by', 'person', 'Somebody other than the owner looks at the result against the criterion.', '', '', '', 'owner', 0, 'Checks', '', '', ''),
 ('todo', 'checked_on', 17, 'Who and when', 'Checked on', 'date', 'The day on which the checker looked. Leave some weeks between the action and the look.', '', '', '', '', 0, '', '', '', ''),
 ('todo', 'result', 18, 'Who and when', 'Result of the check', 'choice', 'Whether the criterion was fulfilled. If not, the cause was another one and the work goes on.', '', 'effective=It worked; partly=It worked in part; not=It did not work', '', '', 0, '', '', '', ''),
 ('todo', 'result_note', 19, 'Who and when', 'What the check showed', 'markdown', 'What the checker looked at, and what was seen; the sample, not only the verdict.', '', '', '', '', 0, '', '', '', ''),
 ('todo', 'closed_on', 20, 'Who and when', 'Closed on', 'date', 'The day on which nothing more was to be done.', 'closed', '', '', '', 0, '', '', '', ''),
 ('todo', 'open_days', 21, 'Who and when', 'Days open', 'number', 'Counted from the day it was raised to the day it was closed, or to today.', '', '', '', '', 0, '', '', 'days', 'days_open raised_on closed_on'),
 ('todo', 'late', 22, 'Who and when', 'Late', 'yesno', 'Whether its date has passed while it is still open.', '', '', '', '', 0, '', '', '', 'overdue'),
 ('todo', 'source', 23, 'Linked work', 'Raised by', 'references', 'What led to it: a finding, a review, an incident.', '', '', '', '', 2, 'Led to', '', '', ''),
 ('todo', 'through', 24, 'Linked work', 'Done through', 'references', 'The changes and to-dos that carry it out.', '', '', 'change todo', '', 0, 'Carries out', '', '', ''),
 ('todo', 'changes', 25, 'Linked work', 'Changes', 'references', 'Pages and records that will read differently afterwards.', '', '', '', '', 0, 'Changed by', '', '', ''),
 ('todo', 'clauses', 26, 'Linked work', 'Serves', 'clauses', 'Such as 27001/A.8.13.', '', '', '', '', 0, 'To do', '', '', ''),
 ('todo', 'evidence', 27, 'Linked work', 'Evidence', 'references', 'Files and document records that show the result.', '', '', '', '', 0, 'Evidence of', '', '', '');
