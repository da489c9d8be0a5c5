/*
 * How the records of a kind are spread: counted along indexes, never by
 * reading the records.
 */
#ifndef DOMAIN_STATISTICS_H
#define DOMAIN_STATISTICS_H

#include "domain/record.h"

struct statistics_count {
    const char *value; /* canonical, "" for none */
    long long count;
};

/* How many records there are, closed ones too. */
bool statistics_total(struct context *context, const struct kind *kind,
    long long *total, struct error *error);

/* Open records by owner, those with the most first, at most `limit` owners;
 * `rest` is what the others have together. */
bool statistics_by_owner(struct context *context, const struct kind *kind,
    long long limit, struct statistics_count **counts, size_t *count,
    long long *rest, struct error *error);

/* Open records that were recorded before the moment `before` and not before
 * `from`, either of which may be "" for no end. */
bool statistics_by_age(struct context *context, const struct kind *kind,
    const char *from, const char *before, long long *count,
    struct error *error);

/* Does statistics_by_field() know the field: one of few values, and kept in
 * the index? */
bool statistics_has_field(const struct kind *kind, size_t field);

/* All records by the field's value: every choice in its order, then what is
 * no longer a choice, then those without a value. */
bool statistics_by_field(struct context *context, const struct kind *kind,
    size_t field, struct statistics_count **counts, size_t *count,
    struct error *error);

#endif
