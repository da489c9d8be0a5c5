-- Complaint, praise or other feedback (9001 8.2.1, 9.1.2, 10.2; 27001 4.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('complaint', 80, 'Feedback', 'Complaints and feedback',
  'What customers and others told us, good and bad: what was done, what was answered, and what is learnt.', 'received_on', 'Handled by', 'Quality');
insert into status (kind, name, position, label, style, live, closed) values
 ('complaint', 'received', 1, 'Received', 'open', 0, 0),
 ('complaint', 'active', 2, 'Being looked into', 'active', 1, 0),
 ('complaint', 'answered', 3, 'Answered', 'wait', 1, 0),
 ('complaint', 'closed', 4, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, unit, computed) values
 ('complaint', 'title', 1, 'What we were told', 'Title', 'text', 'What it is about, in one line.', 'always', '', '', '', 0, '', '', '', ''),
 ('complaint', 'type', 2, 'What we were told', 'Kind', 'choice', 'What was said; praise is counted too.', 'always', 'complaint=Complaint; praise=Praise; idea=Idea or wish; question=Question', '', '', 2, '', '', '', ''),
 ('complaint', 'body', 3, 'What we were told', 'In their words', 'markdown', 'What was said or written, as exactly as possible.', 'always', '', '', '', 0, '', '', '', ''),
 ('complaint', 'channel', 4, 'What we were told', 'How it came', 'choice', 'The way on which it reached us.', '', 'telephone=Telephone; mail=E-mail; letter=Letter; visit=In person; portal=Portal; survey=Survey; staff=Through one of us', '', '', 0, '', '', '', ''),
 ('complaint', 'from_whom', 5, 'What we were told', 'From', 'text', 'Name and place of the person who spoke.', '', '', '', '', 0, '', '', '', ''),
 ('complaint', 'severity', 6, 'What we were told', 'Weight', 'scale', 'How much it matters to them and to others like them.', '', 'low=Low #green; medium=Medium #yellow; high=High #red', '', '', 1, '', '', '', ''),
 ('complaint', 'justified', 7, 'What we were told', 'Justified', 'choice', 'Whether we did not do what was promised.', '', 'yes=Yes; partly=In part; no=No', '', '', 0, '', '', '', ''),
 ('complaint', 'correction', 8, 'What we did', 'Put right', 'markdown', 'What was done for them at once.', 'answered closed', '', '', '', 0, '', '', '', ''),
 ('complaint', 'cause', 9, 'What we did', 'Cause', 'markdown', 'Why it could happen. If it may happen again, a to-do follows.', '', '', '', '', 0, '', '', '', ''),
 ('complaint', 'answer', 10, 'What we did', 'Answer', 'markdown', 'What they were told.', 'answered closed', '', '', '', 0, '', '', '', ''),
 ('complaint', 'satisfied', 11, 'What we did', 'Satisfied', 'choice', 'What they said to the answer; ask, do not guess.', '', 'yes=Yes; partly=In part; no=No; unknown=Not known', '', '', 0, '', '', '', ''),
 ('complaint', 'status', 12, 'Who and when', 'Status', 'status', 'Closed when the answer was given and heard.', 'always', '', '', '', 1, '', '', '', ''),
 ('complaint', 'owner', 13, 'Who and when', 'Handled by', 'person', 'Who looks into it and answers.', 'active answered closed', '', '', '', 1, 'Handles feedback', 'me', '', ''),
 ('complaint', 'received_on', 14, 'Who and when', 'Received on', 'date', 'The day on which it reached us.', 'always', '', '', '', 1, '', 'today', '', ''),
 ('complaint', 'acknowledged_on', 15, 'Who and when', 'Acknowledged on', 'date', 'The day on which they were told that we look into it.', '', '', '', '', 0, '', '', '', ''),
 ('complaint', 'due', 16, 'Who and when', 'Answer due', 'date', 'The day by which they are to have an answer.', '', '', '', '', 0, '', 'today+14', '', ''),
 ('complaint', 'answered_on', 17, 'Who and when', 'Answered on', 'date', 'The day on which they had the answer.', 'answered closed', '', '', '', 0, '', '', '', ''),
 ('complaint', 'open_days', 18, 'Who and when', 'Days to the answer', 'number', 'From the day it came to the day of the answer, or to today.', '', '', '', '', 0, '', '', 'days', 'days_open received_on answered_on'),
 ('complaint', 'party', 19, 'Linked work', 'Customer or party', 'reference', 'The interested party it came from.', '', '', 'party supplier', '', 0, 'Feedback', '', '', ''),
 ('complaint', 'about', 20, 'Linked work', 'About', 'references', 'Incident, output, activity or page it is about.', '', '', '', '', 0, 'Feedback', '', '', ''),
 ('complaint', 'actions', 21, 'Linked work', 'Led to', 'references', 'To-dos and changes that came of it.', '', '', 'todo change oep', '', 0, 'From feedback', '', '', ''),
 ('complaint', 'clauses', 22, 'Linked work', 'Clauses', 'clauses', 'Clauses it bears on, such as 9001/9.1.2.', '', '', '', '', 0, 'Feedback', '', '', '');
