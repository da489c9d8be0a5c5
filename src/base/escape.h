/*
 * Escaping for what the template engine does not write: JSON, addresses, and
 * the HTML that the Markdown renderer assembles itself. Pages are escaped by
 * the templates. One function per context; the context is in the name.
 */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/text.h"

/* HTML text or a double-quoted attribute. */
void escape_html(struct builder *out, struct text text);

/* A path or query part of an address: everything but letters, digits and
 * `-._~` plus the characters in `keep` becomes %XX. */
void escape_url(struct builder *out, struct text text, const char *keep);

/* Undo %XX. False where a `%` has no two hexadecimal digits after it; what
 * comes out may be anything, NUL and what is not UTF-8 too. */
bool escape_undo_url(
    struct arena *arena, struct text escaped, struct text *plain);

/* A JSON string with its quotes. `<` becomes \u003c, so that it may stand in
 * HTML; text that is not UTF-8 must not come here. */
void escape_json(struct builder *out, struct text text);

/* One CSV field (RFC 4180), quoted where needed. Values that a spreadsheet
 * would run as a formula get a leading apostrophe. */
void escape_csv(struct builder *out, struct text text);

/* Text inside an XML element or attribute (JUnit). */
void escape_xml(struct builder *out, struct text text);

#endif
