-- Questionnaire (9001 9.1.2; 27001 7.3, A.5.22 and A.6.7).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('questionnaire', 13, 'Questionnaire', 'Questionnaires',
  'Questions put to many: self-assessments of staff, questions to suppliers, surveys of customers.', 'issued_on', 'Asked by', 'Audit and review');
insert into status (kind, name, position, label, style, live, closed) values
 ('questionnaire', 'draft', 1, 'Draft', 'open', 0, 0),
 ('questionnaire', 'issued', 2, 'Sent out', 'active', 1, 0),
 ('questionnaire', 'closed', 3, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, computed) values
 ('questionnaire', 'title', 1, 'The questions', 'Title', 'text', 'What is asked about, and of whom.', 'always', '', '', '', 0, '', '', '', ''),
 ('questionnaire', 'purpose', 2, 'The questions', 'What for', 'text', 'What will be done with the answers; nobody likes to answer for nothing.', '', '', '', '', 0, '', '', '', ''),
 ('questionnaire', 'body', 3, 'The questions', 'Questions', 'markdown', 'The questions, numbered, each answerable in a line. Ask for facts, not for agreement.', 'issued closed', '', '', '', 0, '', '', '', ''),
 ('questionnaire', 'audience', 4, 'The questions', 'Asked of', 'choice', 'Who is to answer.', 'always', 'staff=Staff; suppliers=Suppliers; customers=Customers; managers=Managers; others=Others', '', '', 2, '', '', '', ''),
 ('questionnaire', 'expected', 5, 'The questions', 'Answers expected', 'number', 'How many were asked.', '', '', '', '', 0, '', '', '0..', ''),
 ('questionnaire', 'answers', 6, 'The questions', 'Answers received', 'number', 'How many answers refer to this questionnaire.', '', '', '', '', 1, '', '', '', 'count answer questionnaire'),
 ('questionnaire', 'result', 7, 'The questions', 'What the answers say', 'markdown', 'The sum of the answers and what follows from it.', 'closed', '', '', '', 0, '', '', '', ''),
 ('questionnaire', 'status', 8, 'Who and when', 'Status', 'status', 'Answers are expected while it is sent out.', 'always', '', '', '', 1, '', '', '', ''),
 ('questionnaire', 'owner', 9, 'Who and when', 'Asked by', 'person', 'Who sends it and reads the answers.', 'always', '', '', '', 1, 'Asks', 'me', '', ''),
 ('questionnaire', 'issued_on', 10, 'Who and when', 'Sent out on', 'date', 'The day on which the questions went out.', 'issued closed', '', '', '', 0, '', '', '', ''),
 ('questionnaire', 'due', 11, 'Who and when', 'Answers due', 'date', 'The day by which the answers are to be here.', '', '', '', '', 1, '', 'today+30', '', ''),
 ('questionnaire', 'closed_on', 12, 'Who and when', 'Closed on', 'date', 'The day from which no more answers were taken.', 'closed', '', '', '', 0, '', '', '', ''),
 ('questionnaire', 'about', 13, 'Linked work', 'Asks about', 'references', 'Pages, suppliers or audits that the questions serve.', '', '', '', '', 0, 'Questionnaires', '', '', ''),
 ('questionnaire', 'actions', 14, 'Linked work', 'Led to', 'references', 'To-dos that came of the answers.', '', '', 'todo change', '', 0, 'Came from answers to', '', '', ''),
 ('questionnaire', 'clauses', 15, 'Linked work', 'Clauses', 'clauses', 'Clauses that the answers show, such as 27001/A.6.7.', '', '', '', '', 0, 'Asked in', '', '', '');
