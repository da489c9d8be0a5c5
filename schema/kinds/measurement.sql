-- Measurement of an indicator (27001, 9001 and 22301 9.1).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('measurement', 42, 'Measurement', 'Measurements',
  'Figures taken for the indicators, each with its date, its source and what it means.', 'measured_on', 'Measured by', 'Objectives and measures');
insert into status (kind, name, position, label, style, live, closed) values
 ('measurement', 'taken', 1, 'Taken', 'wait', 0, 0),
 ('measurement', 'confirmed', 2, 'Confirmed', 'done', 1, 1),
 ('measurement', 'void', 3, 'Void', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds) values
 ('measurement', 'title', 1, 'The figure', 'Title', 'text', 'Indicator and period, such as KPI 4, third quarter.', 'always', '', '', '', 0, '', '', ''),
 ('measurement', 'value', 2, 'The figure', 'Value', 'number', 'The figure, in the unit of the indicator.', 'always', '', '', '', 1, '', '', ''),
 ('measurement', 'period_from', 3, 'The figure', 'Period from', 'date', 'The first day that the figure speaks of.', '', '', '', '', 0, '', '', ''),
 ('measurement', 'period_to', 4, 'The figure', 'Period to', 'date', 'The last day that it speaks of.', '', '', '', '', 0, '', '', ''),
 ('measurement', 'cases', 5, 'The figure', 'Cases', 'number', 'How many cases it was worked out from; a share of three says little.', '', '', '', '', 0, '', '', '0..'),
 ('measurement', 'source', 6, 'The figure', 'Taken from', 'text', 'System, list or clock from which the figure comes.', '', '', '', '', 0, '', '', ''),
 ('measurement', 'body', 7, 'The figure', 'What it means', 'markdown', 'The comment of the owner: why it is so, what follows.', '', '', '', '', 0, '', '', ''),
 ('measurement', 'status', 8, 'Who and when', 'Status', 'status', 'Confirmed when somebody has looked whether it can be right.', 'always', '', '', '', 1, '', '', ''),
 ('measurement', 'owner', 9, 'Who and when', 'Measured by', 'person', 'Who took the figure.', 'always', '', '', '', 1, 'Measured', 'me', ''),
 ('measurement', 'measured_on', 10, 'Who and when', 'Measured on', 'date', 'The day on which it was taken.', 'always', '', '', '', 1, '', 'today', ''),
 ('measurement', 'confirmed_by', 11, 'Who and when', 'Confirmed by', 'person', 'Who compared it with its source; not the one who took it.', '', '', '', 'owner', 0, 'Confirmed', '', ''),
 ('measurement', 'kpi', 12, 'Linked work', 'Indicator', 'reference', 'The indicator it belongs to, such as kpi:4.', 'always', '', 'kpi', '', 2, 'Measurements', '', ''),
 ('measurement', 'evidence', 13, 'Linked work', 'Evidence', 'references', 'The report or log that shows the figure.', '', '', 'document file exercise incident', '', 0, 'Shows figure', '', ''),
 ('measurement', 'actions', 14, 'Linked work', 'Led to', 'references', 'To-dos raised because of it.', '', '', 'todo change', '', 0, 'Comes from figure', '', '');
