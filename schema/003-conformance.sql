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
