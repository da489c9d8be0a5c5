-- Applicability statement: why ideas of a list apply, or do not (27001 6.1.3 d).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('applicability', 8, 'Applicability statement', 'Applicability statements',
  'What we say of ideas of the Alternative Ideas List: that they apply, and what calls for them, or that they do not, and why. Together with the manual they make the Statement of Applicability.', 'decided_on', 'Owner', 'Daily work');
insert into status (kind, name, position, label, style, live, closed, approves) values
 ('applicability', 'proposed', 1, 'Proposed', 'open', 0, 0, 0),
 ('applicability', 'agreed', 2, 'Agreed', 'done', 1, 0, 1),
 ('applicability', 'withdrawn', 3, 'Withdrawn', 'done', 0, 1, 0);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('applicability', 'title', 1, 'The statement', 'Title', 'text', 'Which idea applies or does not, in a few words.', 'always', '', '', '', 0, '', ''),
 ('applicability', 'excludes', 2, 'The statement', 'Does not apply', 'demands', 'Such as 27001/A.8.28; each clause by itself, not the heading above it.', '', '', '', '', 0, 'Excluded by', ''),
 ('applicability', 'applies', 3, 'The statement', 'Applies', 'clauses', 'Ideas that apply for the reason given here, such as 27001/A.5.7.', '', '', '', '', 0, 'Applies by', ''),
 ('applicability', 'drivers', 4, 'The statement', 'Called for by', 'references', 'The plan, risk, law, contract or measure that calls for it, such as rtp:5.', '', '', 'rtp oep risk obligation requirement party measure', '', 0, 'Calls for ideas', ''),
 ('applicability', 'body', 5, 'The statement', 'Reason', 'markdown', 'Why it applies or not, so that an auditor need not ask.', '', '', '', '', 0, '', ''),
 ('applicability', 'status', 6, 'Who and when', 'Status', 'status', 'It counts only when the Forum has agreed.', 'always', '', '', '', 1, '', ''),
 ('applicability', 'owner', 7, 'Who and when', 'Owner', 'person', 'Who answers for the statement and looks at it again when something changes.', 'always', '', '', '', 1, 'Owns', 'me'),
 ('applicability', 'agreed_by', 8, 'Who and when', 'Agreed by', 'person', 'Who agreed for the Forum.', 'agreed', '', '', '', 0, 'Agreed', ''),
 ('applicability', 'decided_on', 9, 'Who and when', 'Decided on', 'date', 'The day on which the Forum agreed, or confirmed it.', 'agreed', '', '', '', 1, '', ''),
 ('applicability', 'due', 10, 'Who and when', 'Next look', 'date', 'The day by which it is asked whether the statement still holds.', '', '', '', '', 0, '', '');
insert into soa_role (kind, field, role) values
 ('applicability', 'excludes', 'excluded'),
 ('applicability', 'applies', 'applied'),
 ('applicability', 'drivers', 'drivers'),
 ('applicability', 'body', 'reason'),
 ('applicability', 'agreed_by', 'agreed-by');
