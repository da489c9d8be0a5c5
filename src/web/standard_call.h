/*
 * What the pages of standards share: which standard the address names, and as
 * of which date it is looked at.
 */
#ifndef WEB_STANDARD_CALL_H
#define WEB_STANDARD_CALL_H

#include "render/conformance_filter.h"
#include "render/conformance_scene.h"
#include "web/call.h"

/* Who looks, and as of when: `?asof=`. */
bool standard_call_scene(
    const struct call *call, struct scene *scene, struct error *error);

/* `?verdict=` and `?q=`. */
struct conformance_filter standard_call_filter(const struct call *call);

/* The standard the address names. `elsewhere` is set when it was named by its
 * number alone: then the answer is a redirection to the same address, below
 * `folder` and with `ending`, with its full name. */
bool standard_call_find(struct call *call, const char *folder,
    const char *ending, struct standard *standard, bool *elsewhere,
    struct error *error);

/* /FOLDER/ID */
const char *standard_call_address(
    const struct call *call, const char *folder, const char *id);

#endif
