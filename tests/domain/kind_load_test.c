/* domain/kind and kind_load: what a kind file may say, and each way in which
 * it is refused. */
#include "domain/kind_file.h"
#include "domain/kind_load.h"

#include "base/file.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define KIND                                                                   \
    "insert into kind (name, position, label, plural, description, dated) "    \
    "values\n ('%s', 90, 'Try', 'Tries', 'For a test.', '%s');\n"
#define STATUS                                                                 \
    "insert into status (kind, name, position, label, style, live, closed) "   \
    "values\n ('%s', 'open', 1, 'Open', '%s', 0, 0);\n"
#define FIELDS                                                                 \
    "insert into field (kind, name, position, section, label, type, "          \
    "required, choices, differs, listed) values\n"                             \
    " ('%s', 'title', 1, 'A', 'Title', 'text', 'always', '', '', 0), "         \
    "('%s', 'day', 9, 'A', 'Day', 'date', '', '', '', 0),\n"                   \
    " ('%s', 'status', 2, 'A', 'Status', 'status', 'always', '', '', 1),\n"    \
    " ('%s', 'done', 3, 'A', 'Done', '%s', '%s', '%s', '%s', %s)"

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    *state = f;
    return file_make_folder(
               f->arena, file_join(f->arena, f->root, "kinds"), &f->error)
               ? 0
               : 1;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* A whole kind file; NULL stands for what is right. */
struct kind_file {
    const char *name;
    const char *dated;
    const char *style;
    const char *type;
    const char *required;
    const char *choices;
    const char *differs;
    const char *listed;
};

static const char *either(const char *value, const char *other)
{
    return value == NULL ? other : value;
}

static const char *script_of(struct arena *arena, const struct kind_file *k)
{
    const char *name = either(k->name, "trial");
    struct builder out = builder_create(arena);

    builder_format(&out, KIND, name, either(k->dated, "day"));
    builder_format(&out, STATUS, name, either(k->style, "open"));
    builder_format(&out, FIELDS, name, name, name, name,
        either(k->type, "date"), either(k->required, ""),
        either(k->choices, ""), either(k->differs, ""), either(k->listed, "0"));
    return builder_string(&out);
}

static const char *path_of(struct fixture *f)
{
    return file_join(f->arena, f->root, "kinds/trial.sql");
}

/* Load the text as the only kind file, then undo it. */
static bool load(struct fixture *f, struct text script)
{
    bool fine;

    f->error = error_create(f->arena);
    assert_true(file_write(f->arena, path_of(f), script, &f->error));
    assert_true(site_begin(&f->context, &f->error));
    fine = kind_load_files(
        &f->context, file_join(f->arena, f->root, "kinds"), &f->error);
    site_rollback(&f->context);
    return fine;
}

static void takes(struct fixture *f, struct kind_file k)
{
    if (!load(f, text_of(script_of(f->arena, &k))))
        fail_msg("%s", f->error.message);
}

static void refuses_script(
    struct fixture *f, const char *script, int line, const char *message)
{
    const char *place = line == 0
                            ? path_of(f)
                            : arena_format(f->arena, "%s:%d", path_of(f), line);

    assert_false(load(f, text_of(script)));
    if (strstr(f->error.message, message) == NULL ||
        strstr(f->error.message, place) == NULL)
        fail_msg("%s, not %s: %s", f->error.message, place, message);
}

static void refuses(
    struct fixture *f, struct kind_file k, int line, const char *message)
{
    refuses_script(f, script_of(f->arena, &k), line, message);
}

static void test_taken(void **state)
{
    struct fixture *f = *state;

    takes(f, (struct kind_file){.name = NULL});
    takes(f, (struct kind_file){.required = "open"});
    takes(f, (struct kind_file){.type = "choice", .choices = "a=A; b=B"});
    takes(f, (struct kind_file){.type = "person", .differs = "title"});
    takes(f, (struct kind_file){.name = "a-1"});
    takes(f, (struct kind_file){.listed = "2"});
}

static const char *with_role(
    struct fixture *f, const char *field, const char *role)
{
    return arena_format(f->arena,
        "%s;\ninsert into soa_role (kind, field, role) values\n"
        " ('trial', '%s', '%s');\n",
        script_of(f->arena, &(struct kind_file){.name = NULL}), field, role);
}

