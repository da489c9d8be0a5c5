/* Watch, Stop watching. */
#include "render/watch_view.h"

#include "domain/watch.h"

bool watch_view_fill(struct context *context, const struct person *person,
    const char *scope, const char *what, struct template_dictionary *page,
    struct error *error)
{
    struct template_dictionary *form;
    bool on;

    if (person == NULL)
        return true;
    if (!watch_is_on(context, person->login, scope, &on, error))
        return false;
    form = template_include(page, "WATCH", "watch.tpl");
    template_set(form, "WATCH_SCOPE", scope);
    template_set(form, "WATCH_TO", on ? "no" : "yes");
    template_set(form, "WATCH_LABEL", on ? "Stop watching" : "Watch");
    template_set(form, "WATCH_WHAT", what);
    return true;
}
