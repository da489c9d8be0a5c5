-- Entry of the communication plan (27001, 9001 and 22301 7.4; 22301 8.4.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('communication', 33, 'Communication', 'Communications',
  'Who is told what, when, how and by whom: the plan, and the last time it was done.', 'told_on', 'Told by', 'Context and duties');
insert into status (kind, name, position, label, style, live, closed) values
 ('communication', 'planned', 1, 'Planned', 'open', 0, 0),
 ('communication', 'active', 2, 'In use', 'active', 1, 0),
 ('communication', 'ended', 3, 'Ended', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('communication', 'title', 1, 'What is told', 'Title', 'text', 'What is told, in a few words.', 'always', '', '', '', 0, '', ''),
 ('communication', 'body', 2, 'What is told', 'Content', 'markdown', 'What is said and what is not; the text, if it is always the same.', '', '', '', '', 0, '', ''),
 ('communication', 'audience', 3, 'What is told', 'To whom', 'text', 'Who is to know it; outside, name the party below too.', 'always', '', '', '', 1, '', ''),
 ('communication', 'reach', 4, 'What is told', 'Inside or outside', 'choice', 'Outside, only those named here may speak.', '', 'inside=Inside; outside=Outside; both=Both', '', '', 0, '', ''),
 ('communication', 'trigger', 5, 'What is told', 'When', 'choice', 'At a time, at an event, or when asked.', 'always', 'regular=At set times; event=When something happens; request=When asked; emergency=In an emergency', '', '', 2, '', ''),
 ('communication', 'frequency', 6, 'What is told', 'How often or how soon', 'text', 'Such as each quarter, or the same day.', '', '', '', '', 0, '', ''),
 ('communication', 'channel', 7, 'What is told', 'How', 'choices', 'By which means; for emergencies at least two that do not fail together.', '', 'mail=E-mail; letter=Letter; telephone=Telephone; meeting=Meeting; board=Notice board; web=Web; training=Training; message=Text message; media=Press', '', '', 0, '', ''),
 ('communication', 'understood', 8, 'What is told', 'How we know it arrived', 'text', 'Acknowledgement, question at the bench, answer, test call.', '', '', '', '', 0, '', ''),
 ('communication', 'status', 9, 'Who and when', 'Status', 'status', 'Whether it is done today.', 'always', '', '', '', 1, '', ''),
 ('communication', 'owner', 10, 'Who and when', 'Told by', 'person', 'Who speaks; for the press there is one name only.', 'always', '', '', '', 1, 'Tells', 'me'),
 ('communication', 'deputy', 11, 'Who and when', 'Deputy', 'person', 'Who speaks when the first cannot.', '', '', '', 'owner', 0, 'Tells as deputy', ''),
 ('communication', 'told_on', 12, 'Who and when', 'Last told', 'date', 'The day on which it was last done; it dates the entry as evidence.', '', '', '', '', 0, '', ''),
 ('communication', 'due', 13, 'Who and when', 'Next', 'date', 'The day by which it is done again.', '', '', '', '', 1, '', ''),
 ('communication', 'parties', 14, 'Linked work', 'Parties', 'references', 'Interested parties outside who are told.', '', '', 'party supplier', '', 0, 'Told', ''),
 ('communication', 'source', 15, 'Linked work', 'Tells about', 'references', 'Pages, plans, indicators or incidents that it is about.', '', '', '', '', 0, 'Communicated in', ''),
 ('communication', 'evidence', 16, 'Linked work', 'Shown by', 'references', 'Mails, minutes and notices that were sent.', '', '', 'document file meeting', '', 0, 'Shows communication', ''),
 ('communication', 'clauses', 17, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/7.4.', '', '', '', '', 0, 'Communications', '');
