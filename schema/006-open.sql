-- Less for a save to write: what is only asked of open records is indexed for
-- those alone (they have `closed` so that the table need not be asked for it),
-- and the revisions of one item are few enough to be sorted.

drop index record_number;
create index record_number on record (kind, number, closed) where closed = 0;
drop index record_owned;
create index record_owned on record (owner, due_order, kind, number, closed)
    where closed = 0;
drop index record_next;
create index record_next on record (due_order)
    where closed = 0 and due_order < '~';

-- The unique one begins with the item as well.
drop index revision_item;
