-- Inventory of information and other assets (27001 A.5.9 to A.5.12; 9001 7.1.3; 22301 8.3.4).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('asset', 20, 'Asset', 'Assets',
  'What is of value and must be looked after: information, systems, sites, vehicles and services, each with an owner and a class.', 'checked_on', 'Owner', 'Risk and control');
insert into status (kind, name, position, label, style, live, closed) values
 ('asset', 'planned', 1, 'Planned', 'open', 0, 0),
 ('asset', 'used', 2, 'In use', 'active', 1, 0),
 ('asset', 'stored', 3, 'In store', 'wait', 1, 0),
 ('asset', 'disposed', 4, 'Disposed of', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, unit) values
 ('asset', 'title', 1, 'The asset', 'Title', 'text', 'What people call it.', 'always', '', '', '', 0, '', '', '', ''),
 ('asset', 'category', 2, 'The asset', 'Category', 'choice', 'What sort of asset it is; information first, for the rest serves it.', 'always', 'information=Information; software=Software; hardware=Hardware; network=Network; media=Storage media; site=Building or room; vehicle=Vehicle; service=Service; people=People and knowledge; other=Other', '', '', 2, '', '', '', ''),
 ('asset', 'body', 3, 'The asset', 'Description', 'markdown', 'What it is, what it is used for, what goes wrong without it.', '', '', '', '', 0, '', '', '', ''),
 ('asset', 'identifier', 4, 'The asset', 'Identifier', 'text', 'Serial number, tag, address or name in the system that holds it.', '', '', '', '', 0, '', '', '', ''),
 ('asset', 'location', 5, 'The asset', 'Where it is', 'text', 'Site, room, host or place in the store.', '', '', '', '', 0, '', '', '', ''),
 ('asset', 'quantity', 6, 'The asset', 'Quantity', 'number', 'How many pieces this entry stands for.', '', '', '', '', 0, '', '1', '0..', ''),
 ('asset', 'classification', 7, 'The asset', 'Classification', 'choice', 'Who may see it; the rules of handling and labelling follow from it.', '', 'public=Public; internal=Internal; confidential=Confidential; restricted=Restricted', '', '', 1, '', '', '', ''),
 ('asset', 'confidentiality', 8, 'The asset', 'Confidentiality', 'scale', 'How much harm is done when strangers see it.', '', 'low=Low #green; normal=Normal #yellow; high=High #orange; vital=Vital #red', '', '', 0, '', '', '', ''),
 ('asset', 'integrity', 9, 'The asset', 'Integrity', 'scale', 'How much harm is done when it is wrong and nobody notices.', '', 'low=Low #green; normal=Normal #yellow; high=High #orange; vital=Vital #red', '', '', 0, '', '', '', ''),
 ('asset', 'availability', 10, 'The asset', 'Availability', 'scale', 'How much harm is done when it is not there.', '', 'low=Low #green; normal=Normal #yellow; high=High #orange; vital=Vital #red', '', '', 0, '', '', '', ''),
 ('asset', 'personal_data', 11, 'The asset', 'Personal data', 'yesno', 'Whether it holds data about people; then the law on privacy asks for more.', '', '', '', '', 0, '', '', '', ''),
 ('asset', 'value', 12, 'The asset', 'Value', 'money', 'What it would cost to replace; not what it once cost.', '', '', '', '', 0, '', '', '0..', 'EUR'),
 ('asset', 'status', 13, 'Who and when', 'Status', 'status', 'Whether it is in use; what is disposed of stays in the register with its date.', 'always', '', '', '', 1, '', '', '', ''),
 ('asset', 'owner', 14, 'Who and when', 'Owner', 'person', 'Who answers for it and decides who may use it.', 'always', '', '', '', 1, 'Owns', 'me', '', ''),
 ('asset', 'custodian', 15, 'Who and when', 'Looked after by', 'person', 'Who keeps it running or in order from day to day.', '', '', '', '', 0, 'Looks after', '', '', ''),
 ('asset', 'acquired', 16, 'Who and when', 'Since', 'date', 'The day on which it came to us.', '', '', '', '', 0, '', '', '', ''),
 ('asset', 'checked_on', 17, 'Who and when', 'Last counted', 'date', 'The day on which somebody saw it and compared it with this entry.', '', '', '', '', 0, '', '', '', ''),
 ('asset', 'due', 18, 'Who and when', 'Next count', 'date', 'The day by which it is counted again.', '', '', '', '', 0, '', '', '', ''),
 ('asset', 'disposed_on', 19, 'Who and when', 'Disposed of on', 'date', 'The day on which it was destroyed, sold or given back.', 'disposed', '', '', '', 0, '', '', '', ''),
 ('asset', 'needs', 20, 'Linked work', 'Depends on', 'references', 'Assets and suppliers without which this one is of no use.', '', '', 'asset supplier', '', 0, 'Depended on by', '', '', ''),
 ('asset', 'documents', 21, 'Linked work', 'Documents', 'references', 'Contract, licence, manual, or proof of destruction.', '', '', 'document file page', '', 0, 'Documents of asset', '', '', ''),
 ('asset', 'clauses', 22, 'Linked work', 'Clauses', 'clauses', 'Clauses that it serves as evidence, such as 27001/A.5.9.', '', '', '', '', 0, 'Assets', '', '', '');
