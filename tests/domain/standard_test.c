/* Standards in a site: loading, replacing, reading. */
#include "domain/standard.h"

#include "base/file.h"
#include "domain/link.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/standard_load.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"
#define HEAD "standard 900:1\nname Own 900\ntitle Own rules\n"
#define HEAD_LINES 3
#define CLAUSE(id) "clause " id "\nkind requirement\nheading Rule " id "\n"

static int set_up(void **state)
{
    *state = fixture_create(NOW);
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* Load one file of a folder that holds nothing else. */
static bool load(struct fixture *f, const char *name, const char *content)
{
    const char *folder = file_join(f->arena, f->root, name);
    bool fine;

    f->error = error_create(f->arena);
    assert_true(file_make_folder(f->arena, folder, &f->error));
    assert_true(file_write(f->arena, file_join(f->arena, folder, "a.standard"),
        text_of(content), &f->error));
    assert_true(site_begin(&f->context, &f->error));
    fine = standard_load_files(&f->context, folder, &f->error);
    if (fine)
        assert_true(site_commit(&f->context, &f->error));
    else
        site_rollback(&f->context);
    return fine;
}

static struct target resolve(struct fixture *f, const char *ref)
{
    struct target target;

    assert_true(resolve_text(&f->context, ref, &target, &f->error));
    return target;
}

/* A label of ours is marked in the standard, and nowhere else. */
static void labels_of_ours_are_marked(void **state)
{
    struct fixture *f = *state;
    const char *title = "";
    struct clause clause;
    bool found;

    assert_true(clause_read(
        &f->context, "9001:2015", "4.4.2", &clause, &found, &f->error));
    assert_true(found);
    assert_true(clause_heading_is_ours(clause.heading));
    assert_string_equal(clause_heading(f->arena, clause.heading),
        "Documented information for processes");
    assert_true(database_text(f->context.db,
        "select title from item where ref = 'clause:9001:2015/4.4.2'",
        NO_VALUES, &title, &f->error));
    assert_string_equal(title, "Documented information for processes");
    assert_false(clause_heading_is_ours("Scope"));
    assert_string_equal(clause_heading(f->arena, "Scope"), "Scope");
    assert_string_equal(clause_heading(f->arena, "[untitled]"), "[untitled]");
}

static void has_the_shipped_standard(void **state)
{
    static const char *const order[] = {
        "27001:2022", "27001:2013", "9001:2015", "9001:2026", "22301:2019"};
    struct fixture *f = *state;
    struct standard *standards;
    struct standard standard;
    struct clause *clauses;
    size_t count;
    size_t leaves = 0;
    bool found;

    assert_true(standard_list(&f->context, &standards, &count, &f->error));
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(standards[i].id, order[i]);
        assert_string_equal(standards[i].origin, "shipped");
        assert_int_equal(
            standards[i].scope, string_equals(standards[i].id, "27001:2022"));
    }
    assert_true(
        standard_find(&f->context, "27001", &standard, &found, &f->error));
    assert_true(found);
    assert_string_equal(standard.id, "27001:2022");
    assert_true(standard.chosen);
    assert_true(
        standard_find(&f->context, "9001", &standard, &found, &f->error));
    assert_true(found);
    assert_string_equal(standard.id, "9001:2015");
    assert_true(
        standard_find(&f->context, "27001:2022", &standard, &found, &f->error));
    assert_true(found);
    assert_true(
        standard_find(&f->context, "27001:1999", &standard, &found, &f->error));
    assert_false(found);
    assert_true(
        clause_list(&f->context, "27001:2022", &clauses, &count, &f->error));
    for (size_t i = 0; i < count; i++)
        leaves += clauses[i].leaf;
    assert_int_equal(leaves, 124);
}

static void reads_one_clause(void **state)
{
    struct fixture *f = *state;
    struct clause clause;
    bool found;

    assert_true(clause_read(
        &f->context, "27001:2022", "9.2.2", &clause, &found, &f->error));
    assert_true(found);
    assert_string_equal(clause.ref, "clause:27001:2022/9.2.2");
    assert_string_equal(clause.heading, "Internal audit programme");
    assert_string_equal(clause.parent, "9.2");
    assert_string_equal(clause.kind, "requirement");
    assert_true(clause.leaf);
    assert_true(clause_read(
        &f->context, "27001:2022", "9.9", &clause, &found, &f->error));
    assert_false(found);
}

