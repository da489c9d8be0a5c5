/*
 * What every change of a kind shares (domain/kind_edit): beginning, checking,
 * taking effect.
 */
#ifndef DOMAIN_KIND_CHANGE_H
#define DOMAIN_KIND_CHANGE_H

#include "domain/kind_save.h"

/* Note what is wrong with an input; always false. */
bool kind_change_problem(struct kind_save *save, const char *input,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Begin the transaction, unless the kinds are no longer those of the stamp,
 * and record what the program changed in this kind ("" for none). */
bool kind_change_begin(
    struct kind_save *save, const char *kind, struct error *error);

/* Check the rows as they are now and read them: the kind itself, which lives
 * in the request's arena. NULL when there are problems. */
bool kind_change_read(struct kind_save *save, const char *name,
    const struct kind **kind, struct error *error);

/* What of the kind's records has to be written anew. */
struct kind_effect {
    bool lists;    /* listing, types, choices, closed statuses */
    bool links;    /* types of references and texts, the evidence date */
    bool computes; /* what computed fields follow from, and how */
    bool moved; /* its place among the kinds, which its definition is without */
};

/* Take effect and commit. Nothing changed: nothing is written. */
bool kind_change_end(struct kind_save *save, const struct kind *kind,
    const char *action, struct kind_effect effect, struct error *error);

/* Undo; false, with the error or with ERROR_INVALID for the problems. */
bool kind_change_fail(struct kind_save *save, struct error *error);

/* A short text of an input: required or not, at most so many bytes. */
void kind_change_check_text(struct kind_save *save, const char *input,
    const char *value, bool required, size_t most);

/* Small letters and digits, and the bytes of `extra`; the first a letter. */
bool kind_change_is_name(const char *name, const char *extra, size_t most);

#endif
