/*
 * Filling in the Statement of Applicability row by row, and agreeing to what
 * was proposed.
 *
 * What is written in a row becomes a proposed statement about that one idea
 * and counts when it is agreed; until then what was agreed before stands. A
 * row carries a stamp of what it was opened on: a row that nobody touched is
 * told from one that was, and one that somebody else saved meanwhile is not
 * written over.
 */
#ifndef DOMAIN_SOA_SAVE_H
#define DOMAIN_SOA_SAVE_H

#include "domain/soa_statement.h"

/* What stands in a row: proposed if anything is, else agreed. */
struct soa_row {
    bool applies;
    const char *reason;
    const char *drivers;
    const char *stamp;
};

struct soa_row soa_row_of(struct arena *arena,
    const struct soa_statement *agreed, const struct soa_statement *proposed);

/* A row as it was sent, and what came of it. */
struct soa_entry {
    const char *id; /* of the idea */
    struct soa_row row;
    const char *problem; /* what is wrong, or NULL */
    const char *field;   /* of the row: applies, reason or drivers */
    bool changed;        /* it is not what the stamp was made of */
    bool saved;
};

/* Did the person change the row? */
bool soa_entry_is_changed(struct arena *arena, const struct soa_entry *entry);

/* Save the changed rows among `entries` as proposed statements about ideas of
 * the standard (a full id), all in one transaction, or none: `saved` is how
 * many, 0 when any has a problem. */
bool soa_save(struct context *context, const char *standard,
    struct soa_entry *entries, size_t count, size_t *saved,
    struct error *error);

/* Agree to statements, each as NUMBER@REVISION: from today they count, and
 * what was agreed about their ideas before no longer does. ERROR_CONFLICT when
 * somebody changed one meanwhile. */
bool soa_agree(struct context *context, const char *const *statements,
    size_t count, struct error *error);

#endif
