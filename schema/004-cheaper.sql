-- Less for a save to write and for a walk to read. Rows that are only ever found
-- by their key stand in one tree instead of two, and what a record holds is
-- found by its owner alone.

create table setting_one (
    name text not null primary key,
    value text not null
) without rowid;
insert into setting_one (name, value) select name, value from setting;
drop table setting;
alter table setting_one rename to setting;

create table record_value_one (
    kind text not null,
    field text not null,
    value text not null,
    amount real not null,               -- the value as a number, for order
    record integer not null references record(id),
    primary key (kind, field, amount, value, record)
) without rowid;
insert into record_value_one (kind, field, value, amount, record)
    select kind, field, value, amount, record from record_value;
drop table record_value;
alter table record_value_one rename to record_value;
create index record_value_record on record_value (record);

create table record_tally_one (
    kind text not null,
    status text not null,
    count integer not null,
    primary key (kind, status)
) without rowid;
insert into record_tally_one (kind, status, count)
    select kind, status, count from record_tally;
drop table record_tally;
alter table record_tally_one rename to record_tally;

create table record_remark_one (
    rule text not null,
    place integer not null,             -- of the check in its rule
    passes text not null,               -- the date from which it finds it
    record integer not null references record(id),
    primary key (rule, place, passes, record)
) without rowid;
insert into record_remark_one (rule, place, passes, record)
    select rule, place, passes, record from record_remark;
drop table record_remark;
alter table record_remark_one rename to record_remark;
create index record_remark_record on record_remark (record);

-- Of a record's links the source is the owner; those of sections are few.
drop index link_source;
create index link_section on link (source) where source <> owner;

-- Walked backwards it has the newest first, and of a day the latest.
drop index record_evidence;
create index record_evidence on record (kind, status, evidence_on);

-- What rules ask for is found without reading what they do not.
create index clause_kind on clause (standard, kind);
create index page_problem on page (path) where problem <> '' and present = 1;

-- A record without its date is as old as itself, however late it was changed.
update record set evidence_on = substr(created_at, 1, 10) where dated = '';
update link set evidence_on = record.evidence_on from record
    where record.id = link.owner and link.evidence_on <> record.evidence_on;
