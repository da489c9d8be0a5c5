/*
 * Records of any kind: read, list, check and save.
 *
 * A record's values are canonical texts in the order of its kind's fields.
 * Saving a record, its links, its search entry and its revision is one
 * transaction; a save carries the revision it was opened on and is refused
 * (ERROR_CONFLICT) when there is a newer one.
 */
#ifndef DOMAIN_RECORD_H
#define DOMAIN_RECORD_H

#include "domain/field.h"
#include "domain/kind.h"

struct record {
    long long id; /* item; 0 for one not saved yet */
    const struct kind *kind;
    long long number;
    long long revision;  /* 0 for one not saved yet */
    const char **values; /* one for each field of the kind, "" when empty */
    const char *changed_at;
    const char *dated; /* its date as evidence; this and the next are "" in
                          lists */
    const char *created_at;
    const char *changed_by;
};

/* What is wrong with one field of a form. */
struct field_problem {
    const struct field *field;
    const char *message;
};

struct record_problems {
    struct field_problem *problems;
    size_t count;
};

/* An empty record of the kind, with its first status. */
struct record record_create(struct arena *arena, const struct kind *kind);

/* The record's value of a common field such as kind->title, or "". */
const char *record_value(const struct record *record, int field);
const char *record_value_of(const struct record *record, const char *field);

/* The status it has, or NULL when its kind has none of that name. */
const struct status *record_status(const struct record *record);

/* "todo:17". */
const char *record_ref(struct arena *arena, const struct record *record);

bool record_read(struct context *context, const struct kind *kind,
    long long number, struct record *record, bool *found, struct error *error);

/* The values a snapshot (JSON) holds, as a record. */
bool record_from_snapshot(struct context *context, const struct kind *kind,
    const char *snapshot, struct record *record, struct error *error);

/* Check inputs (one for each field) and put the canonical values into the
 * record; what is wrong is listed by field, and the input kept as it is. */
bool record_check(struct context *context, struct record *record,
    const char *const *inputs, struct record_problems *problems,
    struct error *error);

/* Save checked values. A new record (revision 0) gets the next number; else
 * record->revision must be the present one. On success the record has its new
 * number and revision. Nothing changed: nothing is written. Nor when the same
 * form made the record before (see sent.h): its number, and revision 0. Where
 * no transaction is under way, others that wait may be saved with it, or it
 * with theirs (see record_group.h). */
bool record_save(struct context *context, struct record *record,
    const char *why, struct error *error);

/* Do two records of a kind hold the same values? */
bool record_equal(const struct record *a, const struct record *b);

/* The record as a JSON object: {"title":…}. Only fields that are not empty. */
void record_write_values(struct builder *out, const struct record *record);

enum record_order {
    RECORD_BY_DUE,
    RECORD_BY_NUMBER,
    RECORD_BY_NEWEST,
    RECORD_BY_TITLE,
    RECORD_BY_STATUS,
    RECORD_BY_OWNER,
    RECORD_BY_VALUE,     /* of the filter's sort_field */
    RECORD_BY_VALUE_DOWN /* the greatest first */
};

enum { RECORD_FIELD_FILTERS = 3 };

/* Records whose field has this value. */
struct record_field_filter {
    int field; /* one that record_index_has() */
    const char *value;
};

struct record_filter {
    const char *status;     /* one status, or "" */
    bool open_only;         /* all that are not closed */
    const char *owner;      /* login or "" */
    const char *words;      /* full text or "" */
    const char *due_before; /* due before this date, or "" */
    struct record_field_filter by_field[RECORD_FIELD_FILTERS];
    size_t field_count;
    int sort_field; /* for RECORD_BY_VALUE, one that record_index_has() */
    enum record_order order;
    long long limit;
    long long offset;
    const bool *fields; /* which values are read, for each field of the kind;
                           the others are "". NULL: all */
};

/* Records of the kind that pass the filter, from its offset up to its limit. */
bool record_list(struct context *context, const struct kind *kind,
    const struct record_filter *filter, struct record **records, size_t *count,
    struct error *error);

/* How many pass it in all. */
bool record_count(struct context *context, const struct kind *kind,
    const struct record_filter *filter, long long *total, struct error *error);

/* Called with each record in turn, which is gone when it returns. */
typedef void record_visit(void *user, const struct record *record);

/* All records of the kind that pass the filter (its limit and offset do not
 * count), one after the other. */
bool record_each(struct context *context, const struct kind *kind,
    const struct record_filter *filter, record_visit *visit, void *user,
    struct error *error);

struct status_count {
    const struct status *status;
    long long count;
};

/* How many records have each status, and how many open ones are late. */
bool record_count_statuses(struct context *context, const struct kind *kind,
    struct status_count **counts, long long *late, struct error *error);

#endif
