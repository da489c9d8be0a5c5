/*
 * Tables written in HTML, read into pieces that are safe and balanced.
 *
 * Internal to the markup modules. Depends on base and domain/markup_document.
 */
#ifndef DOMAIN_MARKUP_TABLE_H
#define DOMAIN_MARKUP_TABLE_H

#include "domain/markup_state.h"

/* Read `text`, from `<table` to `</table>`, which begins on `line` of the
 * file. Known elements are kept without their attributes and closed as HTML
 * does; other tags are dropped and their words kept. Markdown links in the
 * words are links. The insert gets `pieces`. */
void markup_table_read(struct markup_state *state, struct text text,
    size_t line, struct markup_insert *insert);

#endif
