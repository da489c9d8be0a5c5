-- What forms made, so that a form that is sent twice makes it once.

create table sent (
    key text primary key,       -- SHA-256 of its token, who sent it and what
    made integer not null,      -- a record's item, or a note
    made_at text not null
) without rowid;
create index sent_made on sent (made_at);
