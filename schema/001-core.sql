-- The store of one IMS. Every thing that can be referred to is an item; pages,
-- sections, clauses, records, persons and files each add a row of their own
-- with the item's id. A link joins two items and can point at one that does
-- not exist (yet): then item.present is 0.

create table setting (
    name text not null primary key,
    value text not null
);

create table item (
    id integer primary key,
    ref text not null unique,           -- canonical reference, such as todo:17
    kind text not null,                 -- page section clause person file, or a record kind
    title text not null,
    present integer not null
);

create table kind (
    name text not null primary key,
    position integer not null,
    label text not null,                -- To-do
    plural text not null,               -- To-do list, as the heading of the list
    description text not null,
    dated text not null,                -- the field that dates it as evidence
    owner_label text not null default 'Owner',
    origin text not null default 'shipped'
);

create table status (
    kind text not null references kind(name) deferrable initially deferred,
    name text not null,
    position integer not null,
    label text not null,
    style text not null,                -- open active wait done
    live integer not null,              -- counts as evidence
    closed integer not null,            -- nothing more to do
    primary key (kind, name)
);

create table field (
    kind text not null references kind(name) deferrable initially deferred,
    name text not null,
    position integer not null,
    section text not null,              -- heading in the form and the view
    label text not null,
    type text not null,
    help text not null default '',
    required text not null default '',  -- '', always, or the statuses that need it
    choices text not null default '',   -- name=Label; name=Label
    kinds text not null default '',     -- kinds a reference may point to
    differs text not null default '',   -- a field it must not be equal to
    listed integer not null default 0,  -- 1: column in the list, 2: below the title there
    back text not null default '',      -- how the other end of the link is headed
    primary key (kind, name)
);

create table record (
    id integer primary key references item(id),
    kind text not null references kind(name) deferrable initially deferred,
    number integer not null,
    title text not null,
    status text not null,
    owner text not null,
    due text not null,
    dated text not null,
    value text not null,                -- JSON object of all fields
    revision integer not null,
    created_at text not null,
    changed_at text not null,
    changed_by text not null,
    unique (kind, number)
);
create index record_status on record (kind, status, due, number);
create index record_owner on record (kind, owner, due, number);
create index record_due on record (kind, due, number);
create index record_title on record (kind, title, number);
create index record_dated on record (kind, status, dated);
create index record_owned on record (owner, due);
create index record_next on record (due);
create index record_changed on record (changed_at);

create table link (
    id integer primary key,
    source integer not null references item(id),
    owner integer not null references item(id), -- the page or record it stands in
    role text not null,                 -- field name, text, or meets
    target integer not null references item(id),
    written text not null,              -- the reference as written
    line integer not null,              -- in the page's file; 0 in records
    fingerprint text not null           -- of the target's text when made
);
create index link_owner on link (owner);
create index link_source on link (source);
create index link_target on link (target, role);

create table revision (
    id integer primary key,
    item integer not null references item(id),
    number integer not null,
    made_at text not null,
    made_by text not null,
    action text not null,               -- created changed approved
    why text not null,
    snapshot text not null,             -- JSON
    previous text not null,             -- hash of the revision before, site wide
    hash text not null,
    unique (item, number)
);
create index revision_made on revision (made_at);

create table page (
    id integer primary key references item(id),
    name text not null unique,
    path text not null unique,          -- file below manual/
    folder text not null,               -- for the navigation
    alias text not null,                -- other name from the front matter's slug
    hash text not null,                 -- of the file's bytes
    size integer not null,
    mtime integer not null,
    inode integer not null,
    title text not null,
    summary text not null,
    reference text not null,
    version text not null,
    owner text not null,
    next_review text not null,
    classification text not null,
    weight integer not null,
    problem text not null,              -- why it cannot be shown, or ''
    revision integer not null,
    changed_at text not null,
    changed_by text not null,
    approved_hash text not null,
    approved_version text not null,
    approved_by text not null,
    approved_at text not null,
    present integer not null
);
create index page_folder on page (folder, weight, title);
create index page_alias on page (alias);

create table section (
    id integer primary key references item(id),
    page integer not null references page(id),
    slug text not null,
    title text not null,
    level integer not null,
    position integer not null,
    line integer not null,
    hash text not null                  -- of the section's text
);
create index section_page on section (page, position);

create table file (
    id integer primary key references item(id),
    hash text not null unique,
    name text not null,
    size integer not null,
    media text not null,
    added_at text not null,
    added_by text not null
);

create table person (
    id integer primary key references item(id),
    login text not null unique,
    name text not null,
    post text not null,
    email text not null,
    password text not null,
    active integer not null
);

create table person_role (
    person integer not null references person(id),
    role text not null,
    primary key (person, role)
);

create table session (
    token text not null primary key,    -- SHA-256 of what the cookie holds
    person integer not null references person(id),
    made_at integer not null,           -- seconds since 1970
    seen_at integer not null
);

create table login_failure (
    name text not null primary key,     -- login:… or address:…
    count integer not null,
    since integer not null
);

create table standard (
    id text not null primary key,       -- 27001:2022
    number text not null,
    edition text not null,
    name text not null,
    title text not null,
    position integer not null,
    chosen integer not null             -- the edition a bare number means
);

create table clause (
    id integer primary key references item(id),
    standard text not null references standard(id),
    clause text not null,
    parent text not null,
    kind text not null,
    heading text not null,
    asks text not null,
    position integer not null,
    unique (standard, clause)
);
create index clause_position on clause (standard, position);

create table expectation (
    clause integer not null references clause(id),
    position integer not null,
    words text not null,
    primary key (clause, position)
);

create virtual table search using fts5(
    ref unindexed, kind unindexed, title, body,
    tokenize = "unicode61 remove_diacritics 2"
);
