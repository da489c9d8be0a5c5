-- Answer to a questionnaire (9001 9.1.2; 27001 A.5.22 and A.6.7).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('answer', 14, 'Answer', 'Answers',
  'What one person or organisation answered to a questionnaire, and how it was judged.', 'given_on', 'Answered by', 'Audit and review');
insert into status (kind, name, position, label, style, live, closed) values
 ('answer', 'asked', 1, 'Asked', 'open', 0, 0),
 ('answer', 'given', 2, 'Given', 'wait', 1, 0),
 ('answer', 'judged', 3, 'Judged', 'done', 1, 1),
 ('answer', 'refused', 4, 'Not given', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('answer', 'title', 1, 'The answer', 'Title', 'text', 'Who answered what, in a few words.', 'always', '', '', '', 0, '', ''),
 ('answer', 'body', 2, 'The answer', 'Answers', 'markdown', 'The answers, numbered as the questions are.', 'given judged', '', '', '', 0, '', ''),
 ('answer', 'respondent', 3, 'The answer', 'On behalf of', 'text', 'The organisation or department, if it is not the person alone.', '', '', '', '', 0, '', ''),
 ('answer', 'verdict', 4, 'The answer', 'Judgement', 'choice', 'How far the answer is what it should be.', 'judged', 'good=As it should be; partly=In part; bad=Not as it should be', '', '', 1, '', ''),
 ('answer', 'comment', 5, 'The answer', 'Reason of the judgement', 'markdown', 'What stood out, and what was checked by looking and not by asking.', '', '', '', '', 0, '', ''),
 ('answer', 'status', 6, 'Who and when', 'Status', 'status', 'Judged when somebody has read it and said what follows.', 'always', '', '', '', 1, '', ''),
 ('answer', 'owner', 7, 'Who and when', 'Answered by', 'person', 'Who answered, or who speaks with those who did.', '', '', '', '', 1, 'Answered', 'me'),
 ('answer', 'due', 8, 'Who and when', 'Due', 'date', 'The day by which the answer is to be here.', '', '', '', '', 0, '', ''),
 ('answer', 'given_on', 9, 'Who and when', 'Given on', 'date', 'The day on which the answer came.', 'given judged', '', '', '', 1, '', ''),
 ('answer', 'judge', 10, 'Who and when', 'Judged by', 'person', 'Who read it; not the one who answered.', 'judged', '', '', 'owner', 0, 'Judged', ''),
 ('answer', 'judged_on', 11, 'Who and when', 'Judged on', 'date', 'The day of the judgement.', 'judged', '', '', '', 0, '', ''),
 ('answer', 'questionnaire', 12, 'Linked work', 'Questionnaire', 'reference', 'The questionnaire that is answered, such as questionnaire:1.', 'always', '', 'questionnaire', '', 2, 'Answers', ''),
 ('answer', 'party', 13, 'Linked work', 'Answering party', 'reference', 'The supplier or interested party that answered.', '', '', 'supplier party', '', 0, 'Answers given', ''),
 ('answer', 'actions', 14, 'Linked work', 'Led to', 'references', 'To-dos and risks that came of it.', '', '', '', '', 0, 'Comes from answer', ''),
 ('answer', 'evidence', 15, 'Linked work', 'Sent with it', 'references', 'Certificates and papers that came with the answer.', '', '', 'document file', '', 0, 'Sent with', '');
