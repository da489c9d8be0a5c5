-- Audit programme over several years (27001, 9001 and 22301 9.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('programme', 10, 'Audit programme', 'Audit programmes',
  'The plan of audits over several years: what is audited, how often, by whom, and why in that order.', 'approved_on', 'Kept by', 'Audit and review');
insert into status (kind, name, position, label, style, live, closed) values
 ('programme', 'draft', 1, 'Draft', 'open', 0, 0),
 ('programme', 'approved', 2, 'Approved', 'wait', 1, 0),
 ('programme', 'running', 3, 'Running', 'active', 1, 0),
 ('programme', 'finished', 4, 'Finished', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('programme', 'title', 1, 'The programme', 'Title', 'text', 'Its name with the years it covers.', 'always', '', '', '', 0, '', '', ''),
 ('programme', 'body', 2, 'The programme', 'Aim and order', 'markdown', 'What the audits are to find out, and why this is audited before that: weight of the work, risks, findings of earlier audits.', 'approved running finished', '', '', '', 0, '', '', ''),
 ('programme', 'scope', 3, 'The programme', 'Scope', 'text', 'Sites, processes and standards that it covers; what is left out is named.', 'always', '', '', '', 0, '', '', ''),
 ('programme', 'criteria', 4, 'The programme', 'Measured against', 'text', 'The standards, pages, laws and contracts against which the audits judge.', '', '', '', '', 0, '', '', ''),
 ('programme', 'method', 5, 'The programme', 'How the audits are done', 'markdown', 'Ways of auditing, how samples are drawn, how findings are graded and reported.', '', '', '', '', 0, '', '', ''),
 ('programme', 'independence', 6, 'The programme', 'Auditors and independence', 'markdown', 'Who audits what, what makes them able to, and why nobody judges their own work.', 'approved running finished', '', '', '', 0, '', '', ''),
 ('programme', 'resources', 7, 'The programme', 'Means', 'text', 'Days, money and outside help that were granted for it.', '', '', '', '', 0, '', '', ''),
 ('programme', 'planned', 8, 'The programme', 'Audits planned', 'number', 'How many audits refer to this programme.', '', '', '', '', 0, '', '', 'count audit programme'),
 ('programme', 'status', 9, 'Who and when', 'Status', 'status', 'It runs only after it has been approved.', 'always', '', '', '', 1, '', '', ''),
 ('programme', 'owner', 10, 'Who and when', 'Kept by', 'person', 'Who draws it up and sees that the audits take place.', 'always', '', '', '', 1, 'Keeps', 'me', ''),
 ('programme', 'begins', 11, 'Who and when', 'Begins', 'date', 'The first day that it covers.', 'always', '', '', '', 1, '', '', ''),
 ('programme', 'ends', 12, 'Who and when', 'Ends', 'date', 'The last day that it covers; every clause has been audited by then.', 'always', '', '', '', 1, '', '', ''),
 ('programme', 'approved_by', 13, 'Who and when', 'Approved by', 'person', 'Who approved it; not the one who drew it up.', 'approved running finished', '', '', 'owner', 0, 'Approved', '', ''),
 ('programme', 'approved_on', 14, 'Who and when', 'Approved on', 'date', 'The day of the approval; it dates the programme as evidence.', 'approved running finished', '', '', '', 0, '', '', ''),
 ('programme', 'due', 15, 'Who and when', 'Next look', 'date', 'The day by which the programme is compared with risks and findings and corrected.', '', '', '', '', 0, '', '', ''),
 ('programme', 'previous', 16, 'Linked work', 'Programme before', 'reference', 'The programme that this one follows; what it left open is taken over.', '', '', 'programme', '', 0, 'Followed by', '', ''),
 ('programme', 'documents', 17, 'Linked work', 'Documents', 'references', 'The signed programme, or the agreement with auditors and testers.', '', '', 'document file page', '', 0, 'Programme', '', ''),
 ('programme', 'clauses', 18, 'Linked work', 'Clauses covered', 'clauses', 'The clauses that it is to reach, such as 27001/9.2.2.', '', '', '', '', 0, 'In the programme', '', '');
