-- Control measure (27001 6.1.3, 8.1 and Annex A; 9001 8.5.1; 22301 8.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('measure', 24, 'Measure', 'Control measures',
  'Controls as they are practised: what each does, how its working is seen, and which risks and duties call for it.', 'checked_on', 'Owner', 'Risk and control');
insert into status (kind, name, position, label, style, live, closed) values
 ('measure', 'planned', 1, 'Planned', 'open', 0, 0),
 ('measure', 'partly', 2, 'Partly in place', 'active', 0, 0),
 ('measure', 'running', 3, 'In place', 'done', 1, 0),
 ('measure', 'retired', 4, 'Retired', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, unit) values
 ('measure', 'title', 1, 'The measure', 'Title', 'text', 'What it does, such as crates are sealed and seals are read aloud.', 'always', '', '', '', 0, '', '', '', ''),
 ('measure', 'body', 2, 'The measure', 'How it works', 'markdown', 'Who does what, when and with what, as it is practised today.', 'running', '', '', '', 0, '', '', '', ''),
 ('measure', 'acts', 3, 'The measure', 'Acts', 'choice', 'Whether it prevents the event, detects it, or mends the harm.', 'always', 'prevent=Prevents; detect=Detects; react=Reacts', '', '', 1, '', '', '', ''),
 ('measure', 'class', 4, 'The measure', 'Time class', 'choice', 'How it stands against the window: 1 is best. A control that comes late slips a class.', '', '1=1 Prevents, or acts before any impact; 2=2 Detects and fixes well inside the window; 3=3 Detects and fixes just inside it; 4=4 Detects, too late to fix; 5=5 Misses it, plan partly deployed; 6=6 Misses it, a plan exists; 7=7 Misses it, no plan', '', '', 0, '', '', '', ''),
 ('measure', 'nature', 5, 'The measure', 'Nature', 'choice', 'Who or what carries it.', '', 'organisation=Rule or organisation; people=People; physical=Building and equipment; technology=Technology', '', '', 0, '', '', '', ''),
 ('measure', 'frequency', 6, 'The measure', 'How often', 'text', 'All the time, at each case, daily, yearly.', '', '', '', '', 0, '', '', '', ''),
 ('measure', 'test', 7, 'The measure', 'How its working is seen', 'markdown', 'What to look at to know that it works, so that an auditor can do the same.', 'running', '', '', '', 0, '', '', '', ''),
 ('measure', 'result', 8, 'The measure', 'Works', 'choice', 'What the last look showed.', '', 'yes=It works; partly=It works in part; no=It does not work; unknown=Not looked at yet', '', '', 1, '', 'unknown', '', ''),
 ('measure', 'cost', 9, 'The measure', 'Cost a year', 'money', 'What it costs to keep it up, so that it can be weighed against the risk.', '', '', '', '', 0, '', '', '0..', 'EUR'),
 ('measure', 'status', 10, 'Who and when', 'Status', 'status', 'Only what is in place counts; what is planned needs a to-do.', 'always', '', '', '', 1, '', '', '', ''),
 ('measure', 'owner', 11, 'Who and when', 'Owner', 'person', 'Who keeps it working.', 'always', '', '', '', 1, 'Keeps working', 'me', '', ''),
 ('measure', 'since', 12, 'Who and when', 'In place since', 'date', 'The day from which it worked.', '', '', '', '', 0, '', '', '', ''),
 ('measure', 'checker', 13, 'Who and when', 'Looked at by', 'person', 'Who saw that it works; not its owner.', '', '', '', 'owner', 0, 'Checks', '', '', ''),
 ('measure', 'checked_on', 14, 'Who and when', 'Looked at on', 'date', 'The day of the last look; it dates the measure as evidence.', '', '', '', '', 0, '', '', '', ''),
 ('measure', 'due', 15, 'Who and when', 'Next look', 'date', 'The day by which somebody looks again.', '', '', '', '', 0, '', '', '', ''),
 ('measure', 'described', 16, 'Linked work', 'Described in', 'references', 'The page or section that gives the rule.', '', '', 'page section document', '', 0, 'Carried out by', '', '', ''),
 ('measure', 'assets', 17, 'Linked work', 'Protects', 'references', 'Assets that it protects.', '', '', 'asset', '', 0, 'Protected by', '', '', ''),
 ('measure', 'duties', 18, 'Linked work', 'Asked for by law or contract', 'references', 'Obligations and requirements that call for it.', '', '', 'obligation requirement', '', 0, 'Met by', '', '', ''),
 ('measure', 'evidence', 19, 'Linked work', 'Evidence', 'references', 'Records that show it working.', '', '', 'document file exercise measurement audit incident', '', 0, 'Shows', '', '', ''),
 ('measure', 'clauses', 20, 'Linked work', 'Idea', 'clauses', 'The clause or idea of the list that it carries out, such as 27001/A.7.9.', '', '', '', '', 0, 'Measures', '', '', '');
insert into soa_role (kind, field, role, value) values
 ('measure', 'clauses', 'measure', ''),
 ('measure', 'test', 'test', ''),
 ('measure', 'result', 'works', 'yes'),
 ('measure', 'result', 'fails', 'partly no'),
 ('measure', 'duties', 'duty', '');
