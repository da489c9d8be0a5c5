/* base/crypto: known answers, and what must not be taken. */
#include "base/crypto.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int start(void **state)
{
    (void)state;
    return crypto_start() ? 0 : 1;
}

static int set_up(void **state)
{
    *state = arena_create();
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void test_sha256(void **state)
{
    assert_string_equal(crypto_sha256(*state, text_of("")),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_string_equal(crypto_sha256(*state, text_of("abc")),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void test_token(void **state)
{
    const char *one = crypto_token(*state);
    const char *two = crypto_token(*state);

    assert_int_equal(strlen(one), CRYPTO_HEX);
    assert_int_equal(strspn(one, "0123456789abcdef"), CRYPTO_HEX);
    assert_string_not_equal(one, two);
}

static void test_mac(void **state)
{
    const char *key = crypto_token(*state);
    const char *zero = "0000000000000000000000000000000000000000000000000000"
                       "000000000000";
    const char *mac = crypto_mac(*state, key, "message");
    const char *none = crypto_mac(*state, zero, "message");

    assert_int_equal(strlen(mac), CRYPTO_HEX);
    assert_string_equal(mac, crypto_mac(*state, key, "message"));
    assert_string_not_equal(mac, crypto_mac(*state, key, "Message"));
    assert_string_not_equal(
        mac, crypto_mac(*state, crypto_token(*state), "message"));
    assert_string_equal(crypto_mac(*state, "", "message"), none);
    assert_string_equal(crypto_mac(*state, "xyz", "message"), none);
    assert_string_equal(crypto_mac(*state, "abcd", "message"), none);
    assert_string_equal(
        crypto_mac(*state, arena_format(*state, "%sab", key), "message"), none);
}

static void test_equals(void **state)
{
    (void)state;
    assert_true(crypto_equals("abc", "abc"));
    assert_true(crypto_equals("", ""));
    assert_false(crypto_equals("abc", "abd"));
    assert_false(crypto_equals("abc", "ab"));
    assert_false(crypto_equals("", "a"));
}

static void test_password(void **state)
{
    const char *hash = crypto_hash_password(*state, "correct horse");

    assert_true(string_begins(hash, "$argon2id$"));
    assert_true(crypto_check_password(hash, "correct horse"));
    assert_false(crypto_check_password(hash, "correct horsf"));
    assert_false(crypto_check_password(hash, ""));
    assert_false(crypto_check_password("", ""));
    assert_false(crypto_check_password("", "correct horse"));
    assert_false(crypto_check_password("not a hash", "correct horse"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sha256, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_token, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_mac, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_equals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_password, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
