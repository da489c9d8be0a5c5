-- A status that only those give who may approve, because it says that somebody
-- agreed. What shipped kinds say of theirs is read anew from their files; here
-- it is said of those that a site changed.

alter table status add column approves integer not null default 0;
update status set approves = 1 where kind = 'applicability' and name = 'agreed';
update status set approves = 1 where kind = 'waiver' and name = 'granted';

-- Of a text that was changed on disk the owner is the author (IMS032).
drop index page_alone;
create index page_alone on page (name) where present = 1
    and approved_hash = hash and approved_by <> '' and approved_by =
    case when changed_by = '' then owner else changed_by end;
