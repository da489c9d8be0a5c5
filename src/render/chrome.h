/*
 * What stands around every page: the bar, the navigation, the footnote
 * window, the foot. A view fills the dictionary it gets and is drawn inside.
 */
#ifndef RENDER_CHROME_H
#define RENDER_CHROME_H

#include "domain/person.h"
#include "render/template.h"

struct crumb {
    const char *label;
    const char *href; /* NULL for the last */
};

struct chrome {
    struct context *context;
    const struct person *person; /* NULL when nobody is signed in */
    const char *csrf;            /* token for forms, "" for nobody */
    const char *title;           /* of the browser's window */
    const char *nav;             /* address of the current menu entry */
    const char *page;            /* name of the page shown, or "" */
    const char *reference;       /* in print and at the foot, or "" */
    const char *classification;
    const char *version; /* of what is printed; "" is the IMS's */
    const char *note;    /* reference open in the footnote, or "" */
    const char *words;   /* in the search field */
    bool keys;           /* single-key shortcuts are on */
    const char *here;    /* address to come back to after signing in */
    struct crumb *crumbs;
    size_t crumb_count;
};

/* Draw the template `file` inside the layout; `fill` sets its values. */
typedef bool chrome_fill(
    void *user, struct template_dictionary *body, struct error *error);
bool chrome_render(const struct chrome *chrome, const char *file,
    chrome_fill *fill, void *user, struct builder *out, struct error *error);

/* Draw a template that stands alone (a footnote, the sign-in page). */
bool chrome_render_alone(struct context *context, const char *file,
    chrome_fill *fill, void *user, struct builder *out, struct error *error);

/* <time datetime="2026-11-14">14 Nov 2026</time> in a template:
 * NAME_DATE and NAME_SHOWN would be two values; this sets `name` to the date
 * as data and `shown` to the date for people. */
void chrome_set_date(struct context *context,
    struct template_dictionary *dictionary, const char *name, const char *shown,
    const char *value);

#endif
