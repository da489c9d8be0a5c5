-- Design and development (9001 8.3; 27001 A.5.8 and A.8.25 to A.8.29).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('design', 82, 'Design', 'Designs and developments',
  'New products and services on the way from what is asked to what is released, with inputs, reviews, verification and validation.', 'released_on', 'Led by', 'Quality');
insert into status (kind, name, position, label, style, live, closed) values
 ('design', 'planned', 1, 'Planned', 'open', 0, 0),
 ('design', 'running', 2, 'Under way', 'active', 1, 0),
 ('design', 'verified', 3, 'Verified', 'active', 1, 0),
 ('design', 'validated', 4, 'Validated', 'wait', 1, 0),
 ('design', 'released', 5, 'Released', 'done', 1, 1),
 ('design', 'stopped', 6, 'Stopped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('design', 'title', 1, 'Plan and inputs', 'Title', 'text', 'The product or service that is made.', 'always', '', '', '', 0, '', ''),
 ('design', 'body', 2, 'Plan and inputs', 'Plan', 'markdown', 'Stages, who takes part in each, and when they are looked at.', 'running verified validated released', '', '', '', 0, '', ''),
 ('design', 'inputs', 3, 'Plan and inputs', 'Inputs', 'markdown', 'What is asked: function, performance, law, standards, lessons of earlier designs, and what happens if it fails.', 'running verified validated released', '', '', '', 0, '', ''),
 ('design', 'security', 4, 'Plan and inputs', 'Security and privacy', 'markdown', 'What is asked of it for information security and privacy, decided at the start.', '', '', '', '', 0, '', ''),
 ('design', 'interfaces', 5, 'Plan and inputs', 'Interfaces', 'text', 'Who hands what to whom, customers and suppliers among them.', '', '', '', '', 0, '', ''),
 ('design', 'reviews', 6, 'Control', 'Reviews', 'markdown', 'When it was looked at, by whom, and what was decided.', '', '', '', '', 0, '', ''),
 ('design', 'verification', 7, 'Control', 'Verification', 'markdown', 'What showed that the result is what was asked for.', 'verified validated released', '', '', '', 0, '', ''),
 ('design', 'validation', 8, 'Control', 'Validation', 'markdown', 'What showed that it does what its user needs, in real use.', 'validated released', '', '', '', 0, '', ''),
 ('design', 'outputs', 9, 'Control', 'Outputs', 'markdown', 'What came out: drawings, instructions, limits, what must be checked.', 'released', '', '', '', 0, '', ''),
 ('design', 'changes', 10, 'Control', 'Changes', 'markdown', 'What was changed on the way, why, who agreed, and what it touched.', '', '', '', '', 0, '', ''),
 ('design', 'status', 11, 'Who and when', 'Status', 'status', 'Each stage is left only with its proof.', 'always', '', '', '', 1, '', ''),
 ('design', 'owner', 12, 'Who and when', 'Led by', 'person', 'Who answers for it.', 'always', '', '', '', 1, 'Leads designs', 'me'),
 ('design', 'verifier', 13, 'Who and when', 'Verified by', 'person', 'Who verified it; not the one who leads.', 'verified validated released', '', '', 'owner', 0, 'Verified designs', ''),
 ('design', 'begun', 14, 'Who and when', 'Begun', 'date', 'The day on which the work began.', '', '', '', '', 0, '', 'today'),
 ('design', 'due', 15, 'Who and when', 'Release planned', 'date', 'The day on which it is to be released.', '', '', '', '', 1, '', ''),
 ('design', 'released_by', 16, 'Who and when', 'Released by', 'person', 'Who released it; not the one who leads.', 'released', '', '', 'owner', 0, 'Released', ''),
 ('design', 'released_on', 17, 'Who and when', 'Released on', 'date', 'The day of the release; it dates the design as evidence.', 'released', '', '', '', 0, '', ''),
 ('design', 'party', 18, 'Linked work', 'Asked for by', 'references', 'Customers and parties who want it.', '', '', 'party requirement oep complaint', '', 0, 'Designs', ''),
 ('design', 'project', 19, 'Linked work', 'Project', 'reference', 'The project in which it is made.', '', '', 'project deliverable', '', 0, 'Designs', ''),
 ('design', 'documents', 20, 'Linked work', 'Documents', 'references', 'Drawings, test sheets and instructions.', '', '', 'document file page change', '', 0, 'Made in design', ''),
 ('design', 'risks', 21, 'Linked work', 'Risks', 'references', 'What may go wrong with it or because of it.', '', '', 'risk', '', 0, 'Risk of design', ''),
 ('design', 'clauses', 22, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 9001/8.3.', '', '', '', '', 0, 'Designs', '');
