-- All of a clause but what it asks, which is most of its text and which only
-- those read who show it: a walk over a standard reads this index alone.

drop index clause_position;
create index clause_position on clause
    (standard, position, clause, parent, kind, heading, shares);

-- What is expected is only ever found by its key: one tree instead of two.
create table expectation_one (
    clause integer not null references clause(id),
    position integer not null,
    words text not null,
    origin text not null default 'shipped',     -- or site
    primary key (clause, position)
) without rowid;
insert into expectation_one (clause, position, words, origin)
    select clause, position, words, origin from expectation;
drop table expectation;
alter table expectation_one rename to expectation;
create index expectation_own on expectation (clause) where origin = 'site';
