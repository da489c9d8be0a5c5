/* Kinds made and changed by an administrator. */
#include "domain/kind_edit.h"

#include "domain/history.h"
#include "domain/kind_edit_field.h"
#include "domain/kind_edit_status.h"
#include "domain/kind_file.h"
#include "domain/kind_history.h"
#include "domain/kind_load.h"
#include "domain/kind_use.h"
#include "domain/record.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define NOW "2026-11-21T10:00:00Z"

static int setup(void **state)
{
    *state = fixture_create(NOW);
    return 0;
}

static int teardown(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* A save on the present state. */
static struct kind_save *save_now(struct fixture *fixture)
{
    struct kind_save *save = arena_alloc(fixture->arena, sizeof *save);

    *save = (struct kind_save){.context = &fixture->context, .why = "a test"};
    assert_true(
        kind_save_stamp(&fixture->context, &save->stamp, &fixture->error));
    return save;
}

static struct kind_edit permit(void)
{
    return (struct kind_edit){.name = "permit",
        .label = "Work permit",
        .plural = "Work permits",
        .description = "Leave to do dangerous work.",
        .category = "Custom tracks",
        .dated = "due",
        .owner_label = "Holder",
        .roles = "",
        .after = "todo"};
}

static void must(
    struct fixture *fixture, const struct kind_save *save, bool fine)
{
    (void)fixture;
    if (!fine)
        fail_msg("refused: %s: %s",
            save->problem_count > 0 ? save->problems[0].input : "?",
            save->problem_count > 0 ? save->problems[0].message
                                    : "not a problem");
}

static void make_permit(struct fixture *fixture)
{
    struct kind_save *save = save_now(fixture);
    struct kind_edit edit = permit();

    must(fixture, save, kind_edit_create(save, &edit, &fixture->error));
}

static const struct kind *kind_of(struct fixture *fixture, const char *name)
{
    const struct kind *kind = kind_find(fixture->site, name);

    assert_non_null(kind);
    return kind;
}

static struct field_edit plain_field(const char *name, const char *type)
{
    return (struct field_edit){.name = name,
        .section = "Its own",
        .label = "Some field",
        .type = type,
        .help = "",
        .required = "",
        .choices = "",
        .kinds = "",
        .differs = "",
        .listed = "0",
        .back = "",
        .initial = "",
        .bounds = "",
        .unit = "",
        .computed = "",
        .after = "title"};
}

static void put_field(struct fixture *fixture, const char *kind,
    const struct field_edit *edit, bool made)
{
    struct kind_save *save = save_now(fixture);

    must(fixture, save,
        kind_edit_field(save, kind, edit, made, &fixture->error));
}

/* Refused, with a problem at this input whose words have this part. */
static void assert_problem(
    const struct kind_save *save, const char *input, const char *part)
{
    for (size_t i = 0; i < save->problem_count; i++) {
        if (string_equals(save->problems[i].input, input) &&
            strstr(save->problems[i].message, part) != NULL)
            return;
    }
    fail_msg("no problem at %s with “%s”; first: %s: %s", input, part,
        save->problem_count > 0 ? save->problems[0].input : "none",
        save->problem_count > 0 ? save->problems[0].message : "");
}

static void refuse_field(struct fixture *fixture, const char *kind,
    const struct field_edit *edit, bool made, const char *input,
    const char *part)
{
    struct kind_save *save = save_now(fixture);
    struct error error = error_create(fixture->arena);
    size_t before = kind_of(fixture, kind)->field_count;

    assert_false(kind_edit_field(save, kind, edit, made, &error));
    assert_int_equal(error.code, ERROR_INVALID);
    assert_problem(save, input, part);
    assert_false(database_is_writing(fixture->context.db));
    assert_int_equal(kind_of(fixture, kind)->field_count, before);
}

static void refuse_kind(struct fixture *fixture, const struct kind_edit *edit,
    const char *input, const char *part)
{
    struct kind_save *save = save_now(fixture);
    struct error error = error_create(fixture->arena);

    assert_false(kind_edit_create(save, edit, &error));
    assert_int_equal(error.code, ERROR_INVALID);
    assert_problem(save, input, part);
    assert_false(database_is_writing(fixture->context.db));
}

/* All there is of a field, to be changed. */
static struct field_edit read_field(
    struct fixture *fixture, const char *kind, const char *name)
{
    struct field_edit edit;
    bool found = false;

    assert_true(kind_edit_read_field(
        &fixture->context, kind, name, &edit, &found, &fixture->error));
    assert_true(found);
    return edit;
}

static const char *value_of(struct fixture *fixture, const char *kind,
    long long number, const char *field)
{
    struct record record;
    bool found = false;

    assert_true(record_read(&fixture->context, kind_of(fixture, kind), number,
        &record, &found, &fixture->error));
    assert_true(found);
    return record_value_of(&record, field);
}

static void test_new_kind(void **state)
{
    struct fixture *fixture = *state;
    const struct kind *kind;
    struct record_filter filter = {.status = "",
        .open_only = true,
        .owner = "",
        .words = "",
        .due_before = "",
        .limit = 10};
    struct record *records;
    size_t count;

    make_permit(fixture);
    kind = kind_of(fixture, "permit");
    assert_true(kind->custom);
    assert_string_equal(kind->owner_label, "Holder");
    assert_true(kind->title >= 0 && kind->status >= 0 && kind->owner >= 0 &&
                kind->due >= 0 && kind->body >= 0);
    assert_int_equal(kind->status_count, 3);
    assert_true(kind - fixture->site->kinds->kinds ==
                kind_of(fixture, "todo") - fixture->site->kinds->kinds + 1);
    assert_int_equal(fixture_add_record(fixture, "permit", "title", "Welding",
                         "due", "2026-12-01", NULL),
        1);
    assert_string_equal(value_of(fixture, "permit", 1, "title"), "Welding");
    assert_true(record_list(&fixture->context, kind_of(fixture, "permit"),
        &filter, &records, &count, &fixture->error));
    assert_int_equal(count, 1);
}

static void test_kind_refusals(void **state)
{
    struct fixture *fixture = *state;
    struct kind_edit edit = permit();

    edit.name = "Work permit";
    refuse_kind(fixture, &edit, "name", "cannot be a name");
    edit.name = "";
    refuse_kind(fixture, &edit, "name", "must be filled in");
    edit.name = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
    refuse_kind(fixture, &edit, "name", "cannot be a name");
    edit.name = "kind";
    refuse_kind(fixture, &edit, "name", "meaning of its own");
    edit.name = "clause";
    refuse_kind(fixture, &edit, "name", "meaning of its own");
    edit.name = "new";
    refuse_kind(fixture, &edit, "name", "meaning of its own");
    edit.name = "todo";
    refuse_kind(fixture, &edit, "name", "already");
    edit = permit();
    edit.label = " ";
    refuse_kind(fixture, &edit, "label", "must be filled in");
    edit = permit();
    edit.roles = "auditor staff";
    refuse_kind(fixture, &edit, "roles", "staff");
    edit = permit();
    edit.after = "nowhere";
    refuse_kind(fixture, &edit, "after", "nowhere");
    assert_null(kind_find(fixture->site, "permit"));
}

static void test_stale(void **state)
{
    struct fixture *fixture = *state;
    struct kind_save *late = save_now(fixture);
    struct kind_edit edit = permit();
    struct error error = error_create(fixture->arena);
    struct kind_revision *since;
    size_t count;

    make_permit(fixture);
    edit.name = "visit";
    assert_false(kind_edit_create(late, &edit, &error));
    assert_int_equal(error.code, ERROR_CONFLICT);
    assert_false(database_is_writing(fixture->context.db));
    assert_null(kind_find(fixture->site, "visit"));
    assert_true(kind_history_list(&fixture->context, "",
        kind_save_stamp_revision(late->stamp), 10, &since, &count,
        &fixture->error));
    assert_int_equal(count, 1);
    assert_string_equal(since[0].kind, "permit");
    assert_string_equal(since[0].revision.by, "ines.marchetti");
    late = save_now(fixture);
    late->stamp = "";
    error = error_create(fixture->arena);
    assert_false(kind_edit_create(late, &edit, &error));
    assert_int_equal(error.code, ERROR_CONFLICT);
}

static void test_field_refusals(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit edit;

    make_permit(fixture);
    edit = plain_field("Place", "text");
    refuse_field(fixture, "permit", &edit, true, "name", "cannot be a name");
    edit = plain_field("csrf", "text");
    refuse_field(fixture, "permit", &edit, true, "name", "meaning of its own");
    edit = plain_field("meets", "text");
    refuse_field(fixture, "permit", &edit, true, "name", "meaning of its own");
    edit = plain_field("owner", "person");
    refuse_field(fixture, "permit", &edit, true, "name", "already");
    edit = plain_field("place", "colour");
    refuse_field(fixture, "permit", &edit, true, "type", "no type");
    edit = plain_field("place", "status");
    refuse_field(fixture, "permit", &edit, true, "type", "one status");
    edit = plain_field("place", "choice");
    refuse_field(fixture, "permit", &edit, true, "choices", "needs choices");
    edit.choices = "high";
    refuse_field(fixture, "permit", &edit, true, "choices", "not a choice");
    edit.choices = "high=";
    refuse_field(fixture, "permit", &edit, true, "choices", "needs a label");
    edit.choices = "high=High #pink";
    refuse_field(fixture, "permit", &edit, true, "choices", "pink");
    edit = plain_field("place", "number");
    edit.bounds = "9..1";
    refuse_field(fixture, "permit", &edit, true, "bounds", "bounds");
    edit.bounds = "";
    edit.initial = "many";
    refuse_field(fixture, "permit", &edit, true, "initial", "not a number");
    edit.initial = "";
    edit.required = "burnt";
    refuse_field(fixture, "permit", &edit, true, "required", "burnt");
    edit.required = "";
    edit.computed = "product likelihood impact";
    refuse_field(fixture, "permit", &edit, true, "computed", "no field");
    edit.computed = "count nokind source";
    refuse_field(fixture, "permit", &edit, true, "computed", "no kind");
    edit.computed = "count todo nofield";
    refuse_field(fixture, "permit", &edit, true, "computed", "no field in");
    edit.computed = "product title place";
    refuse_field(fixture, "permit", &edit, true, "computed", "no number");
    edit.computed = "magic";
    refuse_field(fixture, "permit", &edit, true, "computed", "magic");
    edit = plain_field("other", "references");
    edit.kinds = "todo unicorn";
    refuse_field(fixture, "permit", &edit, true, "kinds", "unicorn");
    edit = plain_field("other", "person");
    edit.differs = "nobody";
    refuse_field(fixture, "permit", &edit, true, "differs", "nobody");
    edit = plain_field("other", "text");
    edit.label = "";
    edit.listed = "7";
    refuse_field(fixture, "permit", &edit, true, "label", "filled in");
    refuse_field(fixture, "permit", &edit, true, "listed", "7");
    edit = read_field(fixture, "permit", "title");
    edit.retired = true;
    refuse_field(fixture, "permit", &edit, false, "retired", "title");
    edit = read_field(fixture, "permit", "due");
    edit.type = "text";
    refuse_field(fixture, "permit", &edit, false, "type", "always has");
}

static void test_too_many_fields(void **state)
{
    struct fixture *fixture = *state;
    struct context *context = &fixture->context;
    struct field_edit edit = plain_field("one_more", "text");

    make_permit(fixture);
    assert_true(site_begin(context, &fixture->error));
    for (int i = 0; i < 195; i++)
        assert_true(database_run(context->db,
            "insert into field (kind, name, position, section, label, type, "
            "origin) values ('permit', $1, 9000, 'S', 'L', 'text', 'site')",
            VALUES(value_text(arena_format(fixture->arena, "f%d", i))),
            &fixture->error));
    assert_true(site_commit(context, &fixture->error));
    refuse_field(fixture, "permit", &edit, true, "name", "at most 200");
}

/* What records have cannot be taken away. */
static void test_in_use(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit edit = plain_field("hazard", "choice");
    struct kind_save *save;
    struct error error = error_create(fixture->arena);

    make_permit(fixture);
    edit.choices = "fire=Fire; height=Height; gas=Gas";
    put_field(fixture, "permit", &edit, true);
    fixture_add_record(fixture, "permit", "title", "A", "hazard", "fire", NULL);
    fixture_change_record(fixture, "permit", 1LL, "hazard", "gas", NULL);
    edit.choices = "fire=Fire; gas=Gas";
    put_field(fixture, "permit", &edit, false);
    edit.choices = "gas=Gas";
    refuse_field(fixture, "permit", &edit, false, "choices", "permit:1");
    edit.choices = "gas=Explosive gas; -fire=Fire";
    put_field(fixture, "permit", &edit, false);
    assert_string_equal(value_of(fixture, "permit", 1, "hazard"), "gas");
    save = save_now(fixture);
    assert_false(kind_edit_remove_field(save, "permit", "hazard", &error));
    assert_problem(save, "", "permit:1");
    edit.retired = true;
    put_field(fixture, "permit", &edit, false);
    assert_string_equal(value_of(fixture, "permit", 1, "hazard"), "gas");
    assert_true(kind_of(fixture, "permit")->fields[1].retired);
    edit.retired = false;
    put_field(fixture, "permit", &edit, false);
    edit = plain_field("mistake", "text");
    put_field(fixture, "permit", &edit, true);
    save = save_now(fixture);
    must(fixture, save,
        kind_edit_remove_field(save, "permit", "mistake", &fixture->error));
    assert_int_equal(kind_field(kind_of(fixture, "permit"), "mistake"), -1);
    error = error_create(fixture->arena);
    save = save_now(fixture);
    assert_false(kind_edit_remove_field(save, "todo", "origin", &error));
    assert_problem(save, "", "came with the program");
}

/* Nor narrowed so that what they have could not be saved again. */
static void test_narrowed(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit edit = plain_field("seealso", "reference");

    make_permit(fixture);
    edit.kinds = "finding";
    put_field(fixture, "permit", &edit, true);
    fixture_add_record(fixture, "finding", "title", "F", NULL);
    fixture_add_record(
        fixture, "permit", "title", "A", "seealso", "finding:1", NULL);
    edit.kinds = "todo";
    refuse_field(fixture, "permit", &edit, false, "kinds",
        "1 recorded value does not fit these kinds, first that of permit:1");
    edit.kinds = "todo finding";
    put_field(fixture, "permit", &edit, false);
    /* Wider is fine, whatever stood there before. */
    assert_true(database_run(fixture->context.db,
        "update field set kinds = 'todo' where kind = 'permit' "
        "and name = 'seealso'",
        NO_VALUES, &fixture->error));
    edit.kinds = "risk todo";
    put_field(fixture, "permit", &edit, false);
    edit.kinds = "";
    put_field(fixture, "permit", &edit, false);
    edit = plain_field("first", "text");
    put_field(fixture, "permit", &edit, true);
    edit = plain_field("second", "text");
    put_field(fixture, "permit", &edit, true);
    fixture_change_record(
        fixture, "permit", 1LL, "first", "same", "second", "same", NULL);
    edit.differs = "first";
    refuse_field(fixture, "permit", &edit, false, "differs", "permit:1");
    fixture_change_record(fixture, "permit", 1LL, "second", "other", NULL);
    put_field(fixture, "permit", &edit, false);
    /* Both at once: the value fits the type and is the same. */
    edit.differs = "";
    put_field(fixture, "permit", &edit, false);
    fixture_change_record(
        fixture, "permit", 1LL, "first", "5", "second", "5", NULL);
    edit.type = "number";
    edit.differs = "first";
    refuse_field(fixture, "permit", &edit, false, "type", "permit:1");
    edit.differs = "";
    put_field(fixture, "permit", &edit, false);
}

/* How many revisions the permit has. */
static long long revisions(struct fixture *fixture, long long number)
{
    long long count = -1;

    assert_true(database_number(fixture->context.db,
        "select revision from record where kind = 'permit' and number = $1",
        VALUES(value_number(number)), &count, &fixture->error));
    return count;
}

/* What follows otherwise now is a change of the record, and no other. */
static void test_computed_anew(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit edit = plain_field("length", "number");

    make_permit(fixture);
    put_field(fixture, "permit", &edit, true);
    edit = plain_field("width", "number");
    put_field(fixture, "permit", &edit, true);
    fixture_add_record(
        fixture, "permit", "title", "A", "length", "2", "width", "3", NULL);
    fixture_add_record(
        fixture, "permit", "title", "B", "length", "1", "width", "1", NULL);
    fixture_add_record(fixture, "permit", "title", "C", NULL);
    edit = plain_field("size", "scale");
    edit.choices = "small=Small >=1; large=Large >=8";
    edit.computed = "level length width";
    put_field(fixture, "permit", &edit, true);
    assert_string_equal(value_of(fixture, "permit", 1, "size"), "small");
    assert_true(revisions(fixture, 1) == 2);
    assert_true(revisions(fixture, 2) == 2);
    assert_true(revisions(fixture, 3) == 1);
    edit.choices = "small=Small >=1; large=Large >=5";
    put_field(fixture, "permit", &edit, false);
    assert_string_equal(value_of(fixture, "permit", 1, "size"), "large");
    assert_string_equal(value_of(fixture, "permit", 2, "size"), "small");
    assert_true(revisions(fixture, 1) == 3);
    assert_true(revisions(fixture, 2) == 2);
    /* Typed values have bounds, computed ones none. */
    edit = plain_field("area", "number");
    edit.computed = "product length width";
    edit.bounds = "0..5";
    put_field(fixture, "permit", &edit, true);
    assert_string_equal(value_of(fixture, "permit", 1, "area"), "6");
    edit.computed = "";
    refuse_field(fixture, "permit", &edit, false, "computed", "permit:1");
    edit = read_field(fixture, "permit", "size");
    assert_true(revisions(fixture, 1) == 4);
    edit.help = "Told by its sides.";
    put_field(fixture, "permit", &edit, false);
    assert_true(revisions(fixture, 1) == 4);
}

/* A form does not begin with what it does not offer. */
static void test_retired_initial(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit edit = plain_field("hazard", "choice");

    make_permit(fixture);
    edit.choices = "fire=Fire; gas=Gas";
    edit.initial = "gas";
    put_field(fixture, "permit", &edit, true);
    edit.choices = "fire=Fire; -gas=Gas";
    refuse_field(fixture, "permit", &edit, false, "initial", "retired choice");
    edit.initial = "fire";
    put_field(fixture, "permit", &edit, false);
    /* One from before does not stand in the way of other fields. */
    assert_true(database_run(fixture->context.db,
        "update field set initial = 'gas' where kind = 'permit' "
        "and name = 'hazard'",
        NO_VALUES, &fixture->error));
    edit = plain_field("other", "text");
    put_field(fixture, "permit", &edit, true);
    edit = plain_field("newest", "text");
    refuse_field(fixture, "permit", &edit, true, "name", "newest");
}

static void test_type_change(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit edit = plain_field("amount", "text");

    make_permit(fixture);
    put_field(fixture, "permit", &edit, true);
    fixture_add_record(fixture, "permit", "title", "A", "amount", "12", NULL);
    fixture_add_record(fixture, "permit", "title", "B", "amount",
        "a lot of "
        "[work](todo:1)",
        NULL);
    fixture_add_record(fixture, "permit", "title", "C", "amount", "some", NULL);
    edit.type = "number";
    refuse_field(fixture, "permit", &edit, false, "type", "2 recorded values");
    refuse_field(fixture, "permit", &edit, false, "type", "permit:2");
    edit.type = "markdown";
    put_field(fixture, "permit", &edit, false);
    assert_string_equal(value_of(fixture, "permit", 1, "amount"), "12");
    edit.type = "text";
    put_field(fixture, "permit", &edit, false);
    fixture_change_record(fixture, "permit", 2LL, "amount", "7", NULL);
    fixture_change_record(fixture, "permit", 3LL, "amount", "7.5", NULL);
    edit.type = "number";
    put_field(fixture, "permit", &edit, false);
    edit.bounds = "8..";
    refuse_field(fixture, "permit", &edit, false, "bounds",
        "2 recorded values do not fit these bounds, first that of permit:2");
    edit.bounds = "0..12";
    put_field(fixture, "permit", &edit, false);
    edit.bounds = "";
    put_field(fixture, "permit", &edit, false);
    edit.type = "money";
    edit.unit = "zz";
    refuse_field(
        fixture, "permit", &edit, false, "unit", "“zz” is no currency");
    edit.unit = "eur";
    refuse_field(fixture, "permit", &edit, false, "unit", "three capital");
    edit.unit = "EUR";
    refuse_field(fixture, "permit", &edit, false, "type", "12.00 EUR");
    edit.type = "number";
    edit.computed = "overdue";
    refuse_field(fixture, "permit", &edit, false, "computed", "");
}

static void change(struct fixture *fixture, const char *name,
    const struct status_edit *statuses, size_t count)
{
    struct kind_save *save = save_now(fixture);
    struct kind_edit edit;
    bool found;

    assert_true(kind_edit_read(
        &fixture->context, name, &edit, &found, &fixture->error));
    must(fixture, save,
        kind_edit_change(save, &edit, statuses, count, &fixture->error));
}

static struct status_edit *read_statuses(
    struct fixture *fixture, const char *kind, size_t *count)
{
    struct status_edit *statuses;

    assert_true(kind_edit_read_statuses(
        &fixture->context, kind, &statuses, count, &fixture->error));
    return statuses;
}

static void refuse_statuses(struct fixture *fixture, const char *kind,
    const struct status_edit *statuses, size_t count, const char *input,
    const char *part)
{
    struct kind_save *save = save_now(fixture);
    struct error error = error_create(fixture->arena);
    struct kind_edit edit;
    bool found;

    assert_true(kind_edit_read(
        &fixture->context, kind, &edit, &found, &fixture->error));
    assert_false(kind_edit_change(save, &edit, statuses, count, &error));
    assert_int_equal(error.code, ERROR_INVALID);
    assert_problem(save, input, part);
}

static void test_statuses(void **state)
{
    struct fixture *fixture = *state;
    struct status_edit *statuses;
    struct status_edit four[4];
    const struct kind *kind;
    size_t count;
    long long closed = -1;

    make_permit(fixture);
    fixture_add_record(
        fixture, "permit", "title", "A", "status", "active", NULL);
    statuses = read_statuses(fixture, "permit", &count);
    assert_int_equal(count, 3);
    four[0] = statuses[1];
    four[1] = statuses[0];
    four[2] = (struct status_edit){
        .name = "void", .label = "Void", .style = "done", .closed = true};
    four[3] = statuses[2];
    four[0].closed = true;
    four[0].approves = true;
    four[0].label = "Granted";
    change(fixture, "permit", four, 4);
    kind = kind_of(fixture, "permit");
    assert_int_equal(kind->status_count, 4);
    assert_string_equal(kind->statuses[0].label, "Granted");
    assert_true(kind->statuses[0].approves);
    assert_false(kind->statuses[1].approves);
    assert_string_equal(kind->statuses[2].name, "void");
    assert_true(database_number(fixture->context.db,
        "select closed from record where kind = 'permit'", NO_VALUES, &closed,
        &fixture->error));
    assert_int_equal(closed, 1);
    refuse_statuses(fixture, "permit", four + 1, 3, "statuses", "permit:1");
    change(fixture, "permit", four, 2);
    assert_int_equal(kind_of(fixture, "permit")->status_count, 2);
    four[0].retired = true;
    change(fixture, "permit", four, 2);
    assert_string_equal(
        record_create(fixture->arena, kind_of(fixture, "permit"))
            .values[kind_of(fixture, "permit")->status],
        "open");
    four[1].retired = true;
    refuse_statuses(fixture, "permit", four, 2, "statuses", "must be offered");
    four[1].retired = false;
    four[2].name = "all";
    refuse_statuses(fixture, "permit", four, 3, "status-3-name", "all");
    four[2].name = "open";
    refuse_statuses(fixture, "permit", four, 3, "status-3-name", "already");
    four[2].name = "Bad Name";
    refuse_statuses(fixture, "permit", four, 3, "status-3-name", "cannot be");
    four[2].name = "fine";
    four[2].label = "";
    four[2].style = "pink";
    refuse_statuses(fixture, "permit", four, 3, "status-3-label", "filled in");
    refuse_statuses(fixture, "permit", four, 3, "status-3-style", "pink");
    statuses = read_statuses(fixture, "todo", &count);
    refuse_statuses(
        fixture, "todo", statuses, count - 1, "statuses", "came with");
}

/* What counts a status by its place follows when the places change. */
static void test_statuses_reordered(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit edit = plain_field("width", "number");
    struct status_edit *statuses;
    struct status_edit four[4];
    size_t count;

    make_permit(fixture);
    put_field(fixture, "permit", &edit, true);
    edit = plain_field("weight", "number");
    edit.computed = "product status width";
    put_field(fixture, "permit", &edit, true);
    fixture_add_record(fixture, "permit", "status", "open", "width", "3", NULL);
    fixture_add_record(
        fixture, "permit", "status", "active", "width", "3", NULL);
    fixture_add_record(
        fixture, "permit", "status", "closed", "width", "3", NULL);
    assert_string_equal(value_of(fixture, "permit", 1, "weight"), "3");
    assert_string_equal(value_of(fixture, "permit", 2, "weight"), "6");
    assert_string_equal(value_of(fixture, "permit", 3, "weight"), "9");
    statuses = read_statuses(fixture, "permit", &count);
    assert_int_equal(count, 3);
    four[0] = statuses[1];
    four[1] = statuses[0];
    four[2] = statuses[2];
    change(fixture, "permit", four, 3);
    assert_string_equal(value_of(fixture, "permit", 1, "weight"), "6");
    assert_string_equal(value_of(fixture, "permit", 2, "weight"), "3");
    assert_string_equal(value_of(fixture, "permit", 3, "weight"), "9");
    assert_true(revisions(fixture, 1) == 2);
    assert_true(revisions(fixture, 2) == 2);
    assert_true(revisions(fixture, 3) == 1);
    /* One more among them moves those behind it. */
    four[3] = four[2];
    four[2] = (struct status_edit){
        .name = "void", .label = "Void", .style = "done", .closed = true};
    change(fixture, "permit", four, 4);
    assert_string_equal(value_of(fixture, "permit", 1, "weight"), "6");
    assert_string_equal(value_of(fixture, "permit", 3, "weight"), "12");
    assert_true(revisions(fixture, 1) == 2);
    assert_true(revisions(fixture, 3) == 2);
    /* And one less moves them back. */
    four[2] = four[3];
    change(fixture, "permit", four, 3);
    assert_string_equal(value_of(fixture, "permit", 3, "weight"), "9");
}

/* The date as evidence, and who may edit. */
static void test_dated_and_roles(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit field = plain_field("granted_on", "date");
    struct kind_save *save;
    struct kind_edit edit = permit();
    struct status_edit *statuses;
    struct error error = error_create(fixture->arena);
    const char *dated = "";
    const char *evidence = "";
    size_t count;

    make_permit(fixture);
    put_field(fixture, "permit", &field, true);
    fixture_add_record(fixture, "permit", "title", "A", "due", "2026-12-01",
        "granted_on", "2026-11-02", NULL);
    fixture_add_record(
        fixture, "permit", "title", "B", "due", "2026-12-01", NULL);
    fixture_set_now(fixture, "2026-11-25T10:00:00Z");
    fixture_change_record(fixture, "permit", 2, "title", "B, later", NULL);
    statuses = read_statuses(fixture, "permit", &count);
    edit.dated = "granted_on";
    edit.roles = "auditor trainer";
    save = save_now(fixture);
    must(fixture, save,
        kind_edit_change(save, &edit, statuses, count, &fixture->error));
    assert_string_equal(kind_of(fixture, "permit")->roles, "auditor trainer");
    assert_true(database_text(fixture->context.db,
        "select dated from record where kind = 'permit'", NO_VALUES, &dated,
        &fixture->error));
    assert_string_equal(dated, "2026-11-02");
    /* Without its date it is as old as itself, not as its last change. */
    assert_true(database_text(fixture->context.db,
        "select evidence_on from record where kind = 'permit' and number = 2",
        NO_VALUES, &evidence, &fixture->error));
    assert_string_equal(evidence, "2026-11-21");
    edit.dated = "title";
    save = save_now(fixture);
    assert_false(kind_edit_change(save, &edit, statuses, count, &error));
    assert_problem(save, "dated", "holds a date");
    edit.dated = "due";
    edit.after = "risk";
    edit.roles = "";
    save = save_now(fixture);
    must(fixture, save,
        kind_edit_change(save, &edit, statuses, count, &fixture->error));
    assert_string_equal(kind_of(fixture, "permit")->roles, "");
    assert_true(kind_of(fixture, "permit") == kind_of(fixture, "risk") + 1);
}

static void load_again(struct fixture *fixture)
{
    struct context *context = &fixture->context;

    assert_true(site_begin(context, &fixture->error));
    if (!kind_load_files(context,
            arena_format(fixture->arena, "%s/schema/kinds", fixture->shared),
            &fixture->error))
        fail_msg("%s", fixture->error.message);
    assert_true(site_commit(context, &fixture->error));
    assert_true(kind_load_site(fixture->site, &fixture->error));
}

/* An upgrade keeps what was added to a shipped kind, and where. */
static void test_upgrade(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit field = plain_field("works_council", "yesno");
    struct field_edit origin;
    struct status_edit *statuses;
    struct status_edit more[8];
    const struct kind *kind;
    size_t count;
    long long number;

    field.after = "priority";
    put_field(fixture, "todo", &field, true);
    origin = read_field(fixture, "todo", "origin");
    origin.choices = arena_format(
        fixture->arena, "%s; council=Works council", origin.choices);
    put_field(fixture, "todo", &origin, false);
    statuses = read_statuses(fixture, "todo", &count);
    memcpy(more, statuses, 2 * sizeof *more);
    more[2] = (struct status_edit){
        .name = "paused", .label = "Paused", .style = "wait"};
    memcpy(more + 3, statuses + 2, (count - 2) * sizeof *more);
    change(fixture, "todo", more, count + 1);
    make_permit(fixture);
    number = fixture_add_record(fixture, "todo", "title", "Ask them", "origin",
        "council", "status", "paused", "works_council", "yes", NULL);
    for (int i = 0; i < 2; i++)
        load_again(fixture);
    kind = kind_of(fixture, "todo");
    assert_false(kind->custom);
    assert_int_equal(
        kind_field(kind, "works_council"), kind_field(kind, "priority") + 1);
    assert_string_equal(kind->statuses[2].name, "paused");
    assert_int_equal(kind->status_count, count + 1);
    assert_non_null(
        field_choice(&kind->fields[kind_field(kind, "origin")], "council"));
    assert_string_equal(
        value_of(fixture, "todo", number, "works_council"), "yes");
    assert_string_equal(value_of(fixture, "todo", number, "origin"), "council");
    assert_string_equal(value_of(fixture, "todo", number, "status"), "paused");
    kind = kind_of(fixture, "permit");
    assert_true(kind->custom);
    assert_true(kind == kind_of(fixture, "todo") + 1);
}

static void test_history(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit field = plain_field("council", "yesno");
    struct kind_revision *list;
    const char *problem;
    long long revisions;
    size_t count;

    field.label = "Works council";
    put_field(fixture, "todo", &field, true);
    put_field(fixture, "todo", &field, false); /* nothing new */
    field.help = "Was it asked?";
    put_field(fixture, "todo", &field, false);
    assert_true(kind_history_list(
        &fixture->context, "todo", 0, 10, &list, &count, &fixture->error));
    assert_int_equal(count, 3);
    assert_string_equal(list[2].revision.action, "shipped");
    assert_string_equal(list[2].revision.by, "");
    assert_string_equal(list[1].revision.why, "a test");
    assert_string_equal(list[1].revision.by_name, "Ines Marchetti");
    assert_int_equal(list[1].count, 1);
    assert_string_equal(list[1].differences[0].what, "Field added:");
    assert_string_equal(
        list[1].differences[0].after, "Works council (council)");
    assert_int_equal(list[0].count, 1);
    assert_string_equal(list[0].differences[0].what, "Field council, help");
    assert_string_equal(list[0].differences[0].after, "Was it asked?");
    assert_true(history_verify(
        &fixture->context, &revisions, &problem, &fixture->error));
    assert_string_equal(problem, "");
}

static void test_list(void **state)
{
    struct fixture *fixture = *state;
    struct field_edit field = plain_field("council", "yesno");
    struct kind_summary *list;
    size_t count;
    size_t seen = 0;

    put_field(fixture, "todo", &field, true);
    make_permit(fixture);
    fixture_add_record(fixture, "permit", "title", "A", NULL);
    assert_true(
        kind_use_list(&fixture->context, &list, &count, &fixture->error));
    for (size_t i = 0; i < count; i++) {
        if (string_equals(list[i].name, "permit")) {
            assert_string_equal(list[i].origin, "site");
            assert_int_equal(list[i].records, 1);
            seen++;
        } else if (string_equals(list[i].name, "todo")) {
            assert_string_equal(list[i].origin, "shipped");
            assert_int_equal(list[i].own, 1);
            seen++;
        } else if (string_equals(list[i].name, "risk")) {
            assert_int_equal(list[i].own, 0);
            seen++;
        }
    }
    assert_int_equal(seen, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_new_kind, setup, teardown),
        cmocka_unit_test_setup_teardown(test_kind_refusals, setup, teardown),
        cmocka_unit_test_setup_teardown(test_stale, setup, teardown),
        cmocka_unit_test_setup_teardown(test_field_refusals, setup, teardown),
        cmocka_unit_test_setup_teardown(test_too_many_fields, setup, teardown),
        cmocka_unit_test_setup_teardown(test_in_use, setup, teardown),
        cmocka_unit_test_setup_teardown(test_computed_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(test_narrowed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_retired_initial, setup, teardown),
        cmocka_unit_test_setup_teardown(test_type_change, setup, teardown),
        cmocka_unit_test_setup_teardown(test_statuses, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_statuses_reordered, setup, teardown),
        cmocka_unit_test_setup_teardown(test_dated_and_roles, setup, teardown),
        cmocka_unit_test_setup_teardown(test_upgrade, setup, teardown),
        cmocka_unit_test_setup_teardown(test_history, setup, teardown),
        cmocka_unit_test_setup_teardown(test_list, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
