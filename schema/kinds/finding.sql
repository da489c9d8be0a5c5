-- Audit finding: nonconformity, observation or opportunity (27001 9.2, 10.2).
-- No status is live evidence: a finding speaks against a clause, not for it.
-- An expectation that wants findings names their statuses.
insert into kind (name, position, label, plural, description, dated, owner_label) values
 ('finding', 3, 'Finding', 'Findings',
  'What audits found: nonconformities, observations and opportunities, each tied to its audit, its clause and what came of it.', 'raised_on', 'Answered by');
insert into status (kind, name, position, label, style, live, closed) values
 ('finding', 'open', 1, 'Open', 'open', 0, 0),
 ('finding', 'answered', 2, 'Answered', 'wait', 0, 0),
 ('finding', 'closed', 3, 'Closed', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('finding', 'title', 1, 'The finding', 'Title', 'text', 'The fact, in one line.', 'always', '', '', '', 0, ''),
 ('finding', 'body', 2, 'The finding', 'What was found', 'markdown', 'Requirement, evidence seen, and how the two differ.', 'always', '', '', '', 0, ''),
 ('finding', 'grade', 3, 'The finding', 'Grade', 'choice', '', 'always', 'major=Major nonconformity; minor=Minor nonconformity; observation=Observation; opportunity=Opportunity for improvement', '', '', 1, ''),
 ('finding', 'status', 4, 'Who and when', 'Status', 'status', '', 'always', '', '', '', 1, ''),
 ('finding', 'owner', 5, 'Who and when', 'Answered by', 'person', 'Who answers for what is done about it.', '', '', '', '', 1, 'Answers'),
 ('finding', 'due', 6, 'Who and when', 'Answer due', 'date', '', '', '', '', '', 1, ''),
 ('finding', 'raised_on', 7, 'Who and when', 'Raised', 'date', '', 'always', '', '', '', 0, ''),
 ('finding', 'closed_on', 8, 'Who and when', 'Closed on', 'date', '', 'closed', '', '', '', 0, ''),
 ('finding', 'audit', 9, 'Linked work', 'Raised in', 'reference', 'The audit, such as audit:3.', '', '', 'audit', '', 2, 'Findings'),
 ('finding', 'led_to', 10, 'Linked work', 'Led to', 'references', 'The review or to-do that took it up.', '', '', '', '', 0, 'Comes from'),
 ('finding', 'clauses', 11, 'Linked work', 'Against', 'clauses', 'Such as 27001/A.8.13.', '', '', '', '', 0, 'Findings');
