-- What forms made, so that a form that is sent twice makes it once. By day,
-- which is how it is forgotten.

create table sent (
    day text not null,
    key text not null,          -- SHA-256 of its token, who sent it and what
    made integer not null,      -- a record's item, or a note
    primary key (day, key)
) without rowid;
