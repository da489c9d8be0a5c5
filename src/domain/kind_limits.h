/* How many kinds, and of what. What would not fit is refused, never cut. */
#ifndef DOMAIN_KIND_LIMITS_H
#define DOMAIN_KIND_LIMITS_H

enum { KIND_LIMIT = 500, FIELD_LIMIT = 200, STATUS_LIMIT = 200 };

/* What field.listed says. */
enum { LISTED_NOT, LISTED_COLUMN, LISTED_BELOW };

#endif
