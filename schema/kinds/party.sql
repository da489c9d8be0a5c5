-- Interested party (27001, 9001 and 22301 4.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('party', 30, 'Interested party', 'Interested parties',
  'Who expects something of us or can do us good or harm: customers, authorities, staff, neighbours and others.', 'reviewed_on', 'Spoken to by', 'Context and duties');
insert into status (kind, name, position, label, style, live, closed) values
 ('party', 'active', 1, 'Of interest', 'active', 1, 0),
 ('party', 'former', 2, 'No longer', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('party', 'title', 1, 'The party', 'Title', 'text', 'Name of the organisation or group.', 'always', '', '', '', 0, '', '', ''),
 ('party', 'type', 2, 'The party', 'Kind of party', 'choice', 'Which group it belongs to, so that none is forgotten.', 'always', 'customer=Customer; concerned=People concerned by our work; staff=Staff; owner=Owner; supplier=Supplier or partner; authority=Authority or lawgiver; insurer=Insurer or bank; neighbour=Neighbour or public; certifier=Certification body; superior=Superior organisation; subordinate=Subordinate organisation; other=Other', '', '', 2, '', '', ''),
 ('party', 'body', 3, 'The party', 'What it expects', 'markdown', 'Its expectations in a few sentences; each that matters becomes a requirement of its own.', '', '', '', '', 0, '', '', ''),
 ('party', 'stance', 4, 'The party', 'Inside or outside', 'choice', 'Whether it belongs to us.', '', 'inside=Inside; outside=Outside', '', '', 0, '', 'outside', ''),
 ('party', 'influence', 5, 'The party', 'Influence', 'scale', 'How much it can help or hinder us.', '', 'low=Low #grey; medium=Medium #yellow; high=High #orange', '', '', 1, '', '', ''),
 ('party', 'interest', 6, 'The party', 'Interest', 'scale', 'How much our work matters to it.', '', 'low=Low #grey; medium=Medium #yellow; high=High #orange', '', '', 0, '', '', ''),
 ('party', 'contact', 7, 'The party', 'Contact', 'text', 'Whom we speak to there, and how.', '', '', '', '', 0, '', '', ''),
 ('party', 'heard', 8, 'The party', 'How we hear it', 'text', 'Survey, meeting, contract, association: how we learn what it wants.', '', '', '', '', 0, '', '', ''),
 ('party', 'requirements', 9, 'The party', 'Requirements', 'number', 'How many requirements refer to this party.', '', '', '', '', 0, '', '', 'count requirement party'),
 ('party', 'status', 10, 'Who and when', 'Status', 'status', 'Whether it still has a part in what we do.', 'always', '', '', '', 1, '', '', ''),
 ('party', 'owner', 11, 'Who and when', 'Spoken to by', 'person', 'Who keeps the contact and hears when expectations change.', 'always', '', '', '', 1, 'Speaks to', 'me', ''),
 ('party', 'reviewed_on', 12, 'Who and when', 'Looked at on', 'date', 'The day on which its expectations were last gone through.', '', '', '', '', 1, '', 'today', ''),
 ('party', 'due', 13, 'Who and when', 'Next look', 'date', 'The day by which they are gone through again, once a year as a rule.', '', '', '', '', 0, '', 'today+365', ''),
 ('party', 'documents', 14, 'Linked work', 'Documents', 'references', 'Contracts, notes and surveys that show what it expects.', '', '', 'document file page questionnaire', '', 0, 'About party', '', ''),
 ('party', 'clauses', 15, 'Linked work', 'Clauses', 'clauses', 'Clauses it bears on, such as 27001/4.2.', '', '', '', '', 0, 'Interested parties', '', '');
insert into soa_role (kind, field, role) values
 ('party', 'clauses', 'driver');
