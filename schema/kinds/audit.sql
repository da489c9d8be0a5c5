-- Internal audit (27001 9.2).
insert into kind (name, position, label, plural, description, dated, owner_label) values
 ('audit', 2, 'Audit', 'Internal audits',
  'Each audit with its scope, its dates and its conclusion. Its findings are records of their own.', 'ended', 'Auditor');
insert into status (kind, name, position, label, style, live, closed) values
 ('audit', 'planned', 1, 'Planned', 'open', 0, 0),
 ('audit', 'running', 2, 'Under way', 'active', 0, 0),
 ('audit', 'reported', 3, 'Reported', 'wait', 1, 0),
 ('audit', 'closed', 4, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('audit', 'title', 1, 'The audit', 'Title', 'text', 'What was audited, in a few words.', 'always', '', '', '', 0, ''),
 ('audit', 'scope', 2, 'The audit', 'Scope', 'text', 'Sites, processes and clauses.', 'always', '', '', '', 0, ''),
 ('audit', 'body', 3, 'The audit', 'Conclusion', 'markdown', 'What the auditor concluded. Findings are written as records of their own.', 'reported closed', '', '', '', 0, ''),
 ('audit', 'independence', 4, 'The audit', 'Independent of', 'text', 'Why the auditor is not judging their own work.', 'reported closed', '', '', '', 0, ''),
 ('audit', 'status', 5, 'Who and when', 'Status', 'status', '', 'always', '', '', '', 1, ''),
 ('audit', 'owner', 6, 'Who and when', 'Auditor', 'person', '', 'always', '', '', '', 1, 'Audits'),
 ('audit', 'due', 7, 'Who and when', 'Planned for', 'date', '', '', '', '', '', 0, ''),
 ('audit', 'started', 8, 'Who and when', 'Began', 'date', '', 'running reported closed', '', '', '', 0, ''),
 ('audit', 'ended', 9, 'Who and when', 'Ended', 'date', '', 'reported closed', '', '', '', 1, ''),
 ('audit', 'reported_on', 10, 'Who and when', 'Reported', 'date', '', 'reported closed', '', '', '', 0, ''),
 ('audit', 'programme', 11, 'Linked work', 'Planned in', 'references', 'The audit programme it belongs to.', '', '', '', '', 0, 'Audits planned'),
 ('audit', 'report', 12, 'Linked work', 'Report', 'references', '', '', '', 'file document', '', 0, 'Report of'),
 ('audit', 'clauses', 13, 'Linked work', 'Clauses audited', 'clauses', 'Such as 27001/9.2.1.', '', '', '', '', 0, 'Audited by');