static void reads_what_clauses_ask(void **state)
{
    struct fixture *f = *state;
    struct map *all = map_create(f->arena);
    struct clause *clauses;
    size_t count;
    const char *asks;

    assert_true(clause_asks_all(&f->context, "27001:2022", all, &f->error));
    assert_true(clause_asks_all(&f->context, "9001:2015", all, &f->error));
    assert_true(
        clause_list(&f->context, "27001:2022", &clauses, &count, &f->error));
    for (size_t i = 0; i < count; i++) {
        const char *kept = map_get(all, clauses[i].ref);

        assert_non_null(kept);
        assert_true(
            clause_asks(&f->context, clauses[i].item, &asks, &f->error));
        assert_string_equal(asks, kept);
        assert_true(asks[0] != '\0');
    }
    assert_non_null(map_get(all, "clause:9001:2015/4.4.2"));
    assert_null(map_get(all, "clause:9001:2026/4.4.2"));
    assert_true(clause_asks(&f->context, 0, &asks, &f->error));
    assert_string_equal(asks, "");
}

static void walks_from_leaf_to_leaf(void **state)
{
    static const struct {
        const char *id;
        const char *previous;
        const char *next;
    } cases[] = {
        {"", "", "4.1"},
        {"4.1", "", "4.1/Amd1"},
        {"4.1/Amd1", "4.1", "4.2"},
        {"4.2", "4.1/Amd1", "4.3"},
        {"4.2/Amd1", "4.2", "4.3"},
        {"9.2", "9.1", "9.2.1"},
        {"A.8.34", "A.8.33", ""},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *previous;
        const char *next;

        assert_true(clause_neighbours(&f->context, "27001:2022", cases[i].id,
            &previous, &next, &f->error));
        assert_string_equal(previous, cases[i].previous);
        assert_string_equal(next, cases[i].next);
    }
}

static void clauses_are_found(void **state)
{
    struct fixture *f = *state;
    struct search_hit *hits;
    size_t count;
    bool found = false;

    assert_true(search_find(&f->context, "internal audit programme", "clause",
        10, 0, &hits, &count, &f->error));
    for (size_t i = 0; i < count; i++)
        found = found || string_equals(hits[i].ref, "clause:27001:2022/9.2.2");
    assert_true(found);
    assert_true(search_find(
        &f->context, "A.8.13", "clause", 10, 0, &hits, &count, &f->error));
    assert_true(count >= 1);
    assert_string_equal(hits[0].ref, "clause:27001:2022/A.8.13");
}

static void loading_again_replaces(void **state)
{
    struct fixture *f = *state;
    struct target before;
    struct search_hit *hits;
    struct linked *links;
    size_t count;

    assert_true(load(f, "one", HEAD CLAUSE("1") CLAUSE("2")));
    before = resolve(f, "clause:900/2");
    assert_true(before.present);
    fixture_add_record(f, "document", "clauses", "900/2 900/1", NULL);

    assert_true(load(
        f, "two", HEAD CLAUSE("3") "clause 1\nkind control\nheading New\n"));
    assert_false(resolve(f, "clause:900/2").present);
    assert_true(resolve(f, "clause:900/3").present);
    assert_string_equal(resolve(f, "clause:900/1").title, "New");
    assert_true(search_find(
        &f->context, "Rule 2", "clause", 10, 0, &hits, &count, &f->error));
    for (size_t i = 0; i < count; i++)
        assert_string_not_equal(hits[i].ref, "clause:900:1/2");
    assert_true(
        link_list_to(&f->context, before.id, 10, &links, &count, &f->error));
    assert_int_equal(count, 1);

    assert_true(load(f, "one", HEAD CLAUSE("1") CLAUSE("2")));
    assert_true(resolve(f, "clause:900/2").present);
    assert_int_equal(resolve(f, "clause:900/2").id, before.id);
}

