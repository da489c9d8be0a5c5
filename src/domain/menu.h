/*
 * The navigation: manual/menu.txt where there is one, else the folder.
 *
 * menu.txt has one entry a line, `Label<TAB>address`; an empty line begins a
 * new group, `#` begins a comment. An address is `page:NAME` or an address of
 * the site. Without the file the navigation is Home, the pages of the root
 * folder by weight and title, and the program's own pages.
 */
#ifndef DOMAIN_MENU_H
#define DOMAIN_MENU_H

#include "domain/context.h"

struct menu_entry {
    const char *label;
    const char *page;    /* name of a page, or "" */
    const char *address; /* of the site, when it is no page */
    bool begins_group;
    bool missing; /* the page does not exist */
};

/* Parse the text of a menu file; the error names the line. */
bool menu_parse(struct arena *arena, struct text text,
    struct menu_entry **entries, size_t *count, struct error *error);

/* The site's navigation. A menu file that cannot be read gives the folder's
 * navigation and `problem` says why; else it is "". */
bool menu_read(struct context *context, struct menu_entry **entries,
    size_t *count, const char **problem, struct error *error);

#endif