static void test_parts_in_the_statement(void **state)
{
    struct fixture *f = *state;

    if (!load(f, text_of(with_role(f, "title", "reason"))) ||
        !load(f, text_of(with_role(f, "text", "driver"))))
        fail_msg("%s", f->error.message);
    assert_false(load(f, text_of(with_role(f, "title", "pilot"))));
    assert_non_null(
        strstr(f->error.message, "unknown role in soa_role: “pilot”"));
    assert_non_null(strstr(f->error.message, "trial.sql:"));
    assert_false(load(f, text_of(with_role(f, "ghost", "driver"))));
    assert_non_null(
        strstr(f->error.message, "unknown field in soa_role: “ghost”"));
}

static void test_unknown_words(void **state)
{
    struct fixture *f = *state;

    refuses(
        f, (struct kind_file){.type = "dat"}, 8, "unknown field type “dat”");
    refuses(
        f, (struct kind_file){.style = "ope"}, 4, "unknown status style “ope”");
    refuses(f, (struct kind_file){.required = "open sometimes"}, 8,
        "unknown status in what it is required for: “sometimes”");
    refuses(f, (struct kind_file){.differs = "owner"}, 8,
        "unknown field it must differ from: “owner”");
    refuses(f, (struct kind_file){.listed = "3"}, 8,
        "unknown value of listed: “3”");
    refuses(f, (struct kind_file){.dated = "title"}, 2, "must be a date");
    refuses(f, (struct kind_file){.dated = "never"}, 2,
        "unknown evidence date field “never”");
    refuses(f, (struct kind_file){.type = "choice"}, 0,
        "needs choices written name=Label");
    refuses(f, (struct kind_file){.name = "page"}, 2,
        "or reserved kind name “page”");
    refuses(f, (struct kind_file){.name = "meets"}, 2,
        "or reserved kind name “meets”");
    refuses(
        f, (struct kind_file){.name = "Big"}, 2, "or reserved kind name “Big”");
    refuses(
        f, (struct kind_file){.name = "a b"}, 2, "or reserved kind name “a b”");
    refuses(f, (struct kind_file){.name = "1a"}, 2, "kind name");
    refuses(f, (struct kind_file){.name = ""}, 0, "kind name");
}

/* A second kind, whose records refer to the first, and one more field of it on
 * a line of its own: type, computed, initial. */
static const char *with_field(struct fixture *f, const char *field)
{
    return arena_format(f->arena,
        "%s,\n ('trial', 'size', 5, 'A', 'Size', 'number', '', '', '', 0),\n"
        " ('trial', 'notes', 6, 'A', 'Notes', 'markdown', '', '', '', 0);\n"
        "insert into field (kind, name, position, section, label, type, "
        "computed, initial, kinds) values\n ('trial', %s);\n",
        script_of(f->arena, &(struct kind_file){.name = NULL}), field);
}

