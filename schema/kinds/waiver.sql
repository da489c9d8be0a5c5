-- Waiver: a departure from a rule, granted for a time (27001 5.1, A.5.1 and A.5.36).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('waiver', 25, 'Waiver', 'Waivers',
  'Departures from our own rules or from the baseline of a superior organisation: why, until when, and what stands in their place.', 'granted_on', 'Asked for by', 'Risk and control');
insert into status (kind, name, position, label, style, live, closed, approves) values
 ('waiver', 'requested', 1, 'Requested', 'open', 0, 0, 0),
 ('waiver', 'granted', 2, 'Granted', 'active', 0, 0, 1),
 ('waiver', 'refused', 3, 'Refused', 'done', 0, 1, 0),
 ('waiver', 'ended', 4, 'Ended', 'done', 0, 1, 0);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('waiver', 'title', 1, 'The waiver', 'Title', 'text', 'What is allowed to be otherwise, and where.', 'always', '', '', '', 0, '', ''),
 ('waiver', 'body', 2, 'The waiver', 'Reason', 'markdown', 'Why the rule cannot be kept, and what was tried.', 'always', '', '', '', 0, '', ''),
 ('waiver', 'check', 3, 'The waiver', 'Rule of the checker', 'choice', 'The rule whose findings are accepted; they are marked as waived until the waiver ends, and never change a verdict.', '', 'ims001=IMS001 No section of the manual claims the clause; ims002=IMS002 The provision has never been approved; ims003=IMS003 The provision changed after its approval; ims004=IMS004 Evidence that is expected does not exist; ims005=IMS005 Evidence is older than allowed; ims006=IMS006 A reference on the provision resolves to nothing; ims007=IMS007 The provision''s next review is overdue; ims008=IMS008 The clause is excluded without a reason; ims009=IMS009 The clause is excluded although a section of the manual claims it or a record refers to it; ims010=IMS010 An open nonconformity stands against the clause; ims011=IMS011 An action for this clause is overdue; ims012=IMS012 Evidence or provision changed since the two were linked; ims020=IMS020 A reference leads nowhere; ims021=IMS021 What a link leads to has changed since the link was made; ims022=IMS022 A page''s next review is overdue; ims023=IMS023 An action is overdue; ims024=IMS024 A review, a check or an acceptance is overdue; ims025=IMS025 Nothing calls for a control that is practised; ims026=IMS026 Nothing calls for an idea that applies; ims027=IMS027 A risk has neither a control nor an acceptance; ims028=IMS028 A record contradicts an exclusion; ims029=IMS029 No way leads to a page; ims030=IMS030 A placeholder was left in a page; ims031=IMS031 An instruction to the writer was left in a page; ims032=IMS032 A page was approved by the one who wrote it; ims033=IMS033 Several pages were approved in the same minute; ims034=IMS034 Many pages have the same time to their next review; ims035=IMS035 Climate change has not been considered; ims036=IMS036 Closed without a check by somebody else that it worked', '', '', 0, '', ''),
 ('waiver', 'extent', 4, 'The waiver', 'Extent', 'text', 'Which people, places and machines it holds for; nothing else.', 'granted', '', '', '', 0, '', ''),
 ('waiver', 'instead', 5, 'The waiver', 'In its place', 'markdown', 'What is done instead, so that the risk stays where it was.', 'granted', '', '', '', 0, '', ''),
 ('waiver', 'risk_level', 6, 'The waiver', 'Risk left', 'scale', 'How great the risk is while it lasts.', 'granted', 'low=Low #green; medium=Medium #yellow; high=High #orange; extreme=Extreme #red', '', '', 1, '', ''),
 ('waiver', 'way_back', 7, 'The waiver', 'Way back to the rule', 'markdown', 'What will be done so that the waiver is no longer needed.', '', '', '', '', 0, '', ''),
 ('waiver', 'status', 8, 'Who and when', 'Status', 'status', 'It holds only while it is granted; afterwards the rule does.', 'always', '', '', '', 1, '', ''),
 ('waiver', 'owner', 9, 'Who and when', 'Asked for by', 'person', 'Who needs it and answers for what is done in its place.', 'always', '', '', '', 1, 'Asked for', 'me'),
 ('waiver', 'requested_on', 10, 'Who and when', 'Asked for on', 'date', 'The day of the request.', '', '', '', '', 0, '', 'today'),
 ('waiver', 'approved_by', 11, 'Who and when', 'Granted by', 'person', 'Who owns the rule or the risk; never the one who asks.', 'granted refused', '', '', 'owner', 0, 'Decided', ''),
 ('waiver', 'granted_on', 12, 'Who and when', 'Decided on', 'date', 'The day on which it was granted or refused.', 'granted refused', '', '', '', 0, '', ''),
 ('waiver', 'due', 13, 'Who and when', 'Until', 'date', 'The day on which it ends. A waiver without an end is a change of the rule.', 'granted', '', '', '', 1, '', ''),
 ('waiver', 'ended_on', 14, 'Who and when', 'Ended on', 'date', 'The day on which the rule held again.', 'ended', '', '', '', 0, '', ''),
 ('waiver', 'rule', 15, 'Linked work', 'Departs from', 'references', 'What is not kept: a page, a section, a clause, or the record in which the checker finds it. With nothing here or under Holds for, all that the rule finds is accepted.', '', '', '', '', 0, 'Waivers', ''),
 ('waiver', 'risks', 16, 'Linked work', 'Risk', 'references', 'The risk that carries it.', '', '', 'risk rtp', '', 0, 'Waivers', ''),
 ('waiver', 'about', 17, 'Linked work', 'Holds for', 'references', 'Assets, suppliers or projects it holds for.', '', '', 'asset supplier project', '', 0, 'Waivers', ''),
 ('waiver', 'actions', 18, 'Linked work', 'Way back', 'references', 'To-dos and changes by which it ends.', '', '', 'todo change', '', 0, 'Ends waiver', '');
