-- Registers: fields with defaults, bounds and computed values; kinds that an
-- administrator makes or extends; links made by hand that remember what they
-- were made against; notes, watchers; and indexes that keep lists, counts and
-- feeds as quick at 100,000 records as at ten.

alter table kind add column category text not null default '';
alter table status add column origin text not null default 'shipped';
alter table status add column retired integer not null default 0;
alter table field add column initial text not null default '';   -- value in a new form
alter table field add column bounds text not null default '';    -- 0..100
alter table field add column unit text not null default '';
alter table field add column computed text not null default '';  -- a computation and its arguments
alter table field add column origin text not null default 'shipped';
alter table field add column retired integer not null default 0;

-- Who may edit records of the kind; no rows: everybody who may edit records.
create table kind_role (
    kind text not null,
    role text not null,
    primary key (kind, role)
);

-- Open records stand before closed ones and those with a date before those
-- without, so that every list walks an index as far as its page goes.
alter table record add column closed integer not null default 0;
alter table record add column due_order text not null default '~';
update record set due_order = due where due <> '';
update record set closed = 1 where exists (
    select 1 from status where status.kind = record.kind
    and status.name = record.status and status.closed = 1);
drop index record_status;
drop index record_owner;
drop index record_due;
drop index record_owned;
drop index record_next;
drop index record_changed;
create index record_status on record (kind, status, due_order, number);
create index record_owner on record (kind, owner, due_order, number, closed);
create index record_open on record (kind, closed, due_order, number);
create index record_number on record (kind, closed, number);
create index record_owned on record (owner, closed, due_order, kind, number);
create index record_next on record (closed, due_order);

-- What lists filter and sort by, besides the columns of record.
create table record_value (
    kind text not null,
    field text not null,
    value text not null,
    amount real not null,               -- the value as a number, for order
    record integer not null references record(id),
    primary key (kind, field, amount, value, record)
);
create index record_value_record on record_value (record);

create table record_tally (
    kind text not null,
    status text not null,
    count integer not null,
    primary key (kind, status)
);
insert into record_tally (kind, status, count)
    select kind, status, count(*) from record group by kind, status;

-- What a link was made against: a digest of what the target says, not of where
-- it stands. Links made by hand say who made them, and can be withdrawn.
alter table item add column fingerprint text not null default '';
update link set fingerprint = '' where target in (select id from record);
alter table link add column made_at text not null default '';
alter table link add column made_by text not null default '';
alter table link add column manual integer not null default 0;
alter table link add column affirmed_at text not null default '';
alter table link add column affirmed_by text not null default '';

-- A revision is of an item, or of a part of it: a note, a link.
create table revision_parts (
    id integer primary key,
    item integer not null references item(id),
    part text not null,                 -- '', note:12, link:34
    number integer not null,
    kind text not null,
    made_at text not null,
    made_by text not null,
    action text not null,
    why text not null,
    snapshot text not null,
    previous text not null,
    hash text not null,
    unique (item, part, number)
);
insert into revision_parts (id, item, part, number, kind, made_at, made_by,
        action, why, snapshot, previous, hash)
    select revision.id, revision.item, '', revision.number, item.kind,
        made_at, made_by, action, why, snapshot, previous, hash
    from revision join item on item.id = revision.item order by revision.id;
drop table revision;
alter table revision_parts rename to revision;
create index revision_kind on revision (kind, id);
create index revision_item on revision (item, id);

-- Notes and discussion on anything that can be referred to.
create table note (
    id integer primary key,
    item integer not null references item(id),
    parent integer not null,            -- the note it answers, or 0
    body text not null,
    made_at text not null,
    made_by text not null,
    changed_at text not null,
    revision integer not null,
    withdrawn integer not null
);
create index note_item on note (item, id);

-- Who watches what: a reference, the name of a kind, or '' for all.
create table watch (
    person text not null,
    scope text not null,
    since text not null,
    primary key (person, scope)
);
create index watch_scope on watch (scope, person);
