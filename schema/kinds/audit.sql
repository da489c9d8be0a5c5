-- Internal audit (27001 9.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('audit', 2, 'Audit', 'Internal audits',
  'Each audit with its scope, its dates and its conclusion. Its findings are records of their own.', 'ended', 'Auditor', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('audit', 'planned', 1, 'Planned', 'open', 0, 0),
 ('audit', 'running', 2, 'Under way', 'active', 0, 0),
 ('audit', 'reported', 3, 'Reported', 'wait', 1, 0),
 ('audit', 'closed', 4, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('audit', 'title', 1, 'The audit', 'Title', 'text', 'What was audited, in a few words.', 'always', '', '', '', 0, '', ''),
 ('audit', 'type', 2, 'The audit', 'Kind of audit', 'choice', 'Who audits whom: our own auditors, the certification body, or we a supplier.', '', 'internal=Internal audit; certification=Certification audit; surveillance=Surveillance audit; recertification=Recertification audit; supplier=Audit of a supplier; customer=Audit by a customer', '', '', 0, '', 'internal'),
 ('audit', 'scope', 3, 'The audit', 'Scope', 'text', 'Sites, processes and clauses.', 'always', '', '', '', 0, '', ''),
 ('audit', 'criteria', 4, 'The audit', 'Measured against', 'text', 'The standard, the pages, laws or contracts against which the work is judged.', '', '', '', '', 0, '', ''),
 ('audit', 'method', 5, 'The audit', 'How', 'choices', 'How the auditor came to know. Looking at work weighs more than reading about it.', '', 'interview=Talks; observation=Watching the work; documents=Reading documents and records; sample=Samples; test=Test; remote=At a distance', '', '', 0, '', ''),
 ('audit', 'sample', 6, 'The audit', 'What was sampled', 'markdown', 'Which cases, people, machines and dates were looked at, so that the next auditor can take others.', '', '', '', '', 0, '', ''),
 ('audit', 'body', 7, 'The audit', 'Conclusion', 'markdown', 'What the auditor concluded. Findings are written as records of their own.', 'reported closed', '', '', '', 0, '', ''),
 ('audit', 'verdict', 8, 'The audit', 'Verdict', 'choice', 'The sum of it in one word: does the audited part conform, and is it kept up?', '', 'conforms=Conforms; minor=Conforms, with minor matters; major=Does not conform in an important point', '', '', 0, '', ''),
 ('audit', 'independence', 9, 'The audit', 'Independent of', 'text', 'Why the auditor is not judging their own work.', 'reported closed', '', '', '', 0, '', ''),
 ('audit', 'status', 10, 'Who and when', 'Status', 'status', 'Where the audit stands. It counts as evidence once it has been reported.', 'always', '', '', '', 1, '', ''),
 ('audit', 'owner', 11, 'Who and when', 'Auditor', 'person', 'Who leads it. Nobody audits their own work or that of their own manager.', 'always', '', '', '', 1, 'Audits', ''),
 ('audit', 'team', 12, 'Who and when', 'Audit team', 'references', 'Other auditors and experts who took part.', '', '', 'person', '', 0, 'Takes part in audits', ''),
 ('audit', 'audited', 13, 'Who and when', 'Those audited', 'references', 'Who was asked and who answers for the part that was looked at.', '', '', 'person', '', 0, 'Audited in', ''),
 ('audit', 'due', 14, 'Who and when', 'Planned for', 'date', 'The date it has in the programme.', '', '', '', '', 0, '', ''),
 ('audit', 'started', 15, 'Who and when', 'Began', 'date', 'The day of the opening talk.', 'running reported closed', '', '', '', 0, '', ''),
 ('audit', 'ended', 16, 'Who and when', 'Ended', 'date', 'The last day of looking; it dates the audit as evidence.', 'reported closed', '', '', '', 1, '', ''),
 ('audit', 'reported_on', 17, 'Who and when', 'Reported', 'date', 'The day on which the report went to those audited and to the Forum.', 'reported closed', '', '', '', 0, '', ''),
 ('audit', 'programme', 18, 'Linked work', 'Planned in', 'references', 'The audit programme it belongs to, such as programme:1.', '', '', '', '', 0, 'Audits planned', ''),
 ('audit', 'previous', 19, 'Linked work', 'Audit before', 'reference', 'The last audit of the same part; its findings are looked at again.', '', '', 'audit', '', 0, 'Next audit', ''),
 ('audit', 'report', 20, 'Linked work', 'Report', 'references', 'The signed report, as a file or a document record.', '', '', 'file document', '', 0, 'Report of', ''),
 ('audit', 'clauses', 21, 'Linked work', 'Clauses audited', 'clauses', 'Such as 27001/9.2.1.', '', '', '', '', 0, 'Audited by', '');
