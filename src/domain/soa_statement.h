/*
 * Statements: records that say of ideas that they apply, or do not, and why.
 * Which kind of record that is, and what its fields are called, is data (the
 * table soa_role).
 */
#ifndef DOMAIN_SOA_STATEMENT_H
#define DOMAIN_SOA_STATEMENT_H

#include "domain/kind.h"

/* The kind that states, and the names of its fields; "" where it has none. */
struct soa_form {
    const struct kind *kind; /* NULL when the site has none */
    const char *applied;
    const char *excluded;
    const char *reason;
    const char *drivers;
    const char *agreed_by;
};

/* What one record says of one idea. */
struct soa_statement {
    const char *clause; /* the idea's id: A.5.7 */
    const char *ref;    /* applicability:9 */
    long long number;
    long long revision;
    const char *title;
    const char *status; /* its label */
    bool live;          /* agreed: it counts */
    bool applies;
    const char *reason;    /* Markdown, or "" */
    const char *drivers;   /* references with spaces between them */
    const char *agreed_by; /* login, or "" */
    const char *date;      /* agreed on; when it is not, begun on */
    const char *changed_by;
    long long ideas; /* of how many ideas it speaks */
};

/* The form of statements. */
bool soa_form_read(
    struct context *context, struct soa_form *form, struct error *error);

/* All that is said, and not withdrawn, of clauses of the standard up to the
 * day `as_of`, in order of clause and record. `standard` is a full id. */
bool soa_statement_list(struct context *context, const char *standard,
    const char *as_of, struct soa_statement **statements, size_t *count,
    struct error *error);

/* What is agreed of the one clause at a position: does any statement exclude
 * it, and the reason that the newest gives (Markdown, "" for none). */
bool soa_statement_agreed(struct context *context, const char *standard,
    const char *as_of, long long position, bool *excluded, const char **reason,
    struct error *error);

/* Which change is in force of what is said of a standard's ideas: how many
 * statements were agreed up to the day, when the last was ("" for none), and
 * by whom (login, "" where it does not say). */
struct soa_version {
    long long changes;
    const char *date;
    const char *agreed_by;
};

bool soa_version_read(struct context *context, const struct soa_form *form,
    const char *standard, const char *as_of, struct soa_version *version,
    struct error *error);

#endif
