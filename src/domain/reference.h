/*
 * The grammar of references (pure parsing; whether a reference resolves is
 * domain/resolve's business). One grammar in Markdown links, record fields,
 * /note/ addresses and JSON:
 *
 *   page:NAME[#section]  KIND:N  clause:STD/ID  file:HASH  person:NAME
 *   term:NAME  meets:STD/ID
 *
 * STD is a number with an edition (27001:2022) or without (27001: the edition
 * the site works to).
 */
#ifndef DOMAIN_REFERENCE_H
#define DOMAIN_REFERENCE_H

#include "base/error.h"
#include "base/text.h"

enum { REFERENCE_LIMIT = 512 }; /* bytes of a reference */

enum reference_type {
    REFERENCE_PAGE,
    REFERENCE_RECORD,
    REFERENCE_CLAUSE,
    REFERENCE_FILE,
    REFERENCE_PERSON,
    REFERENCE_TERM,
    REFERENCE_MEETS
};

struct reference {
    enum reference_type type;
    const char *scheme;  /* the word before the colon; a record's kind */
    const char *name;    /* page, file hash, login, term, or standard */
    const char *section; /* page: anchor or ""; clause, meets: clause id */
    long long number;    /* record: its number, from 1 */
};

/* Parse exactly one reference. The error says what is wrong with it. */
bool reference_parse(struct arena *arena, struct text text,
    struct reference *reference, struct error *error);

/* The reference as text, the inverse of parsing. */
const char *reference_format(
    struct arena *arena, const struct reference *reference);

/* Does a link's target claim to be a reference: a known scheme, or a word and
 * a number? Everything else is an ordinary address. */
bool reference_is_claimed(struct text target);

/* Is the word taken by the grammar itself, so that no kind may be called so? */
bool reference_is_reserved(const char *word);

#endif
