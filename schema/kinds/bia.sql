-- Business impact assessment (22301 8.2.2; 27001 A.5.29 and A.5.30).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('bia', 70, 'Impact assessment', 'Business impact assessments',
  'What it would mean if an activity or its data were away, destroyed, disclosed or altered, and how soon it must be back.', 'assessed_on', 'Owner of the activity', 'Continuity');
insert into status (kind, name, position, label, style, live, closed) values
 ('bia', 'draft', 1, 'Draft', 'open', 0, 0),
 ('bia', 'assessed', 2, 'Assessed', 'wait', 1, 0),
 ('bia', 'approved', 3, 'Approved', 'done', 1, 0),
 ('bia', 'retired', 4, 'Retired', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('bia', 'title', 1, 'The activity', 'Title', 'text', 'The product, service or activity that is assessed.', 'always', '', '', '', 0, '', ''),
 ('bia', 'body', 2, 'The activity', 'What it does and why it matters', 'markdown', 'For whom it is done, what depends on it, and the reasons for the impacts below.', 'assessed approved', '', '', '', 0, '', ''),
 ('bia', 'type', 3, 'The activity', 'Kind', 'choice', 'Whether customers see it or others of us rely on it.', 'always', 'service=Product or service; process=Process; system=System or data; site=Site', '', '', 2, '', ''),
 ('bia', 'peak', 4, 'The activity', 'Worst time', 'text', 'Hour, day or season at which a failure hurts most.', '', '', '', '', 0, '', ''),
 ('bia', 'least', 5, 'The activity', 'Least that must go on', 'text', 'The share or the cases that must be served even in an emergency.', '', '', '', '', 0, '', ''),
 ('bia', 'unavailable_hour', 6, 'Impact and recovery', 'Away for 1 hour', 'scale', 'The harm when it is away for an hour at the worst time.', 'assessed approved', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'unavailable_day', 7, 'Impact and recovery', 'Away for 1 day', 'scale', 'The harm when it is away for a day.', 'assessed approved', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'unavailable_week', 8, 'Impact and recovery', 'Away for 1 week', 'scale', 'The harm when it is away for a week.', 'assessed approved', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'destroyed', 9, 'Impact and recovery', 'Destroyed', 'scale', 'The harm when all since the last copy is lost.', 'assessed approved', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'disclosed_inside', 10, 'Impact and recovery', 'Disclosed to insiders', 'scale', 'The harm when people of ours see what they should not.', '', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'disclosed_outside', 11, 'Impact and recovery', 'Disclosed to outsiders', 'scale', 'The harm when strangers see it.', '', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'modified_small', 12, 'Impact and recovery', 'Altered, small', 'scale', 'The harm of a few wrong entries.', '', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'modified_widespread', 13, 'Impact and recovery', 'Altered, widespread', 'scale', 'The harm when much of it is wrong.', '', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'modified_deliberate', 14, 'Impact and recovery', 'Altered on purpose', 'scale', 'The harm when somebody alters it to deceive.', '', 'none=None #grey; insignificant=Insignificant #green; minor=Minor #yellow; moderate=Moderate #orange; major=Major #red', '', '', 0, '', ''),
 ('bia', 'mtpd', 15, 'Impact and recovery', 'Longest that can be borne (MTPD)', 'duration', 'The time after which the harm can no longer be borne, such as 1 day.', 'assessed approved', '', '', '', 0, '', ''),
 ('bia', 'rto', 16, 'Impact and recovery', 'Back within (RTO)', 'duration', 'The time within which it must be back; shorter than what can be borne.', 'assessed approved', '', '', '', 1, '', ''),
 ('bia', 'rpo', 17, 'Impact and recovery', 'Data lost at most (RPO)', 'duration', 'How much work may be lost, told as time, such as 1 day.', '', '', '', '', 1, '', ''),
 ('bia', 'shown', 18, 'Impact and recovery', 'Shown in a test', 'duration', 'The time that the last test or real case needed; compare it with the one demanded.', '', '', '', '', 0, '', ''),
 ('bia', 'workaround', 19, 'Impact and recovery', 'Meanwhile', 'markdown', 'How the work goes on by hand or elsewhere until it is back, and for how long that is possible.', '', '', '', '', 0, '', ''),
 ('bia', 'status', 20, 'Who and when', 'Status', 'status', 'Approved by the Forum before plans are built on it.', 'always', '', '', '', 1, '', ''),
 ('bia', 'owner', 21, 'Who and when', 'Owner of the activity', 'person', 'Who answers for the activity and gave the judgement.', 'always', '', '', '', 1, 'Owns activities', 'me'),
 ('bia', 'assessed_on', 22, 'Who and when', 'Assessed on', 'date', 'The day of the assessment; it dates the record as evidence.', 'assessed approved', '', '', '', 0, '', 'today'),
 ('bia', 'approved_by', 23, 'Who and when', 'Approved by', 'person', 'Who approved it for the Forum; not the owner.', 'approved', '', '', 'owner', 0, 'Approved', ''),
 ('bia', 'due', 24, 'Who and when', 'Next assessment', 'date', 'The day by which it is gone through again, sooner after a change.', '', '', '', '', 0, '', 'today+365'),
 ('bia', 'needs', 25, 'Linked work', 'Depends on', 'references', 'Assets, suppliers and other activities it cannot do without.', '', '', 'asset supplier bia', '', 0, 'Needed by activity', ''),
 ('bia', 'actions', 26, 'Linked work', 'Led to', 'references', 'To-dos where what is demanded is not yet shown.', '', '', 'todo change project', '', 0, 'From assessment', ''),
 ('bia', 'clauses', 27, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 22301/8.2.2.', '', '', '', '', 0, 'Impact assessments', '');
