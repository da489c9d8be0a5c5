-- Conformance: standards that the site works to, the structure they share,
-- lettered items, what is documented and asked for at each stage, expectations
-- of the site's own, and rules.

alter table standard add column scope integer not null default 0;        -- the site works to it
alter table standard add column origin text not null default 'shipped';  -- or site
update standard set scope = 1 where chosen = 1;

-- Place in the structure that management system standards share, or ''. What
-- is said of one clause holds for all others with the same place.
alter table clause add column shares text not null default '';
create index clause_shares on clause (shares, standard);

-- What is told about a clause beside what it asks: documented information,
-- evidence by stage of the audit, attributes.
create table clause_detail (
    clause integer not null references clause(id),
    position integer not null,
    kind text not null,     -- document record stage-1 stage-2 surveillance recertification attribute
    name text not null,     -- of an attribute, or ''
    words text not null,
    primary key (clause, position)
);

-- The standard's own words, where the site has a licence: never exported.
create table clause_text (
    standard text not null,
    clause text not null,
    words text not null,
    primary key (standard, clause)
);

alter table expectation add column origin text not null default 'shipped'; -- or site
create index expectation_own on expectation (clause) where origin = 'site';

-- A record's date as evidence: its own, or that of its last change. A link
-- says of the record it stands in what is asked of evidence, so that the
-- newest behind a clause are found along one index.
alter table record add column evidence_on text not null default '';
update record set evidence_on = case when dated <> '' then dated
    else substr(changed_at, 1, 10) end;
drop index record_dated;
create index record_evidence on record (kind, status, evidence_on desc);

alter table link add column kind text not null default '';         -- '' of pages
alter table link add column status text not null default '';
alter table link add column evidence_on text not null default '';
update link set kind = record.kind, status = record.status,
    evidence_on = record.evidence_on from record where record.id = link.owner;
drop index link_target;
create index link_target on link
    (target, kind, status, evidence_on desc, owner desc, role, source);
create index item_absent on item (id) where present = 0;

-- Rules of the checker that data makes: what each says, and how it is found.
create table rule (
    id text not null primary key,       -- IMS020
    position integer not null,
    severity text not null,             -- error warning note
    title text not null,
    mend text not null
);
create table rule_check (
    rule text not null references rule(id) deferrable initially deferred,
    position integer not null,
    words text not null,                -- as written in the file, such as
                                        -- records todo where due has passed
    says text not null,                 -- the message, with {fields}; or ''
    primary key (rule, position)
);

-- Records that a check may find, noted when they are saved; `passes` is the
-- date from which it does, or '' for at once.
create table record_remark (
    rule text not null,
    place integer not null,             -- of the check in its rule
    passes text not null,
    record integer not null references record(id),
    primary key (rule, place, passes, record)
);
create index record_remark_record on record_remark (record);

-- What a page still has that a finished page has not, noted when it is read.
create table page_remark (
    kind text not null,                 -- placeholder, instruction
    page integer not null references page(id),
    line integer not null,
    words text not null,
    primary key (kind, page, line, words)
);
create index page_remark_page on page_remark (page);

-- Links that were made against other words than their target has now.
alter table link add column suspect integer not null default 0;
update link set suspect = 1 where fingerprint <> '' and exists (
    select 1 from item where item.id = link.target
    and item.fingerprint <> '' and item.fingerprint <> link.fingerprint);
create index link_suspect on link (id) where suspect = 1;

-- The few that the rules ask for among the many.
create index page_review on page (next_review, approved_at) where present = 1;
create index page_approval on page (approved_at, approved_by) where present = 1;
create index page_alone on page (name) where present = 1
    and approved_hash = hash and approved_by = changed_by and approved_by <> '';

-- Statement of Applicability: what part a field, or a link of this role (text:
-- a link in the words), has in it. Which kinds call for an idea, carry it out
-- or say that it does not apply is so a matter of rows. `value` is only used
-- where the role says so.
--
--   applied excluded   clauses: the statement says that these apply, or do not
--   reason drivers     of the statement: why in words, and what calls for them
--   agreed-by          of the statement: who agreed; its date dates the record
--   driver             clauses: the record calls for these ideas
--   idle               status: with this value, though live, it calls for none
--   measure            clauses: the record carries out these ideas
--   test               of a measure: how its working is seen
--   works fails        of a measure: the values (with spaces) of what was seen
--   duty               references of a measure: these call for its ideas
--   control            references: the record calls for these measures, or for
--                      the ideas that these sections claim; it controls a risk
--   story              references: the ideas named in these sections are called
--                      for by the record
--   treats             references: the risks that the record treats
--   accepted until     dates of a risk: what is left is accepted, and how long
create table soa_role (
    kind text not null,
    field text not null,
    role text not null,
    value text not null default '',
    primary key (role, kind, field)
);