static void test_computed_and_initial(void **state)
{
    static const char *const taken[] = {
        "'x', 7, 'A', 'X', 'number', 'product size size', '', ''",
        "'x', 7, 'A', 'X', 'date', 'after day P3D', '', ''",
        "'x', 7, 'A', 'X', 'number', 'days_open day done', '', ''",
        "'x', 7, 'A', 'X', 'date', '', 'today+3', ''",
        "'x', 7, 'A', 'X', 'reference', '', '', 'trial'",
        "'x', 7, 'A', 'X', 'reference', '', '', ''),\n"
        " ('trial', 'n', 8, 'A', 'N', 'number', 'count trial x', '', '')"
        ",\n ('trial', 'l', 8, 'A', 'L', 'number', 'latest trial x size', '', "
        "''),\n ('trial', 'p', 8, 'A', 'P', 'percent', 'progress x size', '', "
        "''",
    };
    static const struct {
        const char *field;
        const char *message;
    } refused[] = {
        {"'x', 7, 'A', 'X', 'number', 'count nokind x', '', ''",
            "“nokind” is no kind of record"},
        {"'x', 7, 'A', 'X', 'number', 'count trial nofield', '', ''",
            "“nofield” is no field in which that kind refers to this one"},
        {"'x', 7, 'A', 'X', 'number', 'count trial title', '', ''",
            "“title” is no field in which that kind refers to this one"},
        {"'x', 7, 'A', 'X', 'percent', 'progress nofield size', '', ''",
            "“nofield” is no field in which records refer to this kind"},
        {"'x', 7, 'A', 'X', 'number', 'product title day', '', ''",
            "“title” is no number or level"},
        {"'x', 7, 'A', 'X', 'number', 'product size notes', '', ''",
            "“notes” is no number or level"},
        {"'x', 7, 'A', 'X', 'date', 'after title P3D', '', ''",
            "“title” is no date"},
        {"'x', 7, 'A', 'X', 'date', 'after day size', '', ''",
            "“size” is no length of time"},
        {"'x', 7, 'A', 'X', 'date', 'after day Pfoo', '', ''", "“Pfoo” is no"},
        {"'x', 7, 'A', 'X', 'yesno', 'on_target size size notes', '', ''",
            "“notes” is no choice"},
        {"'x', 7, 'A', 'X', 'number', 'wibble a b', '', ''",
            "unknown computation “wibble a b”"},
        {"'x', 7, 'A', 'X', 'date', '', 'tomorrowish', ''",
            "initial value “tomorrowish”: “tomorrowish” is not a date"},
        {"'x', 7, 'A', 'X', 'number', '', 'many', ''", "is not a number"},
        {"'x', 7, 'A', 'X', 'reference', '', '', 'nokind'",
            "unknown kind it may refer to: “nokind”"},
        {"'x', 7, 'A', 'X', 'reference', '', '',\n  'nokind'",
            "unknown kind it may refer to: “nokind”"},
        {"'x', 7, 'A', 'X', 'text', '', '', ''),\n"
         " ('nokind', 'y', 8, 'A', 'Y', 'text', '', '', ''",
            "kind nokind, field y: there is no kind “nokind”"},
    };
    struct fixture *f = *state;
    /* It comes first, and is not to blame for the other. */
    const char *other = file_join(f->arena, f->root, "kinds/apple.sql");
    struct kind_file apple = {.name = "apple"};

    assert_true(file_write(
        f->arena, other, text_of(script_of(f->arena, &apple)), &f->error));
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        if (!load(f, text_of(with_field(f, taken[i]))))
            fail_msg("%s: %s", taken[i], f->error.message);
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        refuses_script(f, with_field(f, refused[i].field),
            strstr(refused[i].field, "\n (") == NULL ? 12 : 13,
            refused[i].message);
    assert_int_equal(remove(other), 0);
}

/* What forms and lists send themselves is no field's name. */
static void test_form_names(void **state)
{
    static const char *const names[] = {
        "revision", "csrf", "why", "note", "saved", "page", "q", "sort"};
    struct fixture *f = *state;
    const char *fine = script_of(f->arena, &(struct kind_file){.name = NULL});

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        refuses_script(f,
            arena_format(f->arena,
                "%s,\n ('trial', '%s', 4, 'A', 'F', 'text', '', '', '', 0)",
                fine, names[i]),
            9,
            arena_format(f->arena,
                "kind trial, field %s: unknown or reserved field name “%s”",
                names[i], names[i]));
    if (!load(f, text_of(arena_format(f->arena,
                     "%s,\n ('trial', 'notes', 4, 'A', 'F', 'text', '', '', "
                     "'', 0)",
                     fine))))
        fail_msg("%s", f->error.message);
}

static void test_other_statements(void **state)
{
    struct fixture *f = *state;
    const char *fine = script_of(f->arena, &(struct kind_file){.name = NULL});
    const char *only =
        "only insert into kind, status, field, soa_role is allowed here";
    static const char *const scripts[] = {"delete from kind",
        "update kind set label = 'x'", "drop table kind",
        "insert into person (id, login) values (1, 'x')",
        "insert into setting (name, value) values ('key', 'x')",
        "insert into person_role (person, role) values (1, 'administrator')",
        "pragma user_version = 7", "commit",
        "insert into kind (name, position, label, plural, description, dated) "
        "values ('todo', 1, '', '', '', '') on conflict (name) do update set "
        "label = 'x'",
        "attach '/tmp/x.db' as x", "create table x (a)"};

    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        refuses_script(f, arena_format(f->arena, "-- x\n%s;\n", scripts[i]), 0,
            "line 2: ");
        assert_non_null(strstr(f->error.message, only));
        refuses_script(
            f, arena_format(f->arena, "%s;\n%s", fine, scripts[i]), 0, only);
    }
}