static void the_first_edition_is_chosen(void **state)
{
    struct fixture *f = *state;
    struct standard standard;
    bool found;

    assert_true(load(f, "one", HEAD CLAUSE("1")));
    assert_true(
        load(f, "two", "standard 900:2\nname B\ntitle B\n" CLAUSE("1")));
    assert_true(
        standard_find(&f->context, "900", &standard, &found, &f->error));
    assert_string_equal(standard.id, "900:1");
    assert_true(load(f, "one", HEAD CLAUSE("1")));
    assert_true(
        standard_find(&f->context, "900", &standard, &found, &f->error));
    assert_string_equal(standard.id, "900:1");
    assert_true(
        standard_find(&f->context, "900:2", &standard, &found, &f->error));
    assert_false(standard.chosen);
}

static long long count_rows(struct fixture *f, const char *sql)
{
    long long count = -1;

    assert_true(
        database_number(f->site->db, sql, NO_VALUES, &count, &f->error));
    return count;
}

static void run(struct fixture *f, const char *sql)
{
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(f->site->db, sql, NO_VALUES, &f->error));
    assert_true(site_commit(&f->context, &f->error));
}

#define ITEM(parent, letter)                                                   \
    "clause " parent "/" letter "\nparent " parent                             \
    "\nkind item\nheading Letter " letter "\nasks Some " letter "\n"

static void keeps_items_and_details(void **state)
{
    struct fixture *f = *state;
    struct clause_detail *details;
    struct clause clause;
    struct search_hit *hits;
    const char *previous;
    const char *next;
    size_t count;
    bool found;

    assert_true(load(f, "one",
        HEAD CLAUSE("1") "shares 9.2\ndocumented record Minutes\nstage 1 "
                         "Look\nattribute type Preventive\n" ITEM("1", "a")
                             ITEM("1", "b") "expect review linked\n" CLAUSE(
                                 "2")));
    assert_true(
        clause_read(&f->context, "900:1", "1", &clause, &found, &f->error));
    assert_string_equal(clause.shares, "9.2");
    assert_true(
        clause_details(&f->context, clause.item, &details, &count, &f->error));
    assert_int_equal(count, 3);
    assert_string_equal(details[0].kind, "record");
    assert_string_equal(details[0].words, "Minutes");
    assert_string_equal(details[1].kind, "stage-1");
    assert_string_equal(details[2].kind, "attribute");
    assert_string_equal(details[2].name, "type");
    assert_true(
        clause_read(&f->context, "900:1", "1/b", &clause, &found, &f->error));
    assert_true(found);
    assert_false(clause.leaf);
    assert_string_equal(clause.shares, "");
    assert_string_equal(clause.ref, "clause:900:1/1/b");
    assert_true(resolve(f, "clause:900/1/b").present);
    assert_true(
        clause_details(&f->context, clause.item, &details, &count, &f->error));
    assert_int_equal(count, 1);
    assert_string_equal(details[0].kind, "stage-1");
    assert_string_equal(details[0].from, "1");
    assert_string_equal(details[0].from_heading, "Rule 1");
    /* The walk goes from leaf to leaf. */
    assert_true(clause_neighbours(
        &f->context, "900:1", "1", &previous, &next, &f->error));
    assert_string_equal(next, "2");
    assert_true(clause_neighbours(
        &f->context, "900:1", "1/a", &previous, &next, &f->error));
    assert_string_equal(previous, "1");
    assert_string_equal(next, "2");
    assert_true(search_find(
        &f->context, "Letter b", "clause", 10, 0, &hits, &count, &f->error));
    assert_true(count >= 1);
    assert_string_equal(hits[0].ref, "clause:900:1/1/b");
    assert_int_equal(count_rows(f, "select count(*) from expectation join "
                                   "clause on clause.id = expectation.clause "
                                   "where clause.standard = '900:1'"),
        1);
}

