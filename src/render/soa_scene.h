/*
 * What the page of the AIL-SOA, its rows and what is handed over share: who
 * looks at it, which rows they want, and how it is called.
 */
#ifndef RENDER_SOA_SCENE_H
#define RENDER_SOA_SCENE_H

#include "base/map.h"
#include "domain/soa_read.h"
#include "domain/soa_save.h"
#include "render/conformance_filter.h"
#include "render/conformance_scene.h"

/* Two answers to what calls for an idea, beside the names of kinds. */
#define SOA_BY_NOTHING "none"
#define SOA_BY_WORDS "words"

struct soa_view {
    const struct scene *scene;
    const struct soa *soa;
    const struct conformance_filter *filter;
    const char *applies; /* yes, no or "" for either */
    const char *state;   /* a state's name, or "" */
    const char *driver;  /* a kind, none, words, or "" */
    bool may_edit;       /* rows have inputs */
    bool may_agree;
    const char *csrf;
    const struct map *names;         /* of people, by login */
    const struct soa_entry *entries; /* as sent, with what is wrong */
    size_t entry_count;
    const char *flash; /* what was saved, or "" */
};

/* ERROR_INVALID naming the filter that makes no sense. */
bool soa_view_check(const struct soa_view *view, struct error *error);

/* Does the idea pass the filters? */
bool soa_view_passes(const struct soa_view *view, const struct soa_idea *idea);

/* The page's address with its filters; `ending` such as ".csv" or "/agree". */
const char *soa_view_address(
    const struct soa_view *view, const char *ending, bool filtered);

/* "9, of 6 Oct 2026", or that nothing was agreed yet. */
const char *soa_view_version(const struct soa_view *view);

/* The name of the person, or the login. */
const char *soa_view_name(const struct soa_view *view, const char *login);

/* "A.5 Organizational controls" above the idea; "Other clauses" for none. */
const struct conformance_group *soa_view_part(
    const struct soa_view *view, const struct soa_idea *idea);

#endif
