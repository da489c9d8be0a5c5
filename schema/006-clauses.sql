-- All of a clause but what it asks, which is most of its text and which only
-- those read who show it: a walk over a standard reads this index alone.

drop index clause_position;
create index clause_position on clause
    (standard, position, clause, parent, kind, heading, shares);
