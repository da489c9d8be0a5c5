-- Waiver: a departure from a rule, granted for a time (27001 5.1, A.5.1 and A.5.36).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('waiver', 25, 'Waiver', 'Waivers',
  'Departures from our own rules or from the baseline of a superior organisation: why, until when, and what stands in their place.', 'granted_on', 'Asked for by', 'Risk and control');
insert into status (kind, name, position, label, style, live, closed) values
 ('waiver', 'requested', 1, 'Requested', 'open', 0, 0),
 ('waiver', 'granted', 2, 'Granted', 'active', 1, 0),
 ('waiver', 'refused', 3, 'Refused', 'done', 0, 1),
 ('waiver', 'ended', 4, 'Ended', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('waiver', 'title', 1, 'The waiver', 'Title', 'text', 'What is allowed to be otherwise, and where.', 'always', '', '', '', 0, '', ''),
 ('waiver', 'body', 2, 'The waiver', 'Reason', 'markdown', 'Why the rule cannot be kept, and what was tried.', 'always', '', '', '', 0, '', ''),
 ('waiver', 'extent', 3, 'The waiver', 'Extent', 'text', 'Which people, places and machines it holds for; nothing else.', 'granted', '', '', '', 0, '', ''),
 ('waiver', 'instead', 4, 'The waiver', 'In its place', 'markdown', 'What is done instead, so that the risk stays where it was.', 'granted', '', '', '', 0, '', ''),
 ('waiver', 'risk_level', 5, 'The waiver', 'Risk left', 'scale', 'How great the risk is while it lasts.', 'granted', 'low=Low #green; medium=Medium #yellow; high=High #orange; extreme=Extreme #red', '', '', 1, '', ''),
 ('waiver', 'way_back', 6, 'The waiver', 'Way back to the rule', 'markdown', 'What will be done so that the waiver is no longer needed.', '', '', '', '', 0, '', ''),
 ('waiver', 'status', 7, 'Who and when', 'Status', 'status', 'It holds only while it is granted; afterwards the rule does.', 'always', '', '', '', 1, '', ''),
 ('waiver', 'owner', 8, 'Who and when', 'Asked for by', 'person', 'Who needs it and answers for what is done in its place.', 'always', '', '', '', 1, 'Asked for', 'me'),
 ('waiver', 'requested_on', 9, 'Who and when', 'Asked for on', 'date', 'The day of the request.', '', '', '', '', 0, '', 'today'),
 ('waiver', 'approved_by', 10, 'Who and when', 'Granted by', 'person', 'Who owns the rule or the risk; never the one who asks.', 'granted refused', '', '', 'owner', 0, 'Decided', ''),
 ('waiver', 'granted_on', 11, 'Who and when', 'Decided on', 'date', 'The day on which it was granted or refused.', 'granted refused', '', '', '', 0, '', ''),
 ('waiver', 'due', 12, 'Who and when', 'Until', 'date', 'The day on which it ends. A waiver without an end is a change of the rule.', 'granted', '', '', '', 1, '', ''),
 ('waiver', 'ended_on', 13, 'Who and when', 'Ended on', 'date', 'The day on which the rule held again.', 'ended', '', '', '', 0, '', ''),
 ('waiver', 'rule', 14, 'Linked work', 'Departs from', 'references', 'The page, section, measure or clause that is not kept.', '', '', 'page section measure clause obligation', '', 0, 'Waivers', ''),
 ('waiver', 'risks', 15, 'Linked work', 'Risk', 'references', 'The risk that carries it.', '', '', 'risk rtp', '', 0, 'Waivers', ''),
 ('waiver', 'about', 16, 'Linked work', 'Holds for', 'references', 'Assets, suppliers or projects it holds for.', '', '', 'asset supplier project', '', 0, 'Waivers', ''),
 ('waiver', 'actions', 17, 'Linked work', 'Way back', 'references', 'To-dos and changes by which it ends.', '', '', 'todo change', '', 0, 'Ends waiver', '');