static void an_upgrade_keeps_what_the_site_said(void **state)
{
    struct fixture *f = *state;
    struct standard standard;
    bool found;

    assert_true(load(f, "one", HEAD CLAUSE("1") "expect audit\n" CLAUSE("2")));
    run(f, "insert into expectation (clause, position, words, origin) "
           "select id, 1000, 'at least 2 review', 'site' from clause "
           "where standard = '900:1'");
    run(f, "update standard set scope = 1, chosen = 0 where id = '900:1'");
    run(f, "update standard set scope = 0 where id = '27001:2022'");
    assert_true(load(f, "two",
        "standard 900:1\nname Own\ntitle New title\nscope no\n" CLAUSE(
            "1") "expect review\n"));
    assert_true(
        standard_find(&f->context, "900:1", &standard, &found, &f->error));
    assert_true(standard.scope);
    assert_string_equal(standard.title, "New title");
    assert_string_equal(standard.origin, "shipped");
    assert_int_equal(count_rows(f, "select count(*) from expectation join "
                                   "clause on clause.id = expectation.clause "
                                   "where clause.standard = '900:1'"),
        2);
    assert_int_equal(
        count_rows(f, "select count(*) from expectation join "
                      "clause on clause.id = expectation.clause "
                      "where clause.standard = '900:1' and clause.clause = '1' "
                      "and origin = 'site'"),
        1);
    assert_true(site_begin(&f->context, &f->error));
    assert_true(standard_load_files(&f->context,
        file_join(f->arena, f->shared, "schema/standards"), &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_true(
        standard_find(&f->context, "27001:2022", &standard, &found, &f->error));
    assert_false(standard.scope);
}

static void scope_is_said_by_a_new_standard(void **state)
{
    struct fixture *f = *state;
    struct standard standard;
    bool found;

    assert_true(load(f, "one", HEAD CLAUSE("1")));
    assert_true(load(
        f, "two", "standard 901\nname B\ntitle B\nscope yes\n" CLAUSE("1")));
    assert_true(
        standard_find(&f->context, "900:1", &standard, &found, &f->error));
    assert_false(standard.scope);
    assert_true(
        standard_find(&f->context, "901", &standard, &found, &f->error));
    assert_true(standard.scope);
    assert_true(
        standard_find(&f->context, "27001:2022", &standard, &found, &f->error));
    assert_true(standard.scope);
}

/* Two editions that come at once: the one in scope, else the first. */
static void a_number_means_the_edition_in_scope(void **state)
{
    static const char *const scopes[][3] = {
        {"", "scope yes\n", "900:2"}, {"", "", "900:1"}};

    for (size_t i = 0; i < 2; i++) {
        struct fixture *f = fixture_create(NOW);
        const char *folder = file_join(f->arena, f->root, "both");
        struct standard standard;
        bool found;

        assert_true(file_make_folder(f->arena, folder, &f->error));
        for (int edition = 1; edition <= 2; edition++) {
            const char *content = arena_format(f->arena,
                "standard 900:%d\nname A\ntitle A\n%s" CLAUSE("1"), edition,
                scopes[i][edition - 1]);

            assert_true(file_write(f->arena,
                file_join(f->arena, folder,
                    arena_format(f->arena, "%d.standard", edition)),
                text_of(content), &f->error));
        }
        assert_true(site_begin(&f->context, &f->error));
        assert_true(standard_load_files(&f->context, folder, &f->error));
        assert_true(site_commit(&f->context, &f->error));
        assert_true(
            standard_find(&f->context, "900", &standard, &found, &f->error));
        assert_string_equal(standard.id, scopes[i][2]);
        fixture_destroy(f);
    }
    (void)state;
}

static void a_standard_of_the_site_stays(void **state)
{
    struct fixture *f = *state;

    assert_true(load(f, "one", HEAD CLAUSE("1")));
    run(f, "update standard set origin = 'site' where id = '900:1'");
    assert_true(load(f, "two", HEAD CLAUSE("2")));
    assert_true(resolve(f, "clause:900/1").present);
    assert_int_equal(resolve(f, "clause:900/2").id, 0);
}

static void refuses_by_file_and_line(void **state)
{
    static const struct {
        const char *expect;
        const char *message;
    } cases[] = {
        {"expect audits is closed", "there is no kind of record “audits”"},
        {"expect audit or wombat", "there is no kind of record “wombat”"},
        {"expect audit is finished", "audit has no status “finished”"},
        {"expect audit is closed or finished",
            "audit has no status “finished”"},
        {"expect audit or change is held", "audit has no status “held”"},
        {"expect audit or document is closed",
            "document has no status “closed”"},
        {"expect any linked is vanished",
            "no kind of record has no status “vanished”"},
        {"expect audit closed", "not “closed”"},
        {"colour red", "the word “colour” is not known"},
    };
    struct fixture *f = *state;
    const char *place =
        arena_format(f->arena, "%s/x/a.standard:%d: ", f->root, HEAD_LINES + 4);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(load(f, "x",
            arena_format(
                f->arena, "%s%s\n", HEAD CLAUSE("1"), cases[i].expect)));
        assert_int_equal(f->error.code, ERROR_INVALID);
        if (!string_begins(f->error.message, place) ||
            strstr(f->error.message, cases[i].message) == NULL)
            fail_msg("%s: %s", cases[i].expect, f->error.message);
    }
    /* Nothing of it is left. */
    assert_false(resolve(f, "clause:900:1/1").present);
}

/* The first column of the table below a heading of the help page. */
static size_t help_examples(
    struct fixture *f, const char *heading, const char **examples, size_t most)
{
    struct text content;
    struct text line;
    size_t count = 0;
    bool inside = false;

    assert_true(file_read(f->arena,
        file_join(f->arena, f->shared, "manual/help/expectations.md"),
        1024 * 1024, &content, &f->error));
    while (text_next(&content, '\n', &line)) {
        const char *end;

        if (text_begins(line, "## "))
            inside = text_equals(line, heading);
        if (!inside || !text_begins(line, "| `"))
            continue;
        line = text_part(line.data + 3, line.size - 3);
        end = memchr(line.data, '`', line.size);
        assert_non_null(end);
        assert_true(count < most);
        examples[count++] =
            arena_copy(f->arena, line.data, (size_t)(end - line.data));
    }
    return count;
}

/* What is told of a stage, or "" where nothing is. */
static const char *told(struct fixture *f, const char *standard, const char *id,
    const char *kind, const char **from)
{
    struct clause_detail *details;
    struct clause clause;
    size_t count;
    bool found;

    assert_true(
        clause_read(&f->context, standard, id, &clause, &found, &f->error));
    assert_true(found);
    assert_true(
        clause_details(&f->context, clause.item, &details, &count, &f->error));
    for (size_t i = 0; i < count; i++) {
        *from = details[i].from;
        if (string_equals(details[i].kind, kind))
            return details[i].words;
    }
    *from = "";
    return "";
}

static void places_meet_where_one_holds_the_other(void **state)
{
    (void)state;
    assert_true(clause_places_meet("9.2", "9.2"));
    assert_true(clause_places_meet("9.2", "9.2.1"));
    assert_true(clause_places_meet("9.2.1", "9.2"));
    assert_false(clause_places_meet("9.2.1", "9.2.2"));
    assert_false(clause_places_meet("9.2", "9.21"));
    assert_false(clause_places_meet("9", "9.2.1"));
    assert_false(clause_places_meet("", ".1"));
    assert_false(clause_places_meet("4.1", "4.1/Amd1"));
    assert_false(clause_places_meet("", "9"));
    assert_false(clause_places_meet("", ""));
}

static void stages_hold_for_what_is_below(void **state)
{
    static const struct {
        const char *id;
        const char *kind;
        const char *words;
        const char *from;
    } cases[] = {
        {"1", "stage-1", "Top 1", ""},
        {"1.1", "stage-1", "Top 1", "1"},
        {"1.1", "stage-2", "Near 2", ""},
        {"1.1.1", "stage-1", "Own 1", ""},
        {"1.1.1", "stage-2", "Near 2", "1.1"},
        {"1.1.1/a", "stage-1", "Own 1", "1.1.1"},
        {"1.1.1/a", "surveillance", "Letter", ""},
        {"1.1.1/a", "document", "", ""},
        {"1.1.1/a", "attribute", "", ""},
        {"1.1.1", "surveillance", "", ""},
        {"2", "stage-1", "", ""},
    };
    struct fixture *f = *state;

    assert_true(load(f, "one",
        HEAD "clause 1\nkind clause\nheading One\nstage 1 Top 1\n"
             "stage 2 Top 2\nclause 1.1\nparent 1\nkind theme\n"
             "heading Near\nstage 2 Near 2\nstage 2 Near 2 again\n"
             "clause 1.1.1\nparent 1.1\nkind requirement\nheading Rule\n"
             "documented document A list\nattribute type Preventive\n"
             "stage 1 Own 1\n" ITEM(
                 "1.1.1", "a") "stage surveillance Letter\n" CLAUSE("2")));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *from;

        assert_string_equal(told(f, "900:1", cases[i].id, cases[i].kind, &from),
            cases[i].words);
        assert_string_equal(from, cases[i].from);
    }
}

