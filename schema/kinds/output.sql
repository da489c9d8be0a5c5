-- Nonconforming output (9001 8.7).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('output', 81, 'Nonconforming output', 'Nonconforming outputs',
  'Products and services that were not as they should be: what was done with them, who decided, and who looked again.', 'found_on', 'Handled by', 'Quality');
insert into status (kind, name, position, label, style, live, closed) values
 ('output', 'found', 1, 'Found', 'open', 0, 0),
 ('output', 'held', 2, 'Held back', 'active', 1, 0),
 ('output', 'decided', 3, 'Decided', 'wait', 1, 0),
 ('output', 'closed', 4, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, unit) values
 ('output', 'title', 1, 'The output', 'Title', 'text', 'What was not as it should be.', 'always', '', '', '', 0, '', '', '', ''),
 ('output', 'body', 2, 'The output', 'What is wrong', 'markdown', 'What was asked for, what was found, and how far the two lie apart.', 'always', '', '', '', 0, '', '', '', ''),
 ('output', 'identifier', 3, 'The output', 'Which', 'text', 'Job, batch, box or order number.', '', '', '', '', 0, '', '', '', ''),
 ('output', 'quantity', 4, 'The output', 'Quantity', 'number', 'How many pieces are concerned.', '', '', '', '', 0, '', '', '0..', ''),
 ('output', 'stage', 5, 'The output', 'Found', 'choice', 'Where it was found; the later, the dearer.', 'always', 'receipt=On receipt; work=At work; check=At the last check; delivery=At delivery; customer=By the customer', '', '', 1, '', '', '', ''),
 ('output', 'delivered', 6, 'The output', 'Had reached the customer', 'yesno', 'If yes, the customer is told, and what it did there is dealt with.', '', '', '', '', 0, '', '', '', ''),
 ('output', 'held', 7, 'The output', 'Held back how', 'text', 'How it was kept from being used: label, shelf, lock in the system.', '', '', '', '', 0, '', '', '', ''),
 ('output', 'type', 8, 'The output', 'What was done', 'choice', 'The decision taken on it.', 'decided closed', 'correct=Corrected; rework=Made anew; regrade=Used for something else; accept=Accepted as it is; return=Returned or recalled; scrap=Destroyed; stop=Service stopped', '', '', 1, '', '', '', ''),
 ('output', 'reason', 9, 'The output', 'Reason and concession', 'markdown', 'Why this was decided; if it was accepted as it is, who on the customers side agreed, and when.', '', '', '', '', 0, '', '', '', ''),
 ('output', 'cost', 10, 'The output', 'Cost', 'money', 'What it cost, as far as can be said.', '', '', '', '', 0, '', '', '0..', 'EUR'),
 ('output', 'status', 11, 'Who and when', 'Status', 'status', 'Closed when somebody has seen that it is as it should be now.', 'always', '', '', '', 1, '', '', '', ''),
 ('output', 'owner', 12, 'Who and when', 'Handled by', 'person', 'Who sees to it.', 'always', '', '', '', 1, 'Handles outputs', 'me', '', ''),
 ('output', 'found_on', 13, 'Who and when', 'Found on', 'date', 'The day on which it was found.', 'always', '', '', '', 1, '', 'today', '', ''),
 ('output', 'decided_by', 14, 'Who and when', 'Decided by', 'person', 'Who had the right to decide; an auditor asks for the name.', 'decided closed', '', '', '', 0, 'Decided on outputs', '', '', ''),
 ('output', 'decided_on', 15, 'Who and when', 'Decided on', 'date', 'The day of the decision.', 'decided closed', '', '', '', 0, '', '', '', ''),
 ('output', 'checked_by', 16, 'Who and when', 'Looked at again by', 'person', 'Who checked it after correction; not the one who corrected it.', '', '', '', 'owner', 0, 'Checked again', '', '', ''),
 ('output', 'checked_on', 17, 'Who and when', 'Looked at again on', 'date', 'The day of that check.', '', '', '', '', 0, '', '', '', ''),
 ('output', 'due', 18, 'Who and when', 'Due', 'date', 'The day by which it is dealt with.', '', '', '', '', 0, '', '', '', ''),
 ('output', 'told_on', 19, 'Who and when', 'Customer told on', 'date', 'The day on which the customer was told, if it had reached one.', '', '', '', '', 0, '', '', '', ''),
 ('output', 'source', 20, 'Linked work', 'Came to light by', 'references', 'Complaint, incident, calibration or audit by which it was noticed.', '', '', 'complaint incident audit calibration finding', '', 0, 'Brought to light', '', '', ''),
 ('output', 'actions', 21, 'Linked work', 'Led to', 'references', 'To-dos that remove the cause.', '', '', 'todo change', '', 0, 'From output', '', '', ''),
 ('output', 'evidence', 22, 'Linked work', 'Evidence', 'references', 'Papers of the check and of the concession.', '', '', 'document file', '', 0, 'Shows output', '', '', ''),
 ('output', 'clauses', 23, 'Linked work', 'Clauses', 'clauses', 'Clauses it bears on, such as 9001/8.7.', '', '', '', '', 0, 'Nonconforming outputs', '', '', '');
