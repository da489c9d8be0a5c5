/* store/migrate: steps in order, each whole or not at all; other releases'
 * databases are refused in words. */
#include "store/migrate.h"

#include "base/file.h"
#include "temporary_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct place {
    struct arena *arena;
    const char *folder;
    const char *schema;
    struct error error;
    struct database *db;
};

static void must(const struct place *p, bool fine)
{
    if (!fine)
        fail_msg("%s", p->error.message);
}

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct place *p = arena_alloc(arena, sizeof *p);

    p->arena = arena;
    p->error = error_create(arena);
    p->folder = temporary_folder_create(arena);
    p->schema = file_join(arena, p->folder, "schema");
    must(p, file_make_folder(arena, p->schema, &p->error));
    must(p, database_open(file_join(arena, p->folder, "ims.db"),
                DATABASE_CREATE, &p->db, &p->error));
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;

    database_close(p->db);
    temporary_folder_remove(p->folder);
    arena_destroy(p->arena);
    return 0;
}

static void put(struct place *p, const char *name, const char *script)
{
    must(p, file_write(p->arena, file_join(p->arena, p->schema, name),
                text_of(script), &p->error));
}

static long long version(struct place *p)
{
    long long number = -1;

    must(p, database_schema_version(p->db, &number, &p->error));
    return number;
}

static void test_apply(void **state)
{
    struct place *p = *state;
    int applied = -1;

    put(p, "001-core.sql", "create table t (a integer);");
    for (int step = 2; step <= MIGRATE_SCHEMA; step++)
        put(p, arena_format(p->arena, "%03d-more.sql", step),
            arena_format(p->arena,
                "alter table t add column c%d integer;\n"
                "insert into t (c%d) values (%d);",
                step, step, step));
    put(p, "999-later.sql", "create table later (a text);");
    put(p, "notes.txt", "not a step");
    put(p, "1-x.sql", "not a step");
    must(p, migrate_apply(p->db, p->schema, "site", &applied, &p->error));
    assert_int_equal(applied, MIGRATE_SCHEMA);
    assert_true(version(p) == MIGRATE_SCHEMA);
    must(p, migrate_check(p->db, "site", &p->error));
    must(p, migrate_apply(p->db, p->schema, "site", &applied, &p->error));
    assert_int_equal(applied, 0);
}

/* Bring the place to that number by the steps as shipped: how many it took.
 * That there are more is said, and nothing else is wrong. */
static int apply_shipped(struct place *p, long long last)
{
    static const char *const steps[] = {"001-core.sql", "002-registers.sql",
        "003-conformance.sql", "004-cheaper.sql", "005-approving.sql",
        "006-clauses.sql", "007-sent.sql", "008-mended.sql"};
    int applied = -1;

    for (long long i = version(p); i < last; i++) {
        struct text script;

        must(p, file_read(p->arena, file_join(p->arena, "schema", steps[i]),
                    1 << 20, &script, &p->error));
        put(p, steps[i], script.data);
    }
    assert_true(migrate_apply(p->db, p->schema, "site", &applied, &p->error) ==
                (last == MIGRATE_SCHEMA));
    p->error = error_create(p->arena);
    assert_true(version(p) == last);
    return applied;
}

static long long number(struct place *p, const char *sql)
{
    long long found = -1;

    must(p, database_number(p->db, sql, NO_VALUES, &found, &p->error));
    return found;
}

/* What stood in the tables that the fourth step makes anew stands there yet. */
static void test_cheaper(void **state)
{
    struct place *p = *state;

    apply_shipped(p, 3);
    must(p,
        database_script(p->db,
            "insert into setting values ('name', 'Ours');"
            "insert into kind (name, position, label, plural, description, "
            "dated) values ('todo', 1, 'To-do', 'To-do list', '', '');"
            "insert into item (id, ref, kind, title, present) values "
            "(7, 'todo:1', 'todo', 'One', 1), (8, 'page:a', 'page', 'A', 1), "
            "(9, 'page:a#b', 'section', 'B', 1);"
            "insert into record (id, kind, number, title, status, owner, due, "
            "dated, value, revision, created_at, changed_at, changed_by) "
            "values (7, 'todo', 1, 'One', 'open', '', '', '', '{}', 1, '', '', "
            "'');"
            "insert into record_value values ('todo', 'type', 'x', 2.5, 7);"
            "insert into record_tally values ('todo', 'open', 1);"
            "insert into record_remark values ('IMS020', 1, '2026-01-01', 7);"
            "insert into link (source, owner, role, target, written, line, "
            "fingerprint) values (9, 8, 'text', 7, 'todo:1', 3, ''), "
            "(7, 7, 'text', 8, 'page:a', 0, '');",
            NULL, &p->error));
    assert_int_equal(apply_shipped(p, 4), 1);
    assert_true(number(p, "select count(*) from setting "
                          "where name = 'name' and value = 'Ours'") == 1);
    assert_true(number(p, "select count(*) from record_value where kind = "
                          "'todo' and field = 'type' and value = 'x' "
                          "and amount = 2.5 and record = 7") == 1);
    assert_true(number(p, "select count(*) from record_tally where kind = "
                          "'todo' and status = 'open' and count = 1") == 1);
    assert_true(number(p, "select count(*) from record_remark where rule = "
                          "'IMS020' and place = 1 and passes = '2026-01-01' "
                          "and record = 7") == 1);
    assert_true(number(p, "select count(*) from link where source = 9 "
                          "and source <> owner") == 1);
    assert_true(
        number(p, "select count(*) from pragma_foreign_key_check") == 0);
}