static void test_no_sense(void **state)
{
    struct fixture *f = *state;

    refuses_script(f, "insert into kind (", 0, "line 1");
    refuses_script(f, "nonsense", 0, "line 1");
    refuses_script(f, "\ninsert into kind (nothing) values (1)", 0, "line 2");
    refuses_script(f,
        "insert into kind (name, position, label, plural, description, dated) "
        "values ('x', 1, 'X', 'X', '', 'title')",
        0, "kind x");
    assert_false(load(f, text_of("-- \xff\n")));
    assert_non_null(strstr(f->error.message, "trial.sql: is not UTF-8 text"));
    assert_false(load(f, text_part("-- \0\n", 5)));
    assert_non_null(strstr(f->error.message, "is not UTF-8 text"));
    assert_string_equal(f->error.field, path_of(f));
}

static void test_too_many_fields(void **state)
{
    struct fixture *f = *state;
    struct builder out = builder_create(f->arena);

    builder_put(&out, script_of(f->arena, &(struct kind_file){.name = NULL}));
    for (int i = 5; i <= 200; i++)
        builder_format(&out,
            ",\n ('trial', 'f%d', %d, 'A', 'F', 'text', '', '', '', 0)", i, i);
    if (!load(f, text_of(builder_string(&out))))
        fail_msg("%s", f->error.message);
    builder_put(
        &out, ",\n ('trial', 'f201', 201, 'A', 'F', 'text', '', '', '', 0)");
    refuses_script(f, builder_string(&out), 0,
        "kind trial has too many fields: at most 200 are possible");
}

static void test_too_many_statuses(void **state)
{
    struct fixture *f = *state;
    struct builder out = builder_create(f->arena);

    builder_put(&out, script_of(f->arena, &(struct kind_file){.name = NULL}));
    builder_put(&out, ";\ninsert into status (kind, name, position, label, "
                      "style, live, closed) values ('trial', 's', 2, 'S', "
                      "'open', 0, 0)");
    for (int i = 3; i <= 201; i++)
        builder_format(
            &out, ",\n ('trial', 's%d', %d, 'S', 'open', 0, 0)", i, i);
    refuses_script(f, builder_string(&out), 0,
        "kind trial has too many statuses: at most 200 are possible");
}

static void test_too_many_kinds(void **state)
{
    struct fixture *f = *state;
    struct builder out = builder_create(f->arena);

    for (int i = 0; i <= 500; i++)
        builder_format(&out, KIND, arena_format(f->arena, "k%d", i), "title");
    refuses_script(
        f, builder_string(&out), 0, "too many kinds: at most 500 are possible");
}

static void test_in_memory(void **state)
{
    struct fixture *f = *state;
    const struct kind *todo = kind_find(f->site, "todo");
    const struct field *priority;

    assert_non_null(todo);
    assert_null(kind_find(f->site, "none"));
    assert_null(kind_find(f->site, ""));
    assert_string_equal(todo->fields[todo->title].name, "title");
    assert_string_equal(todo->fields[todo->due].name, "due");
    assert_int_equal(kind_field(todo, "none"), -1);
    assert_true(todo->fields[todo->title].always);
    assert_string_equal(
        todo->fields[kind_field(todo, "checker")].differs, "owner");
    assert_true(kind_status(todo, "closed")->closed);
    assert_false(kind_status(todo, "open")->live);
    assert_null(kind_status(todo, "none"));
    priority = &todo->fields[kind_field(todo, "priority")];
    assert_int_equal(priority->choice_count, 3);
    assert_string_equal(field_choice_label(priority, "high"), "High");
    assert_string_equal(field_choice_label(priority, "none"), "none");
    assert_true(words_have("a bc d", "bc"));
    assert_true(words_have("a", "a"));
    assert_false(words_have("a bc d", "b"));
    assert_false(words_have("", "a"));
    assert_false(words_have("a  b", "a b"));
}

/* Kinds loaded twice at one moment are read anew, and kinds that cannot be
 * read leave the old ones in place. */
