/*
 * The fields of kinds, made and changed by an administrator: as
 * domain/kind_edit does for kinds.
 */
#ifndef DOMAIN_KIND_EDIT_FIELD_H
#define DOMAIN_KIND_EDIT_FIELD_H

#include "domain/kind_save.h"

/* What the table holds; found is false when there is no such field. */
bool kind_edit_read_field(struct context *context, const char *kind,
    const char *name, struct field_edit *edit, bool *found,
    struct error *error);

/* Make (`made`) or change a field. */
bool kind_edit_field(struct kind_save *save, const char *kind,
    const struct field_edit *edit, bool made, struct error *error);

/* Remove a field that was made here and that no record ever had a value in. */
bool kind_edit_remove_field(struct kind_save *save, const char *kind,
    const char *field, struct error *error);

/* Is the field one that every record has in columns of its own, so that its
 * type is fixed: that type, or ""? */
const char *kind_edit_fixed_type(const char *field);

#endif
