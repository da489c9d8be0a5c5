-- Meeting and its minutes (27001 5.1, 7.4; 9001 5.1; 22301 5.1).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('meeting', 12, 'Meeting', 'Meetings',
  'Meetings of the IMS Forum, of projects and of others that steer the system: who was there, what was said and agreed.', 'held_at', 'Chair', 'Audit and review');
insert into status (kind, name, position, label, style, live, closed) values
 ('meeting', 'planned', 1, 'Planned', 'open', 0, 0),
 ('meeting', 'held', 2, 'Held', 'active', 1, 1),
 ('meeting', 'approved', 3, 'Minutes approved', 'done', 1, 1),
 ('meeting', 'cancelled', 4, 'Cancelled', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('meeting', 'title', 1, 'The meeting', 'Title', 'text', 'Which meeting it is, such as Forum meeting of May.', 'always', '', '', '', 0, '', ''),
 ('meeting', 'type', 2, 'The meeting', 'Kind of meeting', 'choice', 'The body that met.', 'always', 'forum=IMS Forum; project=Project; team=Team; supplier=With a supplier; customer=With a customer; authority=With an authority; other=Other', '', '', 2, '', ''),
 ('meeting', 'agenda', 3, 'The meeting', 'Agenda', 'markdown', 'What is to be talked about, sent before the meeting.', '', '', '', '', 0, '', ''),
 ('meeting', 'body', 4, 'The meeting', 'Minutes', 'markdown', 'What was said and agreed, point by point; who does what until when.', 'held approved', '', '', '', 0, '', ''),
 ('meeting', 'place', 5, 'The meeting', 'Place', 'text', 'Room, site or line.', '', '', '', '', 0, '', ''),
 ('meeting', 'status', 6, 'Who and when', 'Status', 'status', 'Minutes are approved by those who were there.', 'always', '', '', '', 1, '', ''),
 ('meeting', 'owner', 7, 'Who and when', 'Chair', 'person', 'Who presides and approves the minutes.', 'always', '', '', '', 1, 'Chairs meetings', 'me'),
 ('meeting', 'secretary', 8, 'Who and when', 'Minutes by', 'person', 'Who writes down what was agreed.', '', '', '', '', 0, 'Keeps minutes of', ''),
 ('meeting', 'due', 9, 'Who and when', 'Planned for', 'date', 'The date set for it; reminders use it.', '', '', '', '', 0, '', ''),
 ('meeting', 'held_at', 10, 'Who and when', 'Held', 'moment', 'Day and hour at which it began.', 'held approved', '', '', '', 1, '', ''),
 ('meeting', 'length', 11, 'Who and when', 'Length', 'duration', 'How long it took, or is to take, such as 2 h.', '', '', '', '', 0, '', ''),
 ('meeting', 'attended', 12, 'Who and when', 'Present', 'references', 'Those of us who took part.', '', '', 'person', '', 0, 'Took part in meetings', ''),
 ('meeting', 'guests', 13, 'Who and when', 'Guests and absent', 'text', 'Others who came, and who was missing.', '', '', '', '', 0, '', ''),
 ('meeting', 'next_at', 14, 'Who and when', 'Next meeting', 'moment', 'When the same round meets again.', '', '', '', '', 0, '', ''),
 ('meeting', 'project', 15, 'Linked work', 'Project or subject', 'references', 'The project, supplier, review or plan that it was about.', '', '', '', '', 0, 'Meetings', ''),
 ('meeting', 'actions', 16, 'Linked work', 'Agreed', 'references', 'To-dos, changes and decisions that came of it.', '', '', 'todo change decision', '', 0, 'Agreed in', ''),
 ('meeting', 'papers', 17, 'Linked work', 'Papers', 'references', 'What lay on the table.', '', '', 'document file page', '', 0, 'Tabled in', '');
