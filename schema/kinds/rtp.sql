-- Risk treatment plan, told as an event-impact story (27001 6.1.3, 8.3; 22301 8.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('rtp', 22, 'Risk treatment plan', 'Risk treatment plans',
  'The story of one event: what it touches, what it may lead to, and how the controls act one after the other until the risk can be borne.', 'approved_on', 'Owner', 'Risk and control');
insert into status (kind, name, position, label, style, live, closed) values
 ('rtp', 'draft', 1, 'Draft', 'open', 0, 0),
 ('rtp', 'told', 2, 'Told', 'wait', 0, 0),
 ('rtp', 'approved', 3, 'Approved', 'active', 1, 0),
 ('rtp', 'accepted', 4, 'Residual risk accepted', 'done', 1, 0),
 ('rtp', 'retired', 5, 'Retired', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('rtp', 'title', 1, 'The story', 'Title', 'text', 'The event, as the Forum calls it.', 'always', '', '', '', 0, '', ''),
 ('rtp', 'event', 2, 'The story', 'Event', 'text', 'What happens, in one sentence.', 'always', '', '', '', 0, '', ''),
 ('rtp', 'impacts', 3, 'The story', 'Impacts', 'markdown', 'The harm it may do to customers, people, money and name.', 'told approved accepted', '', '', '', 0, '', ''),
 ('rtp', 'body', 4, 'The story', 'The story', 'markdown', 'How preventive, detective and reactive controls act one after the other. Only what exists is told; each control is a link.', 'told approved accepted', '', '', '', 0, '', ''),
 ('rtp', 'window', 5, 'The story', 'Window', 'duration', 'The time from the event until the impact is suffered, such as 4 h.', '', '', '', '', 0, '', ''),
 ('rtp', 'first_detector', 6, 'The story', 'Class of the first detector', 'choice', 'A chain polices itself only if its first detector is of class 2.', '', '1=1 Prevents, or acts before any impact; 2=2 Detects and fixes well inside the window; 3=3 Detects and fixes just inside it; 4=4 Detects, too late to fix; 5=5 Misses it, plan partly deployed; 6=6 Misses it, a plan exists; 7=7 Misses it, no plan', '', '', 0, '', ''),
 ('rtp', 'chain', 7, 'The story', 'Class of the whole chain', 'choice', 'How good the story is from end to end, by the times of real incidents.', '', '1=1 Prevents, or acts before any impact; 2=2 Detects and fixes well inside the window; 3=3 Detects and fixes just inside it; 4=4 Detects, too late to fix; 5=5 Misses it, plan partly deployed; 6=6 Misses it, a plan exists; 7=7 Misses it, no plan', '', '', 1, '', ''),
 ('rtp', 'residual', 8, 'The story', 'What is left', 'markdown', 'The risk that remains when all this works, in words the owner can sign.', 'approved accepted', '', '', '', 0, '', ''),
 ('rtp', 'status', 9, 'Who and when', 'Status', 'status', 'Told by its owner, approved by the Forum, accepted when the owner bears what is left.', 'always', '', '', '', 1, '', ''),
 ('rtp', 'owner', 10, 'Who and when', 'Owner', 'person', 'Who tells the story and answers for the event.', 'always', '', '', '', 1, 'Owns plans', 'me'),
 ('rtp', 'approved_by', 11, 'Who and when', 'Approved by', 'person', 'Who approved the plan for the Forum.', 'approved accepted', '', '', 'owner', 0, 'Approved', ''),
 ('rtp', 'approved_on', 12, 'Who and when', 'Approved on', 'date', 'The day on which the plan was approved.', 'approved accepted', '', '', '', 1, '', ''),
 ('rtp', 'accepted_on', 13, 'Who and when', 'Residual risk accepted on', 'date', 'The day on which the risk owner signed for what is left.', 'accepted', '', '', '', 0, '', ''),
 ('rtp', 'due', 14, 'Who and when', 'Next telling', 'date', 'The day by which the story is gone through with the incidents since.', '', '', '', '', 0, '', ''),
 ('rtp', 'risks', 15, 'Linked work', 'Risk', 'references', 'The risk that this plan treats.', '', '', 'risk', '', 0, 'Treatment plan', ''),
 ('rtp', 'assets', 16, 'Linked work', 'Assets touched', 'references', 'What the event hits.', '', '', 'asset supplier', '', 0, 'In treatment plans', ''),
 ('rtp', 'measures', 17, 'Linked work', 'Controls in the story', 'references', 'Measures, and sections of the manual that tell them, in the order in which they act.', '', '', 'measure page section', '', 0, 'Called for by', ''),
 ('rtp', 'triggers', 18, 'Linked work', 'May set off', 'references', 'Plans for the events that the impact of this one may become.', '', '', 'rtp plan', '', 0, 'Set off by', ''),
 ('rtp', 'actions', 19, 'Linked work', 'Still to be done', 'references', 'What the story may not yet tell stands on the To-Do-List.', '', '', 'todo change project', '', 0, 'From plan', ''),
 ('rtp', 'told_at', 20, 'Linked work', 'Told at', 'references', 'The section of the manual where the story stands, if it is told there.', '', '', 'page section', '', 0, 'Plan', ''),
 ('rtp', 'clauses', 21, 'Linked work', 'Ideas called for', 'clauses', 'Clauses of the Alternative Ideas List for which this plan is the reason.', '', '', '', '', 0, 'Called for by', '');
insert into soa_role (kind, field, role) values
 ('rtp', 'clauses', 'driver'),
 ('rtp', 'text', 'driver'),
 ('rtp', 'measures', 'control'),
 ('rtp', 'told_at', 'story'),
 ('rtp', 'risks', 'treats');
