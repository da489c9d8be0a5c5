-- Evaluation of a supplier (27001 A.5.22; 9001 8.4.1).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('evaluation', 61, 'Supplier evaluation', 'Supplier evaluations',
  'How a supplier was judged: performance, security, certificate, changes, and what follows.', 'evaluated_on', 'Judged by', 'Suppliers');
insert into status (kind, name, position, label, style, live, closed) values
 ('evaluation', 'planned', 1, 'Planned', 'open', 0, 0),
 ('evaluation', 'done', 2, 'Done', 'wait', 1, 0),
 ('evaluation', 'agreed', 3, 'Agreed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds) values
 ('evaluation', 'title', 1, 'The evaluation', 'Title', 'text', 'Supplier and year.', 'always', '', '', '', 0, '', '', ''),
 ('evaluation', 'body', 2, 'The evaluation', 'Judgement', 'markdown', 'What was seen since last time: performance, incidents, changes of owner, place or method.', 'done agreed', '', '', '', 0, '', '', ''),
 ('evaluation', 'occasion', 3, 'The evaluation', 'Occasion', 'choice', 'Why it is judged now.', '', 'first=Before the contract; yearly=Yearly; incident=After an incident; change=After a change; renewal=Before renewal', '', '', 1, '', 'yearly', ''),
 ('evaluation', 'period_from', 4, 'The evaluation', 'Period from', 'date', 'The first day that is judged.', '', '', '', '', 0, '', '', ''),
 ('evaluation', 'period_to', 5, 'The evaluation', 'Period to', 'date', 'The last day that is judged.', '', '', '', '', 0, '', '', ''),
 ('evaluation', 'performance', 6, 'The evaluation', 'Performance', 'scale', 'Whether it did what was agreed, in time.', '', 'bad=Bad #red; weak=Weak #orange; fair=Fair #yellow; good=Good #green; excellent=Excellent #green', '', '', 0, '', '', ''),
 ('evaluation', 'quality', 7, 'The evaluation', 'Quality', 'scale', 'Whether the result was as it should be.', '', 'bad=Bad #red; weak=Weak #orange; fair=Fair #yellow; good=Good #green; excellent=Excellent #green', '', '', 0, '', '', ''),
 ('evaluation', 'security', 8, 'The evaluation', 'Security', 'scale', 'How it treats what is ours; by seeing in at least one point.', '', 'bad=Bad #red; weak=Weak #orange; fair=Fair #yellow; good=Good #green; excellent=Excellent #green', '', '', 0, '', '', ''),
 ('evaluation', 'response', 9, 'The evaluation', 'Response', 'scale', 'How it answers when something goes wrong.', '', 'bad=Bad #red; weak=Weak #orange; fair=Fair #yellow; good=Good #green; excellent=Excellent #green', '', '', 0, '', '', ''),
 ('evaluation', 'incidents', 10, 'The evaluation', 'Incidents', 'number', 'How many incidents it had a part in.', '', '', '', '', 0, '', '', '0..'),
 ('evaluation', 'certificate_seen', 11, 'The evaluation', 'Certificate seen', 'yesno', 'Whether a certificate that is in force, with the right scope, was seen.', '', '', '', '', 0, '', '', ''),
 ('evaluation', 'rating', 12, 'The evaluation', 'Rating', 'scale', 'The sum of it.', 'done agreed', 'poor=Poor #red; fair=Fair #orange; good=Good #yellow; excellent=Excellent #green', '', '', 1, '', '', ''),
 ('evaluation', 'outcome', 13, 'The evaluation', 'What follows', 'choice', 'Whether and how we go on.', 'agreed', 'continue=Go on; conditions=Go on with conditions; replace=Look for another; end=End it', '', '', 0, '', '', ''),
 ('evaluation', 'status', 14, 'Who and when', 'Status', 'status', 'Agreed when somebody else has accepted what follows.', 'always', '', '', '', 1, '', '', ''),
 ('evaluation', 'owner', 15, 'Who and when', 'Judged by', 'person', 'Who judged it and talked it through with the supplier.', 'always', '', '', '', 1, 'Judged suppliers', 'me', ''),
 ('evaluation', 'evaluated_on', 16, 'Who and when', 'Judged on', 'date', 'The day of the judgement; it dates the evaluation as evidence.', 'done agreed', '', '', '', 1, '', 'today', ''),
 ('evaluation', 'agreed_by', 17, 'Who and when', 'Agreed by', 'person', 'Who accepted the outcome; not the one who judged.', 'agreed', '', '', 'owner', 0, 'Agreed to evaluations', '', ''),
 ('evaluation', 'due', 18, 'Who and when', 'Planned for', 'date', 'The day by which it is to be done.', '', '', '', '', 0, '', '', ''),
 ('evaluation', 'supplier', 19, 'Linked work', 'Supplier', 'reference', 'The supplier that is judged, such as supplier:1.', 'always', '', 'supplier', '', 2, 'Evaluations', '', ''),
 ('evaluation', 'evidence', 20, 'Linked work', 'Evidence', 'references', 'Certificates, reports, answers and minutes that were looked at.', '', '', 'document file answer meeting incident audit', '', 0, 'Used in evaluation', '', ''),
 ('evaluation', 'actions', 21, 'Linked work', 'Led to', 'references', 'To-dos and waivers that came of it.', '', '', 'todo change waiver decision', '', 0, 'From evaluation', '', ''),
 ('evaluation', 'clauses', 22, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/A.5.22.', '', '', '', '', 0, 'Supplier evaluations', '', '');
