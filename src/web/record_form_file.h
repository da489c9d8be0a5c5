/*
 * Files sent with the form of a record, for fields of the type `file`: the
 * field NAME holds the present file's reference, NAME-file the new file, and
 * NAME-remove is sent to have none.
 */
#ifndef WEB_RECORD_FORM_FILE_H
#define WEB_RECORD_FORM_FILE_H

#include "domain/record.h"
#include "web/call.h"

/* A field that asks for a file? */
bool record_form_file_is(const struct field *field);

/* Refuse files sent for what is no such field. */
bool record_form_file_check(
    const struct call *call, const struct kind *kind, struct error *error);

/* What the form says of the field: keeps a file that was sent and puts its
 * reference into `input`, "" when the present one is to go; else leaves it.
 * What is wrong with the file is put into `problem`, a sentence for the form;
 * `input` is then left, too. */
bool record_form_file_read(struct call *call, const struct field *field,
    const char **input, const char **problem, struct error *error);

#endif
