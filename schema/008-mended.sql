-- The index of words is merged in fewer, larger steps: in a site of a hundred
-- thousand records a quarter of what was written was merging. A search has some
-- more pieces to look into, a fraction of a millisecond.
insert into search (search, rank) values ('automerge', 16);
insert into search (search, rank) values ('crisismerge', 64);

-- A record without its date is as old as itself. Where the field that dates a
-- kind was changed, it had become as young as its last change.
update record set evidence_on = substr(created_at, 1, 10)
    where dated = '' and evidence_on <> substr(created_at, 1, 10);
update link set evidence_on = record.evidence_on from record
    where record.id = link.owner and link.evidence_on <> record.evidence_on;

-- What is empty stands before every number and level, not among them.
update record_value set amount = -1e308 where value = '' and exists (
    select 1 from field where field.kind = record_value.kind
    and field.name = record_value.field and field.type in
    ('number', 'percent', 'money', 'duration', 'choice', 'scale', 'status'));
