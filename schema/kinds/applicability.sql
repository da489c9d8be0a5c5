-- Applicability statement: why ideas of a list do not apply (27001 6.1.3 d).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('applicability', 8, 'Applicability statement', 'Applicability statements',
  'Ideas of the Alternative Ideas List that do not apply to us, each with its reason. Together with the manual they make the Statement of Applicability.', 'decided_on', 'Owner', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('applicability', 'proposed', 1, 'Proposed', 'open', 0, 0),
 ('applicability', 'agreed', 2, 'Agreed', 'done', 1, 0),
 ('applicability', 'withdrawn', 3, 'Withdrawn', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('applicability', 'title', 1, 'The statement', 'Title', 'text', 'Which idea does not apply, in a few words.', 'always', '', '', '', 0, '', ''),
 ('applicability', 'excludes', 2, 'The statement', 'Does not apply', 'clauses', 'Such as 27001/A.8.28.', 'always', '', '', '', 0, 'Excluded by', ''),
 ('applicability', 'body', 3, 'The statement', 'Reason', 'markdown', 'Why it does not apply, so that an auditor need not ask.', '', '', '', '', 0, '', ''),
 ('applicability', 'status', 4, 'Who and when', 'Status', 'status', 'It counts only when the Forum has agreed.', 'always', '', '', '', 1, '', ''),
 ('applicability', 'owner', 5, 'Who and when', 'Owner', 'person', 'Who answers for the statement and looks at it again when something changes.', 'always', '', '', '', 1, 'Owns', 'me'),
 ('applicability', 'decided_on', 6, 'Who and when', 'Decided on', 'date', 'The day on which the Forum agreed, or confirmed it.', 'agreed', '', '', '', 1, '', ''),
 ('applicability', 'due', 7, 'Who and when', 'Next look', 'date', 'The day by which it is asked whether the idea still does not apply.', '', '', '', '', 0, '', '');