/* What a site changed of a status that came with approval gets it too. */
static void test_approving(void **state)
{
    struct place *p = *state;

    apply_shipped(p, 4);
    must(p, database_script(p->db,
                "insert into kind (name, position, label, plural, description, "
                "dated) values ('waiver', 1, 'Waiver', 'Waivers', '', '');"
                "insert into status (kind, name, position, label, style, live, "
                "closed, origin) values ('waiver', 'requested', 1, 'Asked', "
                "'open', 0, 0, 'site'), ('waiver', 'granted', 2, 'Allowed', "
                "'active', 1, 0, 'site');",
                NULL, &p->error));
    assert_int_equal(apply_shipped(p, 5), 1);
    assert_true(number(p, "select count(*) from status where approves = 1 "
                          "and name = 'granted' and label = 'Allowed'") == 1);
    assert_true(number(p, "select count(*) from status "
                          "where approves = 1") == 1);
}

/* A walk over a standard reads no row of the table. */
static void test_clauses(void **state)
{
    struct place *p = *state;
    const char *plan = "";
    struct rows rows;

    apply_shipped(p, 5);
    must(p,
        database_script(p->db,
            "insert into item (id, ref, kind, title, present) values "
            "(7, 'clause:9:1/1', 'clause', 'One', 1);"
            "insert into standard (id, number, edition, name, title, position, "
            "chosen) values ('9:1', '9', '1', 'Nine', '', 1, 1);"
            "insert into clause (id, standard, clause, parent, kind, heading, "
            "asks, position, shares) values (7, '9:1', '1', '', 'clause', "
            "'One', 'Much.', 0, '4');"
            "insert into expectation (clause, position, words, origin) values "
            "(7, 1000, 'at least 2 audit', 'site');",
            NULL, &p->error));
    assert_int_equal(apply_shipped(p, 6), 1);
    assert_true(number(p, "select count(*) from clause indexed by "
                          "clause_position where standard = '9:1' and "
                          "position = 0 and heading = 'One' and shares = '4' "
                          "and asks = 'Much.'") == 1);
    assert_true(number(p, "select count(*) from expectation where clause = 7 "
                          "and position = 1000 and origin = 'site' "
                          "and words = 'at least 2 audit'") == 1);
    assert_true(
        number(p, "select count(*) from pragma_foreign_key_check") == 0);
    must(p, database_query(p->db,
                "explain query plan select id, clause, parent, kind, heading, "
                "position, shares from clause where standard = $1 "
                "order by position",
                VALUES(value_text("9:1")), &rows, &p->error));
    if (rows_next(&rows))
        plan = rows_text(&rows, 3);
    assert_false(rows_next(&rows));
    must(p, rows_end(&rows, &p->error));
    assert_non_null(strstr(plan, "COVERING INDEX clause_position"));
}

/* The index of words keeps what it knew, and is merged otherwise from now on;
 * a record without its date is as old as itself again. */
