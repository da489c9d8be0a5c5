/* Small standards, claims, and a dump of all that a result holds. */
#include "conformance_fixture.h"

#include "base/file.h"
#include "domain/standard_load.h"
#include "render/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void conformance_must(bool fine, const struct error *error, const char *what)
{
    if (fine)
        return;
    fprintf(stderr, "conformance: %s: %s\n", what,
        error->message == NULL ? "" : error->message);
    abort();
}

void conformance_load(struct fixture *f, const char *const *standards)
{
    const char *folder = file_join(f->arena, f->root, "standards");

    conformance_must(
        file_make_folder(f->arena, folder, &f->error), &f->error, folder);
    for (size_t i = 0; standards[i] != NULL; i++)
        conformance_must(file_write(f->arena,
                             file_join(f->arena, folder,
                                 arena_format(f->arena, "%zu.standard", i)),
                             text_of(standards[i]), &f->error),
            &f->error, "write");
    conformance_must(site_begin(&f->context, &f->error) &&
                         standard_load_files(&f->context, folder, &f->error) &&
                         site_commit(&f->context, &f->error),
        &f->error, "load");
}

const struct conformance *conformance_of(
    struct fixture *f, const char *standard, const char *as_of)
{
    const struct conformance *result;

    conformance_must(
        conformance_run(&f->context, standard, as_of, &result, &f->error),
        &f->error, standard);
    return result;
}

const struct conformance_clause *conformance_clause_of(
    const struct conformance *conformance, const char *id)
{
    for (size_t i = 0; i < conformance->clause_count; i++) {
        const struct conformance_clause *clause = &conformance->clauses[i];

        if (string_equals(clause->clause.id, id))
            return clause;
        for (size_t j = 0; j < clause->item_count; j++) {
            if (string_equals(clause->items[j].clause.id, id))
                return &clause->items[j];
        }
    }
    fprintf(stderr, "conformance: no clause %s\n", id);
    abort();
}

const char *conformance_rules_of(
    struct arena *arena, const struct conformance_clause *clause)
{
    struct builder rules = builder_create(arena);

    for (size_t i = 0; i < clause->finding_count; i++)
        builder_format(
            &rules, "%s%s", i == 0 ? "" : " ", clause->findings[i].rule);
    return builder_string(&rules);
}

void conformance_claim(struct fixture *f, const char *page, const char *clauses)
{
    struct builder text = builder_create(f->arena);
    struct text rest = text_of(clauses);
    struct text clause;

    builder_format(
        &text, "---\ntitle: How %s\nversion: 1.0\n---\n## Doing it\n\n", page);
    while (text_next(&rest, ' ', &clause))
        builder_format(&text, "[x](meets:%s) ", text_string(f->arena, clause));
    builder_put(&text, "\n\nSo it is done.\n");
    fixture_put_page(
        f, arena_format(f->arena, "%s.md", page), builder_string(&text));
    fixture_approve(f, page);
}

void conformance_seek(struct context *context, struct error *error)
{
    conformance_must(site_begin(context, error) &&
                         database_run(context->db,
                             "update link set id = 100000000 where id = "
                             "(select min(id) from link)",
                             NO_VALUES, error) &&
                         site_commit(context, error),
        error, "seek");
}

/* ---- everything that a result holds ---- */

static void put_provisions(
    struct builder *out, const struct conformance_clause *clause)
{
    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *p = &clause->provisions[i];

        builder_format(out,
            "  provision %s “%s” %lld via %s page %s “%s” %s %s %d %s %s %s %s "
            "%s %d\n",
            p->ref, p->title, p->position, p->via, p->page_ref, p->page_title,
            p->page_reference, p->page_owner, (int)p->approval, p->approved_at,
            p->approved_version, p->approved_by, p->changed_at, p->next_review,
            p->review_late);
    }
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *e = &clause->exclusions[i];

        builder_format(out, "  exclusion %s “%s” “%s” %s\n", e->ref, e->title,
            e->reason, e->date);
    }
}

static void put_expectations(
    struct builder *out, const struct conformance_clause *clause)
{
    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct conformance_expectation *e = &clause->expectations[i];

        builder_format(out,
            "  expectation %s (%s): %d, %lld of %lld%s, %s %s\n",
            e->expectation->words, e->explained, (int)e->state, e->fresh,
            e->total, e->more ? " or more" : "", e->oldest, e->gap);
        for (size_t j = 0; j < e->evidence_count; j++)
            builder_format(out, "   %s %s “%s” %s %s %d %zu\n",
                e->evidence[j].ref, e->evidence[j].kind, e->evidence[j].title,
                e->evidence[j].status, e->evidence[j].date,
                e->evidence[j].fresh, e->evidence[j].expectation);
    }
}

static void put_clause(
    struct builder *out, const struct conformance_clause *clause)
{
    builder_format(out, " %s “%s” %s\n", clause->clause.ref,
        clause->clause.heading, conformance_verdict_name(clause->verdict));
    put_provisions(out, clause);
    put_expectations(out, clause);
    for (size_t i = 0; i < clause->finding_count; i++) {
        const struct conformance_finding *f = &clause->findings[i];

        builder_format(out, "  %s %s %s %s; %s; waived %s\n", f->rule,
            f->severity, f->message, f->ref, f->mend, f->waived);
    }
    for (size_t i = 0; i < clause->item_count; i++)
        put_clause(out, &clause->items[i]);
}

const char *conformance_dump(struct context *context, struct arena *arena,
    const char *as_of, struct error *error)
{
    struct builder out = builder_create(arena);
    struct report report = {.site = "A", .as_of = as_of};
    const struct conformance_system *system = NULL;
    const struct conformance **results;

    conformance_must(site_begin_read(context, error) &&
                         conformance_run_all(
                             context, as_of, CONFORMANCE_NAMED, &system, error),
        error, "conformance_run_all");
    results = arena_array(arena, system->standard_count + 1, sizeof *results);
    for (size_t i = 0; i < system->standard_count; i++)
        results[i] = &system->standards[i];
    report.results = results;
    report.count = system->standard_count;
    report_json(&out, &report);
    builder_byte(&out, '\n');
    for (size_t s = 0; s < system->standard_count; s++) {
        for (size_t i = 0; i < system->standards[s].clause_count; i++)
            put_clause(&out, &system->standards[s].clauses[i]);
    }
    database_end_read(context->db);
    return builder_string(&out);
}
