/*
 * Files on a record: each is a link made by hand, in the role `file`, from the
 * record to a kept file. Withdrawing takes the link away; the file stays, as
 * whatever else refers to it still does.
 */
#ifndef DOMAIN_RECORD_FILE_H
#define DOMAIN_RECORD_FILE_H

#include "domain/record.h"

struct record_file {
    long long link;
    const char *hash;
    const char *name;
    const char *title;
    long long size;
    const char *filed_at; /* on this record */
    const char *filed_by; /* login */
    const char *filed_by_name;
};

/* A file to be filed. */
struct record_file_draft {
    const char *name;
    const char *title; /* "": the name */
    struct text content;
};

/* Keep the file and file it on the record, in one transaction with the
 * history. ERROR_CONFLICT when it is filed there already. `hash` gets its name
 * in references. */
bool record_file_add(struct context *context, const struct record *record,
    const struct record_file_draft *draft, const char **hash,
    struct error *error);

/* What is filed on the record, oldest first. */
bool record_file_list(struct context *context, const struct record *record,
    struct record_file **files, size_t *count, struct error *error);

/* Take the link away. `hash` is the file it led to when the form was shown;
 * ERROR_MISSING when that file is not (or no longer) filed there so. */
bool record_file_withdraw(struct context *context, const struct record *record,
    long long link, const char *hash, struct error *error);

#endif