/* An auditor looks at something of every clause and item, at every stage. */
static void stages_are_told_of_everything_asked(void **state)
{
    static const char *const stages[] = {"stage-1", "stage-2", "surveillance"};
    struct fixture *f = *state;
    struct standard *standards;
    size_t count;

    assert_true(standard_list(&f->context, &standards, &count, &f->error));
    assert_int_equal(count, 5);
    for (size_t s = 0; s < count; s++) {
        struct clause *clauses;
        size_t clause_count;

        assert_true(clause_list(
            &f->context, standards[s].id, &clauses, &clause_count, &f->error));
        for (size_t i = 0; i < clause_count; i++) {
            const char *from;

            for (size_t k = 0; k < sizeof stages / sizeof *stages; k++) {
                if (standard_kind_asks(clauses[i].kind) &&
                    told(f, standards[s].id, clauses[i].id, stages[k],
                        &from)[0] == '\0')
                    fail_msg("%s: no %s", clauses[i].ref, stages[k]);
            }
        }
    }
}

static void the_help_tells_the_truth(void **state)
{
    struct fixture *f = *state;
    const char *examples[50];
    size_t count = help_examples(f, "## Accepted", examples, 50);

    assert_true(count >= 5);
    for (size_t i = 0; i < count; i++) {
        if (!load(f, "x",
                arena_format(
                    f->arena, "%sexpect %s\n", HEAD CLAUSE("1"), examples[i])))
            fail_msg("%s: %s", examples[i], f->error.message);
    }
    count = help_examples(f, "## Refused", examples, 50);
    assert_true(count >= 5);
    for (size_t i = 0; i < count; i++) {
        if (load(f, "x",
                arena_format(
                    f->arena, "%sexpect %s\n", HEAD CLAUSE("1"), examples[i])))
            fail_msg("not refused: %s", examples[i]);
    }
}

static void explains_with_the_labels_of_kinds(void **state)
{
    struct fixture *f = *state;
    struct expectation expectation;

    assert_true(expectation_parse(f->arena,
        text_of("at least 2 todo or change is closed or active"), &expectation,
        &f->error));
    assert_string_equal(standard_explain(&f->context, &expectation),
        "At least 2 to-dos or changes, closed or in progress");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            has_the_shipped_standard, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            labels_of_ours_are_marked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_one_clause, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            reads_what_clauses_ask, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            walks_from_leaf_to_leaf, set_up, tear_down),
        cmocka_unit_test_setup_teardown(clauses_are_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            loading_again_replaces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            the_first_edition_is_chosen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            keeps_items_and_details, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            an_upgrade_keeps_what_the_site_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            scope_is_said_by_a_new_standard, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_number_means_the_edition_in_scope, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_standard_of_the_site_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            refuses_by_file_and_line, set_up, tear_down),
        cmocka_unit_test(places_meet_where_one_holds_the_other),
        cmocka_unit_test_setup_teardown(
            stages_hold_for_what_is_below, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            stages_are_told_of_everything_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            the_help_tells_the_truth, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            explains_with_the_labels_of_kinds, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
