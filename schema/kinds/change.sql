-- Change request (27001 6.3, 8.1 and A.8.32).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('change', 5, 'Change', 'Change requests',
  'Changes to systems and to the IMS itself: why, what they touch, who approved them, and how to go back.', 'done_on', 'Owner', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('change', 'requested', 1, 'Requested', 'open', 0, 0),
 ('change', 'approved', 2, 'Approved', 'wait', 1, 0),
 ('change', 'active', 3, 'Under way', 'active', 1, 0),
 ('change', 'done', 4, 'Done', 'done', 1, 1),
 ('change', 'rejected', 5, 'Rejected', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('change', 'title', 1, 'The change', 'Title', 'text', 'What will be different, in a few words.', 'always', '', '', '', 0, '', ''),
 ('change', 'category', 2, 'The change', 'Category', 'choice', 'Standard: known and approved once for all. Emergency: approved by word and written up at once.', '', 'standard=Standard; normal=Normal; emergency=Emergency', '', '', 0, '', 'normal'),
 ('change', 'body', 3, 'The change', 'What changes', 'markdown', 'The change itself: what is there now, what will be there, which parts are touched.', 'always', '', '', '', 0, '', ''),
 ('change', 'reason', 4, 'The change', 'Why', 'markdown', 'The need behind it; what happens if it is left undone.', '', '', '', '', 0, '', ''),
 ('change', 'impact', 5, 'The change', 'Impact', 'markdown', 'Systems, people and clauses it touches; what could go wrong.', 'approved active done', '', '', '', 0, '', ''),
 ('change', 'risk', 6, 'The change', 'Risk', 'markdown', 'What may go wrong while and after it is made, and what keeps it in bounds.', '', '', '', '', 0, '', ''),
 ('change', 'risk_level', 7, 'The change', 'Risk level', 'scale', 'The weight of it; what is high goes to the Forum.', '', 'low=Low #green; medium=Medium #yellow; high=High #red', '', '', 0, '', ''),
 ('change', 'rollback', 8, 'The change', 'Way back', 'markdown', 'How to undo it, and until when that is possible.', '', '', '', '', 0, '', ''),
 ('change', 'tests', 9, 'The change', 'Tests', 'markdown', 'What will be tried before it counts as done, and by whom; written before the work.', '', '', '', '', 0, '', ''),
 ('change', 'test_result', 10, 'The change', 'Result of the tests', 'markdown', 'What the tests showed, with date and name.', '', '', '', '', 0, '', ''),
 ('change', 'outcome', 11, 'The change', 'Outcome', 'choice', 'How it ended. A way back that was taken is no shame, but it is looked at.', '', 'done=As planned; problems=Done, with problems; undone=Way back taken', '', '', 0, '', ''),
 ('change', 'status', 12, 'Who and when', 'Status', 'status', 'Approved before it is begun. A change written up afterwards says so.', 'always', '', '', '', 1, '', ''),
 ('change', 'owner', 13, 'Who and when', 'Owner', 'person', 'Who carries it out and answers for it.', 'always', '', '', '', 1, 'Owns', 'me'),
 ('change', 'requested_by', 14, 'Who and when', 'Requested by', 'person', 'Who wants it. The approval must come from somebody else.', '', '', '', 'approved_by', 0, 'Requested', ''),
 ('change', 'requested_on', 15, 'Who and when', 'Requested on', 'date', 'The day on which it was asked for.', '', '', '', '', 0, '', 'today'),
 ('change', 'due', 16, 'Who and when', 'Due', 'date', 'The day by which it is to be done.', '', '', '', '', 1, '', ''),
 ('change', 'window_at', 17, 'Who and when', 'Carried out from', 'moment', 'When the work begins, agreed with those who feel it.', '', '', '', '', 0, '', ''),
 ('change', 'outage', 18, 'Who and when', 'Expected outage', 'duration', 'How long a service is away, at most.', '', '', '', '', 0, '', ''),
 ('change', 'approved_by', 19, 'Who and when', 'Approved by', 'person', 'Not the one who asks for it.', 'approved active done', '', '', 'owner', 0, 'Approved', ''),
 ('change', 'approved_on', 20, 'Who and when', 'Approved on', 'date', 'The day of the approval; it must not lie after the work.', 'approved active done', '', '', '', 0, '', ''),
 ('change', 'done_on', 21, 'Who and when', 'Done on', 'date', 'The day on which it was in use and tested.', 'done', '', '', '', 0, '', ''),
 ('change', 'source', 22, 'Linked work', 'Asked for by', 'references', 'The to-do, finding or incident behind it.', '', '', '', '', 2, 'Asked for', ''),
 ('change', 'assets', 23, 'Linked work', 'Assets touched', 'references', 'Systems, sites and data that the change alters.', '', '', 'asset', '', 0, 'Changed by', ''),
 ('change', 'documents', 24, 'Linked work', 'Documents', 'references', 'Records that show how it was done.', '', '', 'document file', '', 0, 'Made in', ''),
 ('change', 'clauses', 25, 'Linked work', 'Clauses', 'clauses', 'Such as 27001/A.8.32.', '', '', '', '', 0, 'Changes', '');
