/* The worked example, honestly: every expectation that is met, in turn, loses
 * its evidence, and the checker must say so. Nothing is saved. */
#include "base/crypto.h"
#include "base/file.h"
#include "conformance_fixture.h"
#include "domain/system.h"
#include "temporary_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TODAY "2026-11-21"

struct place {
    struct arena *arena;
    const char *root;
    struct site *site;
    struct error error;
};

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct place *p = arena_alloc(arena, sizeof *p);
    const char *folder;
    size_t pages;

    p->arena = arena;
    p->error = error_create(arena);
    p->root = temporary_folder_create(arena);
    folder = file_join(arena, p->root, "site");
    *state = p;
    conformance_must(
        crypto_start() && setenv("IMS_SHARE", ".", 0) == 0 &&
            system_init(folder, &(struct system_options){.demo = true}, &pages,
                &p->error) &&
            system_open(folder, NULL, &p->site, &p->error),
        &p->error, "demo");
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;

    site_close(p->site);
    temporary_folder_remove(p->root);
    arena_destroy(p->arena);
    return 0;
}

static struct context context_of(struct place *p, struct arena *arena)
{
    struct context context = context_create(p->site, arena, "");

    context.now = TODAY "T10:00:00Z";
    context.today = TODAY;
    return context;
}

static const struct conformance_system *run(
    struct context *context, struct error *error)
{
    const struct conformance_system *system;

    conformance_must(
        conformance_run_all(context, TODAY, CONFORMANCE_NAMED, &system, error),
        error, "conformance_run_all");
    return system;
}

static void change(struct context *context, const char *sql,
    const struct value *values, size_t count, struct error *error)
{
    conformance_must(
        database_run(context->db, sql, values, count, error), error, sql);
}

/* A status that no kind has. */
static void take_record(
    struct context *context, long long record, struct error *error)
{
    change(context, "update record set status = '-' where id = $1",
        VALUES(value_number(record)), error);
    change(context, "update link set status = '-' where owner = $1",
        VALUES(value_number(record)), error);
}

/* All that meets the expectation and is listed; with shares of people and
 * approvals, all there is. */
static void take_away(struct context *context,
    const struct conformance_clause *clause,
    const struct conformance_expectation *answer, struct error *error)
{
    struct text rest = text_of(answer->expectation->kinds);
    struct text kind;

    if (answer->expectation->approved) {
        for (size_t i = 0; i < clause->provision_count; i++)
            change(context, "update page set approved_hash = '' where id = $1",
                VALUES(value_number(clause->provisions[i].page)), error);
        return;
    }
    for (size_t i = 0; i < answer->evidence_count; i++)
        take_record(context, answer->evidence[i].record, error);
    while (answer->expectation->covering > 0 && text_next(&rest, ' ', &kind))
        change(context, "update link set status = '-' where kind = $1",
            VALUES(value_text(text_string(context->arena, kind))), error);
}

/* Where an expectation stands in a result. */
struct spot {
    size_t standard;
    size_t clause;
    size_t item; /* place of an item, or the number of them: the clause */
    size_t expectation;
};

static const struct conformance_clause *clause_at(
    const struct conformance_system *system, const struct spot *spot)
{
    return &system->standards[spot->standard].clauses[spot->clause];
}

static const struct conformance_clause *asking_at(
    const struct conformance_system *system, const struct spot *spot)
{
    const struct conformance_clause *clause = clause_at(system, spot);

    return spot->item < clause->item_count ? &clause->items[spot->item]
                                           : clause;
}

static const struct conformance_expectation *answer_at(
    const struct conformance_system *system, const struct spot *spot)
{
    return &asking_at(system, spot)->expectations[spot->expectation];
}

struct figures {
    size_t tried;
    size_t verdicts; /* of clauses that were evidenced, and are no more */
    size_t states;   /* of others: the expectation is no longer met */
    size_t runs;
};

