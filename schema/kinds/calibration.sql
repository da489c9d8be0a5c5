-- Monitoring and measuring equipment and its calibration (9001 7.1.5).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('calibration', 83, 'Measuring equipment', 'Measuring equipment',
  'Instruments whose figures we rely on: what each measures, how exactly, when it was compared with a standard, and with what result.', 'calibrated_on', 'Looked after by', 'Quality');
insert into status (kind, name, position, label, style, live, closed) values
 ('calibration', 'new', 1, 'Not yet compared', 'open', 0, 0),
 ('calibration', 'used', 2, 'In use', 'active', 1, 0),
 ('calibration', 'blocked', 3, 'Blocked', 'wait', 0, 0),
 ('calibration', 'retired', 4, 'Retired', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('calibration', 'title', 1, 'The instrument', 'Title', 'text', 'What it is, such as moisture meter of the store.', 'always', '', '', '', 0, '', '', ''),
 ('calibration', 'identifier', 2, 'The instrument', 'Identifier', 'text', 'Number on the label and serial number.', 'always', '', '', '', 1, '', '', ''),
 ('calibration', 'measures', 3, 'The instrument', 'Measures', 'text', 'What it measures, in which range.', 'always', '', '', '', 0, '', '', ''),
 ('calibration', 'use', 4, 'The instrument', 'Used for', 'text', 'Which decision rests on its figure.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'tolerance', 5, 'The instrument', 'Allowed deviation', 'text', 'How far it may be off before its figure is of no use.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'location', 6, 'The instrument', 'Where it is', 'text', 'Site and room.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'protected', 7, 'The instrument', 'Protected against', 'text', 'How it is kept from being altered, damaged or dropped unnoticed.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'interval', 8, 'Calibration', 'Interval', 'duration', 'How often it is compared, such as 1 year.', 'used', '', '', '', 0, '', '', ''),
 ('calibration', 'standard', 9, 'Calibration', 'Compared with', 'text', 'The standard and its chain up to a national one; if there is none, what served instead.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'deviation', 10, 'Calibration', 'Deviation found', 'text', 'How far it was off before it was set right.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'result', 11, 'Calibration', 'Result', 'choice', 'What the last comparison showed.', 'used', 'pass=Within the allowed deviation; adjusted=Set right; fail=Not usable', '', '', 1, '', '', ''),
 ('calibration', 'effect', 12, 'Calibration', 'Effect on earlier figures', 'markdown', 'If it was off: which earlier results are in doubt, and what was done about them.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'certificate', 13, 'Calibration', 'Certificate', 'text', 'Number and issuer of the certificate.', '', '', '', '', 0, '', '', ''),
 ('calibration', 'status', 14, 'Who and when', 'Status', 'status', 'Blocked is what must not be used.', 'always', '', '', '', 1, '', '', ''),
 ('calibration', 'owner', 15, 'Who and when', 'Looked after by', 'person', 'Who sees that it is compared in time.', 'always', '', '', '', 1, 'Looks after instruments', 'me', ''),
 ('calibration', 'calibrated_on', 16, 'Who and when', 'Calibrated on', 'date', 'The day of the last comparison; it dates the entry as evidence.', 'used', '', '', '', 0, '', '', ''),
 ('calibration', 'due', 17, 'Who and when', 'Next calibration', 'date', 'The day by which it is compared again, worked out from the last comparison and the interval.', '', '', '', '', 1, '', '', 'after calibrated_on interval'),
 ('calibration', 'supplier', 18, 'Linked work', 'Calibrated by', 'reference', 'The supplier who compares it.', '', '', 'supplier', '', 0, 'Calibrates', '', ''),
 ('calibration', 'evidence', 19, 'Linked work', 'Certificates', 'references', 'Certificates and sheets of all comparisons.', '', '', 'document file', '', 0, 'Certificate of', '', ''),
 ('calibration', 'actions', 20, 'Linked work', 'Led to', 'references', 'Outputs, to-dos and incidents that came of a wrong figure.', '', '', 'todo output incident', '', 0, 'From instrument', '', ''),
 ('calibration', 'clauses', 21, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 9001/7.1.5.2.', '', '', '', '', 0, 'Measuring equipment', '', '');
