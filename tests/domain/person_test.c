/* domain/person and domain/session: who somebody is, and for how long. */
#include "domain/person.h"

#include "base/crypto.h"
#include "domain/session.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { NOW = 1800000000 };

static int set_up(void **state)
{
    struct fixture *f;

    if (!crypto_start())
        return 1;
    f = fixture_create("2026-11-21T10:00:00Z");
    assert_true(site_begin(&f->context, &f->error));
    assert_true(person_set_password(
        &f->context, "ines.marchetti", "correct horse", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct person person(struct fixture *f, const char *login)
{
    struct person found;
    bool there;

    assert_true(person_read(&f->context, login, &found, &there, &f->error));
    assert_true(there);
    return found;
}

static void test_roles(void **state)
{
    (void)state;
    assert_int_equal(person_role_permissions("staff"), MAY_READ);
    assert_int_equal(
        person_role_permissions("staff auditor"), MAY_READ | MAY_EDIT);
    assert_int_equal(person_role_permissions("administrator"),
        MAY_READ | MAY_EDIT | MAY_APPROVE | MAY_ADMINISTER);
    assert_int_equal(person_role_permissions(""), 0);
    assert_int_equal(person_role_permissions("root admin Staff"), 0);
    for (const char *const *role = person_roles(); *role != NULL; role++)
        assert_true(person_role_permissions(*role) & MAY_READ);
}

static void test_logins(void **state)
{
    static const char *const fine[] = {"ab", "a1", "ines.marchetti", "a-b"};
    static const char *const refused[] = {"", "a", "A1", ".a", "a.", "-a", "a-",
        "a b", "a_b", "a/b", "zoë", "a@b",
        "a2345678901234567890123456789012345678901234567890123456789012345"};

    (void)state;
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_true(person_login_is_fine(fine[i]));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(person_login_is_fine(refused[i]));
}

static bool create(struct fixture *f, const char *login, const char *roles,
    const char *password)
{
    struct person made = {.login = login,
        .name = "Some One",
        .post = "",
        .email = "",
        .roles = roles};
    bool fine;

    f->error = error_create(f->arena);
    assert_true(site_begin(&f->context, &f->error));
    fine = person_create(&f->context, &made, password, &f->error);
    if (fine)
        assert_true(site_commit(&f->context, &f->error));
    else
        site_rollback(&f->context);
    return fine;
}

static void test_create(void **state)
{
    struct fixture *f = *state;
    struct person *people;
    struct person none;
    size_t count;
    bool there;

    assert_true(create(f, "some.one", "staff auditor", ""));
    assert_string_equal(person(f, "some.one").roles, "auditor staff");
    assert_int_equal(person(f, "some.one").permissions, MAY_READ | MAY_EDIT);
    assert_false(create(f, "some.one", "staff", ""));
    assert_int_equal(f->error.code, ERROR_CONFLICT);
    assert_false(create(f, "Some", "staff", ""));
    assert_int_equal(f->error.code, ERROR_INVALID);
    assert_false(create(f, "other", "staff king", ""));
    assert_non_null(strstr(f->error.message, "no role called king"));
    assert_false(create(f, "other", "staff", "short"));
    assert_non_null(strstr(f->error.message, "at least 10"));
    assert_true(person_read(&f->context, "other", &none, &there, &f->error));
    assert_false(there);
    assert_true(person_list(&f->context, &people, &count, &f->error));
    assert_int_equal(count, 3);
    assert_string_equal(people[0].login, "daniel.achterberg");
}

static bool right(struct fixture *f, const char *login, const char *password)
{
    bool fine = false;

    assert_true(
        person_check_password(&f->context, login, password, &fine, &f->error));
    return fine;
}

static void test_passwords(void **state)
{
    struct fixture *f = *state;

    assert_true(right(f, "ines.marchetti", "correct horse"));
    assert_false(right(f, "ines.marchetti", "wrong horse"));
    assert_false(right(f, "daniel.achterberg", ""));
    assert_false(right(f, "nobody", "correct horse"));
    assert_true(database_run(f->context.db,
        "update person set active = 0 where login = 'ines.marchetti'",
        NO_VALUES, &f->error));
    assert_false(right(f, "ines.marchetti", "correct horse"));
    assert_false(person_set_password(
        &f->context, "nobody", "long enough it is", &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
    assert_false(person_set_roles(&f->context, "nobody", "staff", &f->error));
}

static bool signed_in(struct fixture *f, const char *token, long long seconds)
{
    struct person found;
    bool there;

    assert_true(
        session_find(&f->context, token, seconds, &found, &there, &f->error));
    if (there)
        assert_string_equal(found.login, "ines.marchetti");
    return there;
}

static const char *begin_session(struct fixture *f)
{
    struct person ines = person(f, "ines.marchetti");
    const char *token;

    assert_true(session_create(&f->context, &ines, NOW, &token, &f->error));
    return token;
}

static void test_session(void **state)
{
    struct fixture *f = *state;
    const char *token = begin_session(f);
    const char *other = begin_session(f);
    long long kept = -1;

    assert_string_not_equal(token, other);
    assert_true(signed_in(f, token, NOW + 1));
    assert_false(signed_in(f, "", NOW));
    assert_false(signed_in(f, "x", NOW));
    assert_false(signed_in(f, crypto_token(f->arena), NOW));
    assert_false(signed_in(f, crypto_sha256(f->arena, text_of(token)), NOW));
    assert_true(database_number(f->context.db,
        "select count(*) from session where token = $1",
        VALUES(value_text(token)), &kept, &f->error));
    assert_true(kept == 0); /* its hash only */
    assert_true(session_end(&f->context, token, &f->error));
    assert_false(signed_in(f, token, NOW + 1));
    assert_true(signed_in(f, other, NOW + 1));
    assert_true(site_begin(&f->context, &f->error));
    assert_true(person_set_password(
        &f->context, "ines.marchetti", "another horse", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_false(signed_in(f, other, NOW + 1));
}

static void test_session_ends(void **state)
{
    struct fixture *f = *state;
    const char *token = begin_session(f);
    const char *busy = begin_session(f);
    long long t;

    assert_true(signed_in(f, busy, NOW + SESSION_IDLE_SECONDS - 1));
    assert_false(signed_in(f, token, NOW + SESSION_IDLE_SECONDS));
    for (t = NOW + SESSION_IDLE_SECONDS; t < NOW + SESSION_MOST_SECONDS;
         t += SESSION_IDLE_SECONDS - 700)
        assert_true(signed_in(f, busy, t));
    assert_false(signed_in(f, busy, NOW + SESSION_MOST_SECONDS));
}

static int left(struct fixture *f, const char *login, const char *address,
    long long seconds)
{
    int tries = -1;

    assert_true(session_tries_left(
        &f->context, login, address, seconds, &tries, &f->error));
    return tries;
}

static void fail_once(struct fixture *f, const char *login, const char *address)
{
    assert_true(
        session_count_failure(&f->context, login, address, NOW, &f->error));
}

static void test_pause(void **state)
{
    struct fixture *f = *state;

    assert_int_equal(left(f, "ines", "::1", NOW), LOGIN_TRIES);
    for (int i = 1; i <= LOGIN_TRIES; i++) {
        fail_once(f, "ines", "::1");
        assert_int_equal(left(f, "ines", "::1", NOW), LOGIN_TRIES - i);
    }
    fail_once(f, "ines", "::1");
    /* Nobody can shut Ines out from elsewhere ... */
    assert_int_equal(left(f, "ines", "10.0.0.1", NOW), LOGIN_TRIES);
    assert_int_equal(left(f, "daniel", "::1", NOW), LOGIN_TRIES);
    assert_int_equal(left(f, "ines", "::1", NOW + LOGIN_PAUSE_SECONDS - 1), 0);
    assert_int_equal(
        left(f, "ines", "::1", NOW + LOGIN_PAUSE_SECONDS), LOGIN_TRIES);
    assert_true(session_forget_failures(&f->context, "ines", "::1", &f->error));
    assert_int_equal(left(f, "ines", "::1", NOW), LOGIN_TRIES);
}

/* ... unless from very many places: then the name rests. */
static void test_pause_of_login(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 30; i++)
        fail_once(f, "ines", arena_format(f->arena, "10.0.1.%d", i));
    assert_int_equal(left(f, "ines", "10.0.0.1", NOW), 0);
    assert_int_equal(left(f, "daniel", "10.0.0.1", NOW), LOGIN_TRIES);
}

/* One address cannot try one name after the other for ever. */
static void test_pause_of_address(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 50; i++)
        fail_once(f, arena_format(f->arena, "user%d", i), "10.0.0.9");
    assert_int_equal(left(f, "fresh", "10.0.0.9", NOW), 0);
    assert_int_equal(left(f, "fresh", "10.0.0.8", NOW), LOGIN_TRIES);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_logins),
        EACH(test_create),
        EACH(test_passwords),
        EACH(test_session),
        EACH(test_session_ends),
        EACH(test_pause),
        EACH(test_pause_of_login),
        EACH(test_pause_of_address),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