/* Evidence may be more than is listed: it is taken until none is left. */
static void try_one(
    struct place *p, const struct spot *spot, struct figures *figures)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct context context = context_of(p, arena);
    const struct conformance_system *system;
    const struct conformance_clause *clause;
    enum verdict before;

    conformance_must(site_begin(&context, &error), &error, "site_begin");
    system = run(&context, &error);
    clause = clause_at(system, spot);
    before = clause->verdict;
    assert_int_equal(answer_at(system, spot)->state, EXPECTATION_MET);
    for (int i = 0; i < 20 && answer_at(system, spot)->state == EXPECTATION_MET;
         i++) {
        take_away(
            &context, asking_at(system, spot), answer_at(system, spot), &error);
        system = run(&context, &error);
        figures->runs++;
    }
    clause = clause_at(system, spot);
    figures->tried++;
    if (answer_at(system, spot)->state == EXPECTATION_MET)
        fail_msg("%s, “%s”: still met without its evidence", clause->clause.ref,
            answer_at(system, spot)->expectation->words);
    if (before == VERDICT_EVIDENCED && clause->verdict == VERDICT_EVIDENCED)
        fail_msg("%s, “%s”: still evidenced without its evidence",
            clause->clause.ref, answer_at(system, spot)->expectation->words);
    if (before == VERDICT_EVIDENCED)
        figures->verdicts++;
    else
        figures->states++;
    site_rollback(&context);
    arena_destroy(arena);
}

/* Those met of a clause (or an item of it). */
static size_t collect(const struct conformance_clause *asking, struct spot spot,
    struct spot *spots, size_t count)
{
    for (size_t i = 0; i < asking->expectation_count; i++) {
        if (asking->expectations[i].state != EXPECTATION_MET)
            continue;
        spot.expectation = i;
        spots[count++] = spot;
    }
    return count;
}

static size_t collect_all(
    const struct conformance_system *system, struct spot *spots)
{
    size_t count = 0;

    for (size_t s = 0; s < system->standard_count; s++) {
        for (size_t c = 0; c < system->standards[s].clause_count; c++) {
            const struct conformance_clause *clause =
                &system->standards[s].clauses[c];
            struct spot spot = {
                .standard = s, .clause = c, .item = clause->item_count};

            count = collect(clause, spot, spots, count);
            for (spot.item = 0; spot.item < clause->item_count; spot.item++)
                count = collect(&clause->items[spot.item], spot, spots, count);
        }
    }
    return count;
}

static void try_all(struct place *p)
{
    struct context context = context_of(p, p->arena);
    struct spot *spots = arena_array(p->arena, 10000, sizeof *spots);
    struct figures figures = {.tried = 0};
    const char *before;
    size_t count;

    before = conformance_dump(&context, p->arena, TODAY, &p->error);
    count = collect_all(run(&context, &p->error), spots);
    for (size_t i = 0; i < count; i++)
        try_one(p, &spots[i], &figures);
    print_message("%zu expectations tried, %zu runs: %zu verdicts fell from "
                  "evidenced, %zu others\n",
        figures.tried, figures.runs, figures.verdicts, figures.states);
    assert_int_equal(figures.tried, count);
    assert_true(figures.verdicts > 100);
    /* It was all taken back. */
    assert_string_equal(
        conformance_dump(&context, p->arena, TODAY, &p->error), before);
}

static void nothing_stays_met_without_its_evidence(void **state)
{
    try_all(*state);
}

static void nor_when_clauses_are_sought_one_by_one(void **state)
{
    struct place *p = *state;
    struct context context = context_of(p, p->arena);

    conformance_seek(&context, &p->error);
    try_all(p);
}

static void nothing_is_evidenced_without_approval(void **state)
{
    struct place *p = *state;
    struct context context = context_of(p, p->arena);
    const struct conformance_system *system;

    conformance_must(site_begin(&context, &p->error), &p->error, "site_begin");
    change(
        &context, "update page set approved_hash = ''", NO_VALUES, &p->error);
    system = run(&context, &p->error);
    assert_int_equal(system->totals[VERDICT_EVIDENCED], 0);
    assert_int_equal(system->totals[VERDICT_STALE], 0);
    change(&context, "delete from link where role = 'meets'", NO_VALUES,
        &p->error);
    system = run(&context, &p->error);
    assert_int_equal(system->totals[VERDICT_ASSERTED], 0);
    assert_true(system->totals[VERDICT_MISSING] > 100);
    site_rollback(&context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_stays_met_without_its_evidence),
        cmocka_unit_test(nor_when_clauses_are_sought_one_by_one),
        cmocka_unit_test(nothing_is_evidenced_without_approval),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
