-- Audit finding: nonconformity, observation or opportunity (27001 9.2, 10.2).
-- No status is live evidence: a finding speaks against a clause, not for it.
-- An expectation that wants findings names their statuses.
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('finding', 3, 'Finding', 'Findings',
  'What audits found: nonconformities, observations and opportunities, each tied to its audit, its clause and what came of it.', 'raised_on', 'Answered by', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('finding', 'open', 1, 'Open', 'open', 0, 0),
 ('finding', 'answered', 2, 'Answered', 'wait', 0, 0),
 ('finding', 'closed', 3, 'Closed', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('finding', 'title', 1, 'The finding', 'Title', 'text', 'The fact, in one line.', 'always', '', '', '', 0, '', ''),
 ('finding', 'body', 2, 'The finding', 'What was found', 'markdown', 'Requirement, evidence seen, and how the two differ.', 'always', '', '', '', 0, '', ''),
 ('finding', 'requirement', 3, 'The finding', 'Requirement', 'text', 'Which rule is not kept, in our own words: a page, a contract, a clause. A finding without one is an opinion.', '', '', '', '', 0, '', ''),
 ('finding', 'seen', 4, 'The finding', 'Evidence seen', 'markdown', 'What the auditor saw or was told: document, place, date, so that another would find the same.', '', '', '', '', 0, '', ''),
 ('finding', 'place', 5, 'The finding', 'Where', 'text', 'Site, department or process in which it was found.', '', '', '', '', 0, '', ''),
 ('finding', 'grade', 6, 'The finding', 'Grade', 'choice', 'Major: a requirement is not met at all or the system fails. Minor: a lapse in something that works. The other two call for no correction.', 'always', 'major=Major nonconformity; minor=Minor nonconformity; observation=Observation; opportunity=Opportunity for improvement', '', '', 1, '', ''),
 ('finding', 'again', 7, 'The finding', 'Found before', 'yesno', 'Yes if an earlier audit found the same; then the earlier action did not work.', '', '', '', '', 0, '', ''),
 ('finding', 'answer', 8, 'The finding', 'Answer', 'markdown', 'What those audited say to it: what was put right at once, why it happened, what follows.', '', '', '', '', 0, '', ''),
 ('finding', 'status', 9, 'Who and when', 'Status', 'status', 'Open until answered; answered until the auditor has seen that the answer holds.', 'always', '', '', '', 1, '', ''),
 ('finding', 'owner', 10, 'Who and when', 'Answered by', 'person', 'Who answers for what is done about it.', '', '', '', '', 1, 'Answers', ''),
 ('finding', 'due', 11, 'Who and when', 'Answer due', 'date', 'The day by which those audited say what they will do.', '', '', '', '', 1, '', ''),
 ('finding', 'answered_on', 12, 'Who and when', 'Answered on', 'date', 'The day on which the answer came.', '', '', '', '', 0, '', ''),
 ('finding', 'raised_on', 13, 'Who and when', 'Raised', 'date', 'The day on which it was told to those audited.', 'always', '', '', '', 0, '', 'today'),
 ('finding', 'verified_by', 14, 'Who and when', 'Verified by', 'person', 'Who saw that the answer holds; not the one who answered.', '', '', '', 'owner', 0, 'Verified', ''),
 ('finding', 'closed_on', 15, 'Who and when', 'Closed on', 'date', 'The day on which the auditor was satisfied.', 'closed', '', '', '', 0, '', ''),
 ('finding', 'verified', 16, 'Who and when', 'Seen at closing', 'text', 'What was looked at before it was closed.', '', '', '', '', 0, '', ''),
 ('finding', 'audit', 17, 'Linked work', 'Raised in', 'reference', 'The audit, such as audit:3.', '', '', 'audit', '', 2, 'Findings', ''),
 ('finding', 'led_to', 18, 'Linked work', 'Led to', 'references', 'The review or to-do that took it up.', '', '', '', '', 0, 'Comes from', ''),
 ('finding', 'earlier', 19, 'Linked work', 'Earlier findings', 'references', 'The findings of earlier audits that say the same.', '', '', 'finding', '', 0, 'Found again in', ''),
 ('finding', 'clauses', 20, 'Linked work', 'Against', 'clauses', 'Such as 27001/A.8.13.', '', '', '', '', 0, 'Findings', '');
