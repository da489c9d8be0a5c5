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
    (target, kind, status, evidence_on desc, owner, role, source);
create index item_absent on item (id) where present = 0;
