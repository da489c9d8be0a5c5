-- Key performance indicator (27001, 9001 and 22301 9.1).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('kpi', 41, 'Indicator', 'Indicators',
  'What is measured, how, how often and against which target, with the latest figure.', 'set_on', 'Owner', 'Objectives and measures');
insert into status (kind, name, position, label, style, live, closed) values
 ('kpi', 'proposed', 1, 'Proposed', 'open', 0, 0),
 ('kpi', 'active', 2, 'Measured', 'active', 1, 0),
 ('kpi', 'paused', 3, 'Paused', 'wait', 0, 0),
 ('kpi', 'retired', 4, 'Retired', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('kpi', 'title', 1, 'The indicator', 'Title', 'text', 'What is measured, such as papers delivered when promised.', 'always', '', '', '', 0, '', '', ''),
 ('kpi', 'body', 2, 'The indicator', 'How it is measured', 'markdown', 'The method, so exact that somebody else gets the same figure: what counts, from where, over which time.', 'active', '', '', '', 0, '', '', ''),
 ('kpi', 'purpose', 3, 'The indicator', 'What it is good for', 'text', 'Which question of the Forum it answers, and what is done when it is off target.', '', '', '', '', 0, '', '', ''),
 ('kpi', 'target', 4, 'The indicator', 'Target', 'number', 'The figure that is to be reached.', 'active', '', '', '', 1, '', '', ''),
 ('kpi', 'direction', 5, 'The indicator', 'Better is', 'choice', 'Whether the figure should be at least or at most the target.', 'active', 'up=Up: at least the target; down=Down: at most the target', '', '', 0, '', 'up', ''),
 ('kpi', 'units', 6, 'The indicator', 'Unit', 'text', 'What the figure counts: per cent, hours, cases.', '', '', '', '', 1, '', '', ''),
 ('kpi', 'alarm', 7, 'The indicator', 'Alarm at', 'number', 'The figure at which nobody waits for the next report.', '', '', '', '', 0, '', '', ''),
 ('kpi', 'value', 8, 'The indicator', 'Latest value', 'number', 'The figure of the newest measurement.', '', '', '', '', 1, '', '', 'latest measurement kpi value'),
 ('kpi', 'measured_on', 9, 'The indicator', 'Latest measurement', 'date', 'The day of the newest measurement.', '', '', '', '', 0, '', '', 'latest measurement kpi measured_on'),
 ('kpi', 'on_target', 10, 'The indicator', 'On target', 'yesno', 'Whether the latest value reaches the target.', '', '', '', '', 1, '', '', 'on_target value target direction'),
 ('kpi', 'measurements', 11, 'The indicator', 'Measurements', 'number', 'How many figures have been taken.', '', '', '', '', 0, '', '', 'count measurement kpi'),
 ('kpi', 'status', 12, 'Who and when', 'Status', 'status', 'Whether it is measured today.', 'always', '', '', '', 1, '', '', ''),
 ('kpi', 'owner', 13, 'Who and when', 'Owner', 'person', 'Who says what the figure means and what follows.', 'always', '', '', '', 1, 'Answers for indicator', 'me', ''),
 ('kpi', 'measured_by', 14, 'Who and when', 'Measured by', 'person', 'Who takes the figure; where it matters, not its owner.', '', '', '', '', 0, 'Measures', '', ''),
 ('kpi', 'frequency', 15, 'Who and when', 'How often', 'choice', 'The rhythm of measuring.', 'active', 'weekly=Weekly; monthly=Monthly; quarterly=Quarterly; yearly=Yearly; each=At each case', '', '', 0, '', 'quarterly', ''),
 ('kpi', 'set_on', 16, 'Who and when', 'Target set on', 'date', 'The day on which target and method were agreed; it dates the indicator as evidence.', 'active', '', '', '', 0, '', 'today', ''),
 ('kpi', 'due', 17, 'Who and when', 'Next measurement', 'date', 'The day by which the next figure is there.', '', '', '', '', 0, '', '', ''),
 ('kpi', 'objectives', 18, 'Linked work', 'Measures', 'references', 'Objectives, requirements and measures whose success it shows.', '', '', 'objective requirement measure supplier', '', 0, 'Measured by', '', ''),
 ('kpi', 'described', 19, 'Linked work', 'Described in', 'references', 'The page that explains it.', '', '', 'page section document', '', 0, 'Indicators', '', ''),
 ('kpi', 'actions', 20, 'Linked work', 'Actions', 'references', 'To-dos raised because it was off target.', '', '', 'todo change', '', 0, 'From indicator', '', ''),
 ('kpi', 'clauses', 21, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/9.1.', '', '', '', '', 0, 'Indicators', '', '');
