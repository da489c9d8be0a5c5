-- Competence of a person for a task (27001, 9001 and 22301 7.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('competence', 50, 'Competence', 'Competences',
  'What people must be able to do for their work, how far they are, and how a gap is closed.', 'judged_on', 'Person', 'People');
insert into status (kind, name, position, label, style, live, closed) values
 ('competence', 'needed', 1, 'Needed', 'open', 0, 0),
 ('competence', 'learning', 2, 'Being learnt', 'active', 0, 0),
 ('competence', 'proven', 3, 'Proven', 'done', 1, 0),
 ('competence', 'lapsed', 4, 'Lapsed', 'wait', 0, 0),
 ('competence', 'ended', 5, 'No longer needed', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('competence', 'title', 1, 'The competence', 'Title', 'text', 'What is to be mastered, and by whom, such as image checking, Vale bureau.', 'always', '', '', '', 0, ''),
 ('competence', 'body', 2, 'The competence', 'What must be mastered', 'markdown', 'What the holder must be able to do, so that somebody can see it being done.', '', '', '', '', 0, ''),
 ('competence', 'matters', 3, 'The competence', 'Why it matters', 'text', 'What goes wrong when it is missing: quality, security, continuity.', '', '', '', '', 0, ''),
 ('competence', 'required_level', 4, 'The competence', 'Level needed', 'scale', 'How well it must be mastered for this work.', 'always', 'none=None #red; learning=Learning #orange; guided=Able with help #yellow; able=Able alone #green; teacher=Able to teach #green', '', '', 0, ''),
 ('competence', 'level', 5, 'The competence', 'Level today', 'scale', 'How well it is mastered, as judged by somebody who can.', 'proven', 'none=None #red; learning=Learning #orange; guided=Able with help #yellow; able=Able alone #green; teacher=Able to teach #green', '', '', 1, ''),
 ('competence', 'basis', 6, 'The competence', 'Rests on', 'choices', 'What the judgement rests on.', '', 'education=Education; training=Training; experience=Experience; observed=Seen at work; exam=Examination', '', '', 0, ''),
 ('competence', 'gap', 7, 'The competence', 'How the gap is closed', 'markdown', 'Course, working beside somebody, change of the job, or hiring.', '', '', '', '', 0, ''),
 ('competence', 'deputy', 8, 'The competence', 'Who else can do it', 'text', 'If nobody else can, that is a risk of its own.', '', '', '', '', 0, ''),
 ('competence', 'status', 9, 'Who and when', 'Status', 'status', 'Whether the need is met today.', 'always', '', '', '', 1, ''),
 ('competence', 'owner', 10, 'Who and when', 'Person', 'person', 'Whose competence it is.', 'always', '', '', '', 1, 'Competences'),
 ('competence', 'post', 11, 'Who and when', 'Role', 'role', 'The role of the system that asks for it, if it is one.', '', '', '', '', 0, ''),
 ('competence', 'judged_by', 12, 'Who and when', 'Judged by', 'person', 'Who judged it; nobody judges themselves.', 'proven', '', '', 'owner', 0, 'Judges'),
 ('competence', 'judged_on', 13, 'Who and when', 'Judged on', 'date', 'The day of the last judgement; it dates the record as evidence.', 'proven', '', '', '', 0, ''),
 ('competence', 'due', 14, 'Who and when', 'Next judgement', 'date', 'The day by which it is judged again.', '', '', '', '', 1, ''),
 ('competence', 'courses', 15, 'Linked work', 'Courses', 'references', 'Courses by which it is learnt.', '', '', 'course', '', 0, 'Teaches'),
 ('competence', 'trainings', 16, 'Linked work', 'Training done', 'references', 'Records of training that led to it.', '', '', 'training', '', 0, 'Leads to'),
 ('competence', 'evidence', 17, 'Linked work', 'Evidence', 'references', 'Certificates, sheets and notes.', '', '', 'document file', '', 0, 'Shows competence'),
 ('competence', 'clauses', 18, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/7.2.', '', '', '', '', 0, 'Competences');
