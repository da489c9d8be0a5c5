-- Risk: an event, its likelihood and impact, its treatment and acceptance (27001 6.1.2, 6.1.3, 8.2, 8.3; 9001 6.1; 22301 8.2.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('risk', 21, 'Risk', 'Risks',
  'Events that may happen, how likely they are and what harm they would do, how they are treated, and who accepts what is left.', 'assessed_on', 'Risk owner', 'Risk and control');
insert into status (kind, name, position, label, style, live, closed) values
 ('risk', 'identified', 1, 'Identified', 'open', 0, 0),
 ('risk', 'assessed', 2, 'Assessed', 'active', 1, 0),
 ('risk', 'treated', 3, 'Treated', 'wait', 1, 0),
 ('risk', 'accepted', 4, 'Accepted', 'done', 1, 0),
 ('risk', 'closed', 5, 'Closed', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('risk', 'title', 1, 'The event', 'Title', 'text', 'The event that may happen, such as theft from a vehicle.', 'always', '', '', '', 0, '', '', ''),
 ('risk', 'body', 2, 'The event', 'Cause and impact', 'markdown', 'What may bring it about, what it touches, and the harm that follows if nothing stops it.', 'assessed treated accepted', '', '', '', 0, '', '', ''),
 ('risk', 'harms', 3, 'The event', 'Harms', 'choices', 'What is lost when it happens.', '', 'confidentiality=Confidentiality; integrity=Integrity; availability=Availability; quality=Quality; continuity=Continuity; law=Law and contract; people=People', '', '', 0, '', '', ''),
 ('risk', 'raw_likelihood', 4, 'Level and treatment', 'Likelihood without controls', 'scale', 'How likely it would be if nothing were done; it shows what the controls are worth.', '', 'rare=Rare #green; unlikely=Unlikely #green; possible=Possible #yellow; likely=Likely #orange; certain=Almost certain #red', '', '', 0, '', '', ''),
 ('risk', 'raw_impact', 5, 'Level and treatment', 'Impact without controls', 'scale', 'The harm if nothing were done.', '', 'slight=Slight #green; minor=Minor #green; moderate=Moderate #yellow; major=Major #orange; ruinous=Ruinous #red', '', '', 0, '', '', ''),
 ('risk', 'raw_level', 6, 'Level and treatment', 'Level without controls', 'scale', 'Likelihood times impact before treatment.', '', 'low=Low #green >=1; medium=Medium #yellow >=5; high=High #orange >=10; extreme=Extreme #red >=13', '', '', 0, '', '', 'level raw_likelihood raw_impact'),
 ('risk', 'likelihood', 7, 'Level and treatment', 'Likelihood', 'scale', 'How likely it is today, with the controls that exist, judged by the examples in the method.', 'assessed treated accepted', 'rare=Rare #green; unlikely=Unlikely #green; possible=Possible #yellow; likely=Likely #orange; certain=Almost certain #red', '', '', 0, '', '', ''),
 ('risk', 'impact', 8, 'Level and treatment', 'Impact', 'scale', 'The harm that would be done today, with the controls that exist.', 'assessed treated accepted', 'slight=Slight #green; minor=Minor #green; moderate=Moderate #yellow; major=Major #orange; ruinous=Ruinous #red', '', '', 0, '', '', ''),
 ('risk', 'score', 9, 'Level and treatment', 'Score', 'number', 'Likelihood times impact, each counted from 1 to 5.', '', '', '', '', 0, '', '', 'product likelihood impact'),
 ('risk', 'level', 10, 'Level and treatment', 'Level', 'scale', 'What the score means; what is high or more goes to the Forum.', '', 'low=Low #green >=1; medium=Medium #yellow >=5; high=High #orange >=10; extreme=Extreme #red >=13', '', '', 1, '', '', 'level likelihood impact'),
 ('risk', 'target_likelihood', 11, 'Level and treatment', 'Target likelihood', 'scale', 'How likely it is to be when the treatment is finished.', '', 'rare=Rare #green; unlikely=Unlikely #green; possible=Possible #yellow; likely=Likely #orange; certain=Almost certain #red', '', '', 0, '', '', ''),
 ('risk', 'target_impact', 12, 'Level and treatment', 'Target impact', 'scale', 'The harm that is left when the treatment is finished.', '', 'slight=Slight #green; minor=Minor #green; moderate=Moderate #yellow; major=Major #orange; ruinous=Ruinous #red', '', '', 0, '', '', ''),
 ('risk', 'target_level', 13, 'Level and treatment', 'Target level', 'scale', 'The level that the treatment aims at.', '', 'low=Low #green >=1; medium=Medium #yellow >=5; high=High #orange >=10; extreme=Extreme #red >=13', '', '', 1, '', '', 'level target_likelihood target_impact'),
 ('risk', 'treatment', 14, 'Level and treatment', 'Treatment', 'choice', 'What is done with it. To bear it is a choice too, and needs a reason.', 'treated accepted', 'modify=Reduce it by controls; avoid=Avoid the cause; share=Share it, by contract or insurance; retain=Bear it', '', '', 0, '', '', ''),
 ('risk', 'reason', 15, 'Level and treatment', 'Reason', 'markdown', 'Why this treatment, and why what is left can be borne.', 'accepted', '', '', '', 0, '', '', ''),
 ('risk', 'accepted_by', 16, 'Level and treatment', 'Accepted by', 'person', 'The risk owner, or the Forum above the line; never the one who only keeps the list.', 'accepted', '', '', '', 0, 'Accepted risks', '', ''),
 ('risk', 'accepted_on', 17, 'Level and treatment', 'Accepted on', 'date', 'The day on which what is left was accepted.', 'accepted', '', '', '', 0, '', '', ''),
 ('risk', 'accepted_until', 18, 'Level and treatment', 'Accepted until', 'date', 'An acceptance ends; by this day it is given anew or the risk is treated.', 'accepted', '', '', '', 0, '', '', ''),
 ('risk', 'status', 19, 'Who and when', 'Status', 'status', 'How far it has come on the way from found to accepted.', 'always', '', '', '', 1, '', '', ''),
 ('risk', 'owner', 20, 'Who and when', 'Risk owner', 'person', 'Who answers for the event and may spend what the treatment needs.', 'always', '', '', '', 1, 'Owns risks', 'me', ''),
 ('risk', 'assessed_on', 21, 'Who and when', 'Assessed on', 'date', 'The day on which likelihood and impact were last judged.', 'assessed treated accepted', '', '', '', 0, '', 'today', ''),
 ('risk', 'due', 22, 'Who and when', 'Next assessment', 'date', 'The day by which it is judged again; sooner if something changes.', '', '', '', '', 0, '', '', ''),
 ('risk', 'assets', 23, 'Linked work', 'Touches', 'references', 'Assets, suppliers and activities that the event would hit.', '', '', 'asset supplier bia', '', 0, 'Risks', '', ''),
 ('risk', 'measures', 24, 'Linked work', 'Controls', 'references', 'Measures, and sections of the manual that tell them, that keep it where it is; an auditor samples them.', '', '', 'measure page section', '', 0, 'Works against', '', ''),
 ('risk', 'actions', 25, 'Linked work', 'Still to be done', 'references', 'To-dos, changes and projects that will bring it to its target.', '', '', 'todo change project', '', 0, 'Treats risk', '', ''),
 ('risk', 'clauses', 26, 'Linked work', 'Clauses', 'clauses', 'Clauses that it calls for or serves, such as 27001/A.7.9.', '', '', '', '', 0, 'Called for by risks', '', '');
insert into soa_role (kind, field, role) values
 ('risk', 'clauses', 'driver'),
 ('risk', 'measures', 'control'),
 ('risk', 'accepted_on', 'accepted'),
 ('risk', 'accepted_until', 'until');