/* Every field that is shipped says what belongs into it. */
static void test_shipped_help(void **state)
{
    struct fixture *f = *state;
    const char *field = "";

    assert_true(database_text(f->site->db,
        "select kind || ' ' || name from field where help = '' "
        "order by kind, name limit 1",
        NO_VALUES, &field, &f->error));
    assert_string_equal(field, "");
    assert_true(f->site->kinds->count > 40);
}

/* However rows came to stand in their tables, and however many there are:
 * statuses and fields are in order of position, then of name. */
static void test_order(void **state)
{
    struct fixture *f = *state;
    struct kinds kinds = {.count = 0};
    struct builder out = builder_create(f->arena);

    for (int i = 0; i < 100; i++) {
        builder_format(&out,
            "insert into field (kind, name, position, section, label, type) "
            "values ('%s', 'zz%02d', %d, 'S', 'L', '%s');\n",
            i % 2 == 0 ? "todo" : "incident", (i * 37) % 100, 5000000 - i / 20,
            i % 10 == 9 ? "unknown" : "text");
        if (i < 40)
            builder_format(&out,
                "insert into status (kind, name, position, label, style, live, "
                "closed) values ('%s', 'zz%02d', %d, 'L', 'open', 0, 0);\n",
                i % 2 == 0 ? "todo" : "incident", (i * 37) % 100,
                5000000 - i / 20);
    }
    assert_true(site_begin(&f->context, &f->error));
    if (!database_script(f->site->db, builder_string(&out), NULL, &f->error) ||
        !kind_read_all(f->site, f->arena, &kinds, &f->error))
        fail_msg("%s", f->error.message);
    site_rollback(&f->context);
    assert_int_equal(kinds.count, f->site->kinds->count);
    for (size_t i = 0; i < kinds.count; i++) {
        const struct kind *kind = &kinds.kinds[i];
        const struct kind *before = &f->site->kinds->kinds[i];
        bool is_todo = string_equals(kind->name, "todo");
        bool more = is_todo || string_equals(kind->name, "incident");

        assert_string_equal(kind->name, before->name);
        assert_int_equal(
            kind->field_count, before->field_count + (is_todo   ? 50
                                                         : more ? 40
                                                                : 0));
        assert_int_equal(
            kind->status_count, before->status_count + (more ? 20 : 0));
        for (size_t k = 0; k < before->field_count; k++)
            assert_string_equal(kind->fields[k].name, before->fields[k].name);
        for (size_t k = 1; k < kind->field_count; k++) {
            const struct field *a = &kind->fields[k - 1];
            const struct field *b = &kind->fields[k];

            assert_true(
                a->position < b->position ||
                (a->position == b->position && strcmp(a->name, b->name) < 0));
        }
        for (size_t k = 1; k < kind->status_count; k++) {
            const struct status *a = &kind->statuses[k - 1];
            const struct status *b = &kind->statuses[k];

            assert_true(
                a->position < b->position ||
                (a->position == b->position && strcmp(a->name, b->name) < 0));
        }
    }
}

static void test_again(void **state)
{
    struct fixture *f = *state;
    struct kind_file k = {.name = "trial"};

    assert_true(file_write(
        f->arena, path_of(f), text_of(script_of(f->arena, &k)), &f->error));
    assert_true(site_begin(&f->context, &f->error));
    assert_true(kind_load_files(
        &f->context, file_join(f->arena, f->root, "kinds"), &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_null(kind_find(f->site, "trial"));
    assert_true(kind_load_site(f->site, &f->error));
    assert_non_null(kind_find(f->site, "trial"));
    assert_null(kind_find(f->site, "todo"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken),
        cmocka_unit_test(test_parts_in_the_statement),
        cmocka_unit_test(test_unknown_words),
        cmocka_unit_test(test_computed_and_initial),
        cmocka_unit_test(test_form_names),
        cmocka_unit_test(test_other_statements),
        cmocka_unit_test(test_no_sense),
        cmocka_unit_test(test_too_many_fields),
        cmocka_unit_test(test_too_many_statuses),
        cmocka_unit_test(test_too_many_kinds),
        cmocka_unit_test(test_in_memory),
        cmocka_unit_test_setup_teardown(test_shipped_help, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_again, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
