/* domain/note: who may write what, and what stays of it. */
#include "domain/note.h"

#include "domain/history.h"
#include "domain/link.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    fixture_add_record(f, "todo", "type", "corrective", NULL);
    fixture_add_record(f, "todo", "type", "corrective", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static long long item(struct fixture *f, long long number)
{
    struct record record;
    bool found;

    assert_true(record_read(&f->context, kind_find(f->site, "todo"), number,
        &record, &found, &f->error));
    assert_true(found);
    return record.id;
}

static long long add(struct fixture *f, long long parent, const char *body)
{
    long long id = 0;

    if (!note_add(&f->context, item(f, 1), parent, body, &id, &f->error))
        fail_msg("%s", f->error.message);
    return id;
}

static struct note read_one(struct fixture *f, long long id)
{
    struct note note = {.id = 0};
    bool found = false;

    assert_true(
        note_read(&f->context, item(f, 1), id, &note, &found, &f->error));
    assert_true(found);
    return note;
}

static void assert_code(struct fixture *f, bool fine, enum error_code code)
{
    assert_false(fine);
    assert_int_equal(f->error.code, code);
    f->error = error_create(f->arena);
}

static void verify(struct fixture *f)
{
    const char *problem;
    long long count;

    assert_true(history_verify(&f->context, &count, &problem, &f->error));
    assert_string_equal(problem, "");
}

static long long revisions(struct fixture *f, const char *part)
{
    long long count = 0;

    assert_true(database_number(f->context.db,
        "select count(*) from revision where part = $1 order by 1",
        VALUES(value_text(part)), &count, &f->error));
    return count;
}

static void notes_are_kept_in_order(void **state)
{
    struct fixture *f = *state;
    struct note *notes;
    size_t count;
    bool more;
    long long first = add(f, 0, "  One\r\nline\n\n");
    long long second = add(f, 0, "Two");

    assert_true(note_list(
        &f->context, item(f, 1), 0, 10, &notes, &count, &more, &f->error));
    assert_int_equal(count, 2);
    assert_false(more);
    assert_int_equal(notes[0].id, first);
    assert_string_equal(notes[0].body, "One\nline");
    assert_string_equal(notes[0].by_name, "Ines Marchetti");
    assert_int_equal(notes[1].id, second);
    assert_true(note_list(
        &f->context, item(f, 1), 0, 1, &notes, &count, &more, &f->error));
    assert_int_equal(count, 1);
    assert_true(more);
    assert_int_equal(notes[0].id, second);
    assert_true(note_list(
        &f->context, item(f, 1), second, 1, &notes, &count, &more, &f->error));
    assert_int_equal(notes[0].id, first);
    assert_false(more);
    assert_true(note_list(
        &f->context, item(f, 2), 0, 10, &notes, &count, &more, &f->error));
    assert_int_equal(count, 0);
    verify(f);
}

static void answers_stand_one_level_in(void **state)
{
    struct fixture *f = *state;
    long long question = add(f, 0, "Why?");
    long long answer = add(f, question, "Because.");
    long long id = 0;
    struct note again = read_one(f, add(f, answer, "I see."));

    assert_int_equal(again.parent, question);
    assert_code(f,
        note_add(
            &f->context, item(f, 2), question, "Elsewhere", &id, &f->error),
        ERROR_MISSING);
    assert_code(f,
        note_add(&f->context, item(f, 1), 99, "Nowhere", &id, &f->error),
        ERROR_MISSING);
    again = read_one(f, answer);
    assert_true(note_withdraw(&f->context, &again, &f->error));
    assert_code(f,
        note_add(&f->context, item(f, 1), answer, "Late", &id, &f->error),
        ERROR_INVALID);
}

static void bad_texts_are_refused(void **state)
{
    struct fixture *f = *state;
    long long id = 0;
    char *text = arena_alloc(f->arena, NOTE_SIZE + 2);

    assert_code(f,
        note_add(&f->context, item(f, 1), 0, " \r\n\t", &id, &f->error),
        ERROR_INVALID);
    memset(text, 'x', NOTE_SIZE + 1);
    assert_code(f, note_add(&f->context, item(f, 1), 0, text, &id, &f->error),
        ERROR_INVALID);
    text[NOTE_SIZE] = '\0';
    assert_true(note_add(&f->context, item(f, 1), 0, text, &id, &f->error));
    assert_code(f,
        note_add(&f->context, item(f, 1), 0, "bell \a", &id, &f->error),
        ERROR_INVALID);
    assert_code(f, note_add(&f->context, item(f, 1), 0, "\xff", &id, &f->error),
        ERROR_INVALID);
}

static void own_notes_are_changed(void **state)
{
    struct fixture *f = *state;
    struct note note = read_one(f, add(f, 0, "First"));

    assert_true(note_change(&f->context, &note, 1, "First", &f->error));
    assert_int_equal(read_one(f, note.id).revision, 1);
    fixture_set_now(f, "2026-11-22T08:00:00Z");
    assert_true(note_change(&f->context, &note, 1, "Second", &f->error));
    note = read_one(f, note.id);
    assert_string_equal(note.body, "Second");
    assert_int_equal(note.revision, 2);
    assert_string_equal(note.changed_at, "2026-11-22T08:00:00Z");
    assert_int_equal(revisions(f, "note:1"), 2);
    assert_code(f, note_change(&f->context, &note, 1, "Stale", &f->error),
        ERROR_CONFLICT);
    assert_code(
        f, note_change(&f->context, &note, 2, "", &f->error), ERROR_INVALID);
    f->context.person = "daniel.achterberg";
    assert_code(f, note_change(&f->context, &note, 2, "Not mine", &f->error),
        ERROR_FORBIDDEN);
    assert_code(
        f, note_withdraw(&f->context, &note, &f->error), ERROR_FORBIDDEN);
    f->context.person = "";
    assert_code(
        f, note_withdraw(&f->context, &note, &f->error), ERROR_FORBIDDEN);
    assert_string_equal(read_one(f, note.id).body, "Second");
    verify(f);
}

static void withdrawn_notes_keep_their_place(void **state)
{
    struct fixture *f = *state;
    struct note note = read_one(f, add(f, 0, "Not so"));
    long long count = 0;

    assert_true(note_withdraw(&f->context, &note, &f->error));
    assert_true(note_withdraw(&f->context, &note, &f->error));
    note = read_one(f, note.id);
    assert_true(note.withdrawn);
    assert_string_equal(note.body, "");
    assert_int_equal(revisions(f, "note:1"), 2);
    assert_code(f, note_change(&f->context, &note, 2, "Back", &f->error),
        ERROR_CONFLICT);
    assert_true(note_count(&f->context, item(f, 1), &count, &f->error));
    assert_int_equal(count, 1);
    verify(f);
}

static void notes_make_no_links(void **state)
{
    struct fixture *f = *state;
    struct linked *links;
    size_t before;
    size_t after;

    assert_true(
        link_list_from(&f->context, item(f, 1), &links, &before, &f->error));
    add(f, 0, "See [the other](todo:2).");
    assert_true(
        link_list_from(&f->context, item(f, 1), &links, &after, &f->error));
    assert_int_equal(before, after);
    assert_true(
        link_list_to(&f->context, item(f, 2), 9, &links, &after, &f->error));
    assert_int_equal(after, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            notes_are_kept_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            answers_stand_one_level_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            bad_texts_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            own_notes_are_changed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            withdrawn_notes_keep_their_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(notes_make_no_links, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
