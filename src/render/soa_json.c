/* The AIL-SOA as JSON. */
#include "base/escape.h"
#include "render/soa_sheet.h"

static void member(
    struct builder *out, const char *before, const char *key, const char *value)
{
    builder_format(out, "%s\"%s\":", before, key);
    escape_json(out, text_of(value));
}

static void put_drivers(struct builder *out, const struct soa_idea *idea)
{
    builder_put(out, ",\"drivers\":[");
    for (const struct soa_driver *each = idea->drivers; each != NULL;
         each = each->next) {
        member(out, each == idea->drivers ? "{" : ",{", "ref", each->ref);
        member(out, ",", "title", each->title);
        member(out, ",", "way", soa_way_words(each->way));
        builder_byte(out, '}');
    }
    builder_put(out, "]");
}

static void put_measures(struct builder *out, const struct soa_idea *idea)
{
    builder_put(out, ",\"measures\":[");
    for (const struct soa_measure *each = idea->measures; each != NULL;
         each = each->next) {
        member(out, each == idea->measures ? "{" : ",{", "ref", each->ref);
        member(out, ",", "title", each->title);
        member(out, ",", "status", each->status);
        builder_format(
            out, ",\"in_place\":%s}", each->in_place ? "true" : "false");
    }
    builder_put(out, "]");
}

static void put_statement(
    struct builder *out, const char *key, const struct soa_statement *said)
{
    builder_format(out, ",\"%s\":", key);
    if (said == NULL) {
        builder_put(out, "null");
        return;
    }
    member(out, "{", "ref", said->ref);
    builder_format(out, ",\"applies\":%s", said->applies ? "true" : "false");
    member(out, ",", "reason", said->reason);
    member(out, ",", "drivers", said->drivers);
    member(out, ",", "date", said->date);
    builder_byte(out, '}');
}

static void put_evidence(const struct soa_view *view, struct builder *out,
    const struct soa_idea *idea)
{
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(view->scene, idea->clause, &count);

    builder_put(out, ",\"evidence\":[");
    for (size_t i = 0; i < count; i++) {
        member(out, i == 0 ? "{" : ",{", "ref", list[i]->ref);
        member(out, ",", "title", list[i]->title);
        member(out, ",", "date", list[i]->date);
        builder_format(
            out, ",\"fresh\":%s}", list[i]->fresh ? "true" : "false");
    }
    builder_put(out, "]");
}

static void put_idea(const struct soa_view *view, struct builder *out,
    const struct soa_idea *idea)
{
    const struct conformance_clause *clause = idea->clause;

    member(out, "{", "id", clause->clause.id);
    member(out, ",", "title", clause->clause.heading);
    builder_format(out, ",\"applies\":%s", idea->applies ? "true" : "false");
    member(out, ",", "state", soa_state_name(idea->state));
    member(out, ",", "explained",
        soa_explain(view->scene->place.context->arena, &idea->facts));
    member(out, ",", "verdict", conformance_verdict_name(clause->verdict));
    put_drivers(out, idea);
    builder_put(out, ",\"provisions\":[");
    for (size_t i = 0; i < clause->provision_count; i++) {
        builder_put(out, i == 0 ? "" : ",");
        escape_json(out, text_of(clause->provisions[i].ref));
    }
    builder_put(out, "]");
    put_measures(out, idea);
    builder_put(out, ",\"exclusions\":[");
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        member(out, i == 0 ? "{" : ",{", "ref", clause->exclusions[i].ref);
        member(out, ",", "reason", clause->exclusions[i].reason);
        builder_byte(out, '}');
    }
    builder_put(out, "]");
    put_statement(out, "agreed", idea->agreed);
    put_statement(out, "proposed", idea->proposed);
    put_evidence(view, out, idea);
    builder_byte(out, '}');
}

static void put_proof(const struct soa *soa, struct builder *out)
{
    bool first = true;

    builder_put(out, ",\"without_driver\":[");
    for (size_t i = 0; i < soa->count; i++) {
        if (!soa_is_undriven(&soa->ideas[i]))
            continue;
        builder_put(out, first ? "" : ",");
        first = false;
        escape_json(out, text_of(soa->ideas[i].clause->clause.id));
    }
    builder_format(out,
        "],\"words_only\":%zu,\"risks_open\":%lld,\"risks_alone\":%lld,"
        "\"risks\":[",
        soa->words_only, soa->risks_open, soa->risks_alone);
    for (size_t i = 0; i < soa->risk_count; i++) {
        builder_put(out, i == 0 ? "" : ",");
        escape_json(out, text_of(soa->risks[i].ref));
    }
    builder_put(out, "]");
}

static void put_legend(const struct soa *soa, struct builder *out)
{
    builder_put(out, ",\"states\":[");
    for (enum soa_state each = 0; each < SOA_STATE_COUNT; each++) {
        member(out, each == 0 ? "{" : ",{", "name", soa_state_name(each));
        member(out, ",", "label", soa_state_label(each));
        member(out, ",", "meaning", soa_state_meaning(each));
        builder_format(out, ",\"count\":%zu}", soa->states[each]);
    }
    builder_put(out, "]");
}

void soa_sheet_json(const struct soa_view *view, struct builder *out)
{
    const struct soa *soa = view->soa;
    bool first = true;

    member(out, "{", "site", view->scene->place.context->site->name);
    member(out, ",", "asof", view->scene->as_of);
    member(out, ",", "standard", soa->run->standard.id);
    builder_format(out, ",\"version\":{\"changes\":%lld", soa->version.changes);
    member(out, ",", "date", soa->version.date);
    member(out, ",", "agreed_by", soa->version.agreed_by);
    builder_format(
        out, "},\"total\":%zu,\"applying\":%zu", soa->count, soa->applying);
    put_proof(soa, out);
    put_legend(soa, out);
    builder_put(out, ",\"items\":[");
    for (size_t i = 0; i < soa->count; i++) {
        if (!soa_view_passes(view, &soa->ideas[i]))
            continue;
        builder_put(out, first ? "\n" : ",\n");
        first = false;
        put_idea(view, out, &soa->ideas[i]);
    }
    builder_put(out, "\n]}\n");
}
