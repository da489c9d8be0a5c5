/* Filters and words of the AIL-SOA. */
#include "render/soa_scene.h"

#include "base/clock.h"
#include "base/escape.h"
#include "render/address.h"
#include "render/conformance_rows.h"

static struct arena *arena_of(const struct soa_view *view)
{
    return view->scene->place.context->arena;
}

bool soa_view_check(const struct soa_view *view, struct error *error)
{
    enum soa_state state;

    if (view->applies[0] != '\0' && !string_equals(view->applies, "yes") &&
        !string_equals(view->applies, "no"))
        return error_at(error, ERROR_INVALID, "applies",
            "“%s” is no answer to whether it applies: use yes or no.",
            view->applies);
    if (view->state[0] != '\0' && !soa_state_find(view->state, &state))
        return error_at(error, ERROR_INVALID, "state",
            "There is no state “%s”: use one of those offered, such as %s.",
            view->state, soa_state_name(SOA_WORKING));
    if (view->driver[0] != '\0' &&
        !string_equals(view->driver, SOA_BY_NOTHING) &&
        !string_equals(view->driver, SOA_BY_WORDS) &&
        kind_find(view->scene->place.context->site, view->driver) == NULL)
        return error_at(error, ERROR_INVALID, "driver",
            "There is no kind of record “%s” that could call for an idea.",
            view->driver);
    return conformance_filter_check(view->filter, error);
}

static bool driver_passes(
    const struct soa_view *view, const struct soa_idea *idea)
{
    if (view->driver[0] == '\0')
        return true;
    if (string_equals(view->driver, SOA_BY_NOTHING))
        return soa_is_undriven(idea);
    if (string_equals(view->driver, SOA_BY_WORDS))
        return soa_is_words_only(idea);
    for (const struct soa_driver *each = idea->drivers; each != NULL;
         each = each->next) {
        if (string_equals(each->kind, view->driver))
            return true;
    }
    return false;
}

bool soa_view_passes(const struct soa_view *view, const struct soa_idea *idea)
{
    return conformance_filter_passes(view->filter, idea->clause) &&
           (view->applies[0] == '\0' ||
               idea->applies == string_equals(view->applies, "yes")) &&
           (view->state[0] == '\0' ||
               string_equals(view->state, soa_state_name(idea->state))) &&
           driver_passes(view, idea);
}

const char *soa_view_address(
    const struct soa_view *view, const char *ending, bool filtered)
{
    struct builder path = builder_create(arena_of(view));
    const char *const pairs[] = {"applies", filtered ? view->applies : "",
        "driver", filtered ? view->driver : "", "state",
        filtered ? view->state : "", "verdict",
        filtered ? view->filter->verdict : "", "q",
        filtered ? view->filter->words : "", "asof",
        view->scene->as_of_given ? view->scene->as_of : "", NULL};

    builder_put(&path, "/soa/");
    escape_url(&path, text_of(view->soa->run->standard.id), ":");
    builder_put(&path, ending);
    return address_query(arena_of(view), builder_string(&path), pairs);
}

const char *soa_view_version(const struct soa_view *view)
{
    const struct soa_version *version = &view->soa->version;

    if (version->changes == 0)
        return "Nothing agreed yet";
    return arena_format(arena_of(view), "%lld, of %s", version->changes,
        clock_show(arena_of(view), version->date));
}

const char *soa_view_name(const struct soa_view *view, const char *login)
{
    const char *name = view->names == NULL ? NULL : map_get(view->names, login);

    return name == NULL ? login : name;
}

const struct conformance_group *soa_view_part(
    const struct soa_view *view, const struct soa_idea *idea)
{
    return conformance_rows_part_of(view->soa->run, idea->clause);
}
