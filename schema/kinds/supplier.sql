-- Supplier (27001 A.5.19 to A.5.23; 9001 8.4; 22301 8.3.4).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('supplier', 60, 'Supplier', 'Suppliers',
  'Those who work for us: what they touch, what harm they could do, what they signed, and how they were judged.', 'approved_on', 'Looked after by', 'Suppliers');
insert into status (kind, name, position, label, style, live, closed) values
 ('supplier', 'candidate', 1, 'Candidate', 'open', 0, 0),
 ('supplier', 'approved', 2, 'Approved', 'active', 1, 0),
 ('supplier', 'conditional', 3, 'Approved with conditions', 'wait', 1, 0),
 ('supplier', 'ended', 4, 'Ended', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('supplier', 'title', 1, 'The supplier', 'Title', 'text', 'Name of the organisation.', 'always', '', '', '', 0, '', '', ''),
 ('supplier', 'body', 2, 'The supplier', 'What it does for us', 'markdown', 'Service or goods, where the work is done, what it sees and touches.', 'approved conditional', '', '', '', 0, '', '', ''),
 ('supplier', 'type', 3, 'The supplier', 'Kind', 'choice', 'What sort of supply it is.', 'always', 'cloud=Cloud or hosting; it=Hardware, software, IT service; network=Network and power; people=Staff and agencies; building=Building, guarding, cleaning; transport=Transport; disposal=Destruction and disposal; advice=Advice, audit, training; goods=Goods; other=Other', '', '', 2, '', '', ''),
 ('supplier', 'harm', 4, 'The supplier', 'Harm it could do', 'scale', 'How much harm would come to customers if it failed or were careless.', 'approved conditional', 'low=Low #green; medium=Medium #yellow; high=High #red', '', '', 1, '', '', ''),
 ('supplier', 'access', 5, 'The supplier', 'Touches', 'choices', 'What of ours or of customers it can reach.', '', 'papers=Papers; images=Data and images; systems=Systems; rooms=Rooms; staff=Data of staff; nothing=Nothing of these', '', '', 0, '', '', ''),
 ('supplier', 'personal_data', 6, 'The supplier', 'Personal data', 'yesno', 'Whether it handles data about people for us; then a written agreement is needed.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'location', 7, 'The supplier', 'Where it works', 'text', 'Country and sites, those of its own suppliers too.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'contact', 8, 'The supplier', 'Contact', 'text', 'Name and number, also for the night.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'certificate', 9, 'The supplier', 'Certificate', 'text', 'What it can show, and its scope.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'certificate_until', 10, 'The supplier', 'Certificate until', 'date', 'The day on which the certificate ends; ask for the next one before.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'conditions', 11, 'The supplier', 'Conditions and departures', 'markdown', 'What it did not sign, who accepted that, and what is done instead.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'contract', 12, 'Contract', 'Contract', 'text', 'Number and subject.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'contract_until', 13, 'Contract', 'Contract until', 'date', 'The day on which it ends or renews itself.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'notice', 14, 'Contract', 'Notice', 'duration', 'How long before it can be ended, such as 6 months.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'incident_limit', 15, 'Contract', 'Tells incidents within', 'duration', 'How soon it must tell us of an incident, such as 1 day.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'exit', 16, 'Contract', 'Way out', 'text', 'How we go on without it, and whether that was tried.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'status', 17, 'Who and when', 'Status', 'status', 'Approved before it is used.', 'always', '', '', '', 1, '', '', ''),
 ('supplier', 'owner', 18, 'Who and when', 'Looked after by', 'person', 'Who speaks to it and sees how it performs.', 'always', '', '', '', 1, 'Looks after', 'me', ''),
 ('supplier', 'approved_by', 19, 'Who and when', 'Approved by', 'person', 'Who decided that we work with it; not the one who proposed it.', '', '', '', 'owner', 0, 'Approved', '', ''),
 ('supplier', 'approved_on', 20, 'Who and when', 'Approved on', 'date', 'The day of that decision.', 'approved conditional', '', '', '', 0, '', '', ''),
 ('supplier', 'evaluated_on', 21, 'Who and when', 'Last evaluated', 'date', 'The day of the newest evaluation.', '', '', '', '', 0, '', '', 'latest evaluation supplier evaluated_on'),
 ('supplier', 'rating', 22, 'Who and when', 'Last rating', 'scale', 'The rating of the newest evaluation.', '', 'poor=Poor #red; fair=Fair #orange; good=Good #yellow; excellent=Excellent #green', '', '', 1, '', '', 'latest evaluation supplier rating'),
 ('supplier', 'due', 23, 'Who and when', 'Next evaluation', 'date', 'The day by which it is judged again; the greater the harm, the sooner.', '', '', '', '', 0, '', '', ''),
 ('supplier', 'documents', 24, 'Linked work', 'Contract and papers', 'references', 'Contract, security schedule, certificate, report of its auditors.', '', '', 'document file', '', 0, 'Papers of supplier', '', ''),
 ('supplier', 'risks', 25, 'Linked work', 'Risks', 'references', 'Risks and plans in which it plays a part.', '', '', 'risk rtp', '', 0, 'Suppliers in it', '', ''),
 ('supplier', 'clauses', 26, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/A.5.19.', '', '', '', '', 0, 'Suppliers', '', '');
