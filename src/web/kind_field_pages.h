/*
 * The fields of kinds: /admin/kinds/NAME/fields/FIELD.
 */
#ifndef WEB_KIND_FIELD_PAGES_H
#define WEB_KIND_FIELD_PAGES_H

#include "web/call.h"

bool kind_field_pages_new(struct call *call, struct error *error);
bool kind_field_pages_create(struct call *call, struct error *error);
bool kind_field_pages_show(struct call *call, struct error *error);
bool kind_field_pages_change(struct call *call, struct error *error);
bool kind_field_pages_remove(struct call *call, struct error *error);

#endif