static void test_mended(void **state)
{
    struct place *p = *state;

    apply_shipped(p, 7);
    must(p,
        database_script(p->db,
            "insert into item (id, ref, kind, title, present) values "
            "(7, 'todo:7', 'todo', 'Mend', 1), (8, 'todo:8', 'todo', 'B', 1);"
            "insert into search (rowid, ref, kind, title, body) values "
            "(7, 'todo:7', 'todo', 'Mend', 'wallaby');"
            "insert into kind (name, position, label, plural, description, "
            "dated) values ('todo', 1, 'To-do', 'To-dos', '', 'closed_on');"
            "insert into record (id, kind, number, title, status, owner, due, "
            "dated, value, revision, created_at, changed_at, changed_by, "
            "evidence_on) values "
            "(7, 'todo', 7, 'Mend', 'open', '', '', '', '{}', 2, "
            "'2026-11-02T10:00:00Z', '2026-11-20T10:00:00Z', '', "
            "'2026-11-20'),"
            "(8, 'todo', 8, 'B', 'open', '', '', '2026-11-04', '{}', 1, "
            "'2026-11-02T10:00:00Z', '2026-11-02T10:00:00Z', '', "
            "'2026-11-04');"
            "insert into field (kind, name, position, section, label, type) "
            "values ('todo', 'cost', 1, '', 'Cost', 'money'), "
            "('todo', 'place', 2, '', 'Place', 'text');"
            "insert into record_value (kind, field, value, amount, record) "
            "values ('todo', 'cost', '', 0, 7), ('todo', 'cost', '0', 0, 8), "
            "('todo', 'place', '', 0, 7);"
            "insert into link (source, owner, role, target, written, line, "
            "fingerprint, kind, status, evidence_on) values "
            "(7, 7, 'source', 8, 'todo:8', 0, '', 'todo', 'open', "
            "'2026-11-20'), (8, 8, 'source', 7, 'todo:7', 0, '', 'todo', "
            "'open', '2026-11-04');",
            NULL, &p->error));
    assert_int_equal(apply_shipped(p, 8), 1);
    assert_true(number(p, "select count(*) from search where search match "
                          "'wallaby' and rowid = 7") == 1);
    assert_true(number(p, "select v from search_config where k = "
                          "'automerge'") == 16);
    assert_true(number(p, "select v from search_config where k = "
                          "'crisismerge'") == 64);
    assert_true(number(p, "select count(*) from record where evidence_on = "
                          "case id when 7 then '2026-11-02' else "
                          "'2026-11-04' end") == 2);
    assert_true(number(p, "select count(*) from record_value where "
                          "amount = -1e308") == 1);
    assert_true(number(p, "select count(*) from record_value where field = "
                          "'cost' and value = '' and amount < 0") == 1);
    assert_true(number(p, "select count(*) from link join record on "
                          "record.id = link.owner where link.evidence_on = "
                          "record.evidence_on") == 2);
}

static void test_older(void **state)
{
    struct place *p = *state;

    assert_false(migrate_check(p->db, "our/site", &p->error));
    assert_int_equal(p->error.code, ERROR_SCHEMA);
    assert_non_null(strstr(p->error.message, "our/site: was made by an older"));
    assert_non_null(strstr(p->error.message, "ims migrate our/site"));
}

static void test_newer(void **state)
{
    struct place *p = *state;
    int applied = -1;

    must(p, database_set_schema_version(p->db, MIGRATE_SCHEMA + 1, &p->error));
    assert_false(migrate_check(p->db, "our/site", &p->error));
    assert_int_equal(p->error.code, ERROR_SCHEMA);
    assert_non_null(strstr(p->error.message, "our/site: was made by a newer"));
    p->error = error_create(p->arena);
    assert_false(
        migrate_apply(p->db, p->schema, "our/site", &applied, &p->error));
    assert_int_equal(p->error.code, ERROR_SCHEMA);
    assert_int_equal(applied, 0);
    assert_true(version(p) == MIGRATE_SCHEMA + 1);
}

static void test_broken_step(void **state)
{
    struct place *p = *state;
    long long tables = -1;
    int applied = -1;

    put(p, "001-core.sql", "create table t (a text);\ncreate tabel u (a);");
    assert_false(migrate_apply(p->db, p->schema, "site", &applied, &p->error));
    assert_non_null(strstr(p->error.message, "001-core.sql: line 2"));
    assert_false(database_is_writing(p->db));
    assert_true(version(p) == 0);
    must(p, database_number(p->db, "select count(*) from sqlite_schema",
                NO_VALUES, &tables, &p->error));
    assert_true(tables == 0);
}

static void test_missing_step(void **state)
{
    struct place *p = *state;
    int applied = -1;

    assert_false(migrate_apply(p->db, p->schema, "site", &applied, &p->error));
    assert_int_equal(p->error.code, ERROR_SCHEMA);
    assert_false(migrate_apply(p->db, file_join(p->arena, p->folder, "none"),
        "site", &applied, &p->error));
    assert_int_equal(p->error.code, ERROR_MISSING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_apply, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cheaper, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_approving, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_clauses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_mended, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_older, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_newer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_broken_step, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_missing_step, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
