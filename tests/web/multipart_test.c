/* web/multipart: forms with files, and what is not one. */
#include "web/multipart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TYPE "multipart/form-data; boundary=xYz"
#define FIELD(name, value)                                                     \
    "--xYz\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value \
    "\r\n"
#define UPLOAD(name, file, content)                                            \
    "--xYz\r\nContent-Disposition: form-data; name=\"" name                    \
    "\"; filename=\"" file "\"\r\nContent-Type: text/plain\r\n\r\n" content    \
    "\r\n"
#define HEAD(lines) "--xYz\r\n" lines "\r\n\r\nabc\r\n" END
#define END "--xYz--\r\n"

struct taken {
    struct form form;
    struct multipart_files files;
    struct error error;
};

static int setup(void **state)
{
    *state = arena_create();
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

static bool parse(struct arena *arena, const char *type, struct text body,
    const struct multipart_limits *limits, struct taken *taken)
{
    /* An exact copy, so that reading past its end is seen. */
    char *copy = malloc(body.size + (body.size == 0));
    bool fine;

    memcpy(copy, body.data, body.size);
    taken->error = error_create(arena);
    fine = multipart_parse(arena, type, text_part(copy, body.size), limits,
        &taken->form, &taken->files, &taken->error);
    for (size_t i = 0; fine && i < taken->files.count; i++) {
        struct multipart_file *file =
            (struct multipart_file *)(uintptr_t)&taken->files.files[i];

        assert_true(
            file->content.data >= copy &&
            file->content.data + file->content.size <= copy + body.size);
        file->content =
            text_part(arena_copy(arena, file->content.data, file->content.size),
                file->content.size);
    }
    free(copy);
    return fine;
}

static struct taken take(struct arena *arena, const char *body)
{
    struct taken taken;

    if (!parse(arena, TYPE, text_of(body), NULL, &taken))
        fail_msg("%s: %s", body, taken.error.message);
    return taken;
}

static void refuse_as(struct arena *arena, const char *type, struct text body,
    const struct multipart_limits *limits, enum error_code code,
    const char *words)
{
    struct taken taken;

    if (parse(arena, type, body, limits, &taken))
        fail_msg("taken: %s", body.data);
    if (taken.error.code != code || strstr(taken.error.message, words) == NULL)
        fail_msg("“%s” is not in “%s”", words, taken.error.message);
    assert_int_equal(taken.form.count, 0);
    assert_int_equal(taken.files.count, 0);
}

static void refuse(struct arena *arena, const char *body, const char *words)
{
    refuse_as(arena, TYPE, text_of(body), NULL, ERROR_INVALID, words);
}

static void test_is(void **state)
{
    (void)state;
    assert_true(multipart_is("multipart/form-data"));
    assert_true(multipart_is("Multipart/Form-Data ; boundary=a"));
    assert_false(multipart_is(""));
    assert_false(multipart_is("multipart/mixed; boundary=a"));
    assert_false(multipart_is("multipart/form-datax"));
    assert_false(multipart_is("x; multipart/form-data"));
}

static void test_fields_and_files(void **state)
{
    struct taken taken = take(*state,
        FIELD("csrf", "t") FIELD("title", "A\r\nB é") FIELD("box", "one")
            UPLOAD("file", "log.txt", "line\r\n--xY\r\nline")
                FIELD("box", "two") FIELD("empty", "") END);
    const struct multipart_file *file = multipart_file(&taken.files, "file");
    size_t position = 0;

    assert_int_equal(taken.form.count, 5);
    assert_string_equal(form_value(&taken.form, "title"), "A\nB é");
    assert_string_equal(form_next(&taken.form, "box", &position), "one");
    assert_string_equal(form_next(&taken.form, "box", &position), "two");
    assert_true(form_has(&taken.form, "empty"));
    assert_false(form_has(&taken.form, "file"));
    assert_int_equal(taken.files.count, 1);
    assert_string_equal(file->name, "log.txt");
    assert_string_equal(file->type, "text/plain");
    assert_true(text_equals(file->content, "line\r\n--xY\r\nline"));
    assert_null(multipart_file(&taken.files, "csrf"));
}

static void test_nothing(void **state)
{
    assert_int_equal(take(*state, END).form.count, 0);
    assert_int_equal(take(*state, "--xYz--").form.count, 0);
}

static void test_binary(void **state)
{
    static const char body[] = UPLOAD("a", "x.bin", "\0\r\n-\xff--xYz") END;
    struct taken taken;

    assert_true(
        parse(*state, TYPE, text_part(body, sizeof body - 1), NULL, &taken));
    assert_int_equal(taken.files.files[0].content.size, 10);
    assert_memory_equal(
        taken.files.files[0].content.data, "\0\r\n-\xff--xYz", 10);
}

static void test_no_file_chosen(void **state)
{
    struct taken taken = take(*state, UPLOAD("file", "", "") END);

    assert_int_equal(taken.files.count, 0);
    assert_int_equal(taken.form.count, 0);
    taken = take(*state, UPLOAD("file", "empty.txt", "") END);
    assert_int_equal(taken.files.count, 1);
    assert_int_equal(taken.files.files[0].content.size, 0);
    refuse(*state, UPLOAD("file", "", "abc") END, "has no name");
}

static void test_file_names(void **state)
{
    static const struct {
        const char *sent;
        const char *kept;
    } cases[] = {{"a b.txt", "a b.txt"}, {"C:\\x\\y.txt", "y.txt"},
        {"\\\\server\\x\\y.txt", "y.txt"}, {"/etc/passwd", "passwd"},
        {"../../x", "x"}, {"a/b\\c.d", "c.d"},
        {"Prüfung €.pdf", "Prüfung €.pdf"}, {"a\\\"b", "a\"b"},
        {"a%22b", "a\"b"}, {"100%.txt", "100%.txt"}, {" a ", "a"},
        {".x", ".x"}};
    static const char *const refused[] = {"..", ".", "a/", "a/..", "a\\ ",
        "a\tb", "a\x01", "a\x7f", "\xff", "\xc3",
        ("a\xe2\x80\xae"
         "fdp.exe"),
        "\xe2\x81\xa6x", " "};
    struct arena *arena = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct taken taken =
            take(arena, arena_format(arena,
                            "--xYz\r\nContent-Disposition: form-data; name=f; "
                            "filename=\"%s\"\r\n\r\nx\r\n" END,
                            cases[i].sent));

        assert_string_equal(taken.files.files[0].name, cases[i].kept);
        assert_string_equal(taken.files.files[0].type, "");
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        refuse(arena,
            arena_format(arena,
                "--xYz\r\nContent-Disposition: form-data; name=f; "
                "filename=\"%s\"\r\n\r\nx\r\n" END,
                refused[i]),
            "the name of the file in part 1");
}

static void test_long_file_name(void **state)
{
    struct arena *arena = *state;
    char *name = arena_alloc(arena, 200 + 2);

    memset(name, 'a', 200);
    assert_int_equal(
        take(arena, arena_format(arena,
                        "--xYz\r\nContent-Disposition: form-data; name=f; "
                        "filename=\"/b/%s\"\r\n\r\nx\r\n" END,
                        name))
            .files.count,
        1);
    name[200] = 'a';
    refuse_as(arena, TYPE,
        text_of(arena_format(arena,
            "--xYz\r\nContent-Disposition: form-data; name=f; "
            "filename=\"%s\"\r\n\r\nx\r\n" END,
            name)),
        NULL, ERROR_TOO_LARGE, "longer than 200 bytes");
}

static void test_boundary(void **state)
{
    static const char *const taken[] = {"multipart/form-data; boundary=\"xYz\"",
        "multipart/form-data;charset=utf-8;BOUNDARY=xYz",
        "multipart/form-data ; boundary=xYz ; x=\"a;b\""};
    static const char *const refused[] = {"multipart/form-data",
        "multipart/form-data; boundary",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"xYz",
        "multipart/form-data; boundary=xYz x",
        "multipart/form-data; boundary=xYz; boundary=xYz",
        "multipart/form-data; boundary=\"x{z\"",
        "multipart/form-data; boundary=\"x \"",
        ("multipart/form-data; "
         "boundary=abcdefghijabcdefghijabcdefghijabcdefghij"
         "abcdefghijabcdefghijabcdefghijk")};
    struct taken result;

    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        assert_true(parse(
            *state, taken[i], text_of(FIELD("a", "1") END), NULL, &result));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        refuse_as(*state, refused[i], text_of(FIELD("a", "1") END), NULL,
            ERROR_INVALID, "its Content-Type");
}

static void test_bodies_refused(void **state)
{
    refuse(*state, "", "does not begin with the boundary");
    refuse(*state, "a=1&b=2", "does not begin with the boundary");
    refuse(*state, "preamble\r\n" FIELD("a", "1") END, "does not begin");
    refuse(*state, "--abc\r\n\r\n--abc--\r\n", "does not begin");
    refuse(*state, "--xYz", "not alone on its line");
    refuse(*state, "--xYz ", "not alone on its line");
    refuse(*state,
        "--xYz\nContent-Disposition: form-data; name=a\n\n1\n--xYz--",
        "not alone on its line");
    refuse(*state, FIELD("a", "1") "--xYzz\r\n" END, "not alone on its line");
    refuse(*state, FIELD("a", "1\r\n--xYzabc") END, "not alone on its line");
    refuse(*state, FIELD("a", "1") END "epilogue", "after the last boundary");
    refuse(*state, FIELD("a", "1") END "\r\n", "after the last boundary");
}

/* Cut anywhere, it is refused. */
static void test_truncated(void **state)
{
    static const char whole[] =
        FIELD("a", "1") UPLOAD("f", "x.txt", "content") FIELD("b", "2") END;
    struct taken taken;

    for (size_t size = 0; size + 3 < sizeof whole; size++) {
        struct arena *arena = arena_create();

        if (parse(arena, TYPE, text_part(whole, size), NULL, &taken))
            fail_msg("taken: %.*s", (int)size, whole);
        assert_int_equal(taken.error.code, ERROR_INVALID);
        arena_destroy(arena);
    }
    (void)state;
}

#define FORM "Content-Disposition: form-data; name=\"a\""

static void test_headers_refused(void **state)
{
    refuse(*state, "--xYz\r\n\r\nabc\r\n" END, "has no Content-Disposition");
    refuse(*state, HEAD("Content-Type: text/plain"), "no Content-Disposition");
    refuse(
        *state, HEAD("Content-Disposition: form-data"), "part 1 has no name");
    refuse(
        *state, HEAD("Content-Disposition: form-data; name=\"\""), "no name");
    refuse(*state, HEAD("Content-Disposition: form-data; filename=\"x\""),
        "no name");
    refuse(*state, HEAD("Content-Disposition: form-data; name="), "cannot be");
    refuse(
        *state, HEAD("Content-Disposition: form-data; name=\"a"), "cannot be");
    refuse(*state, HEAD("Content-Disposition: form-data; name=\"a\" b"),
        "cannot be read");
    refuse(*state, HEAD("Content-Disposition: attachment; name=\"a\""),
        "is not form-data");
    refuse(*state, HEAD(FORM "; name=\"b\""), "gives a name twice");
    refuse(*state, HEAD(FORM "; filename=a; filename=b"), "gives a name twice");
    refuse(*state, HEAD(FORM "; filename*=UTF-8''x"), "filename*");
    refuse(*state, HEAD("Content-Disposition: form-data; name=\"\xff\""),
        "not readable");
    refuse(*state, HEAD("Content-Disposition: form-data; name=\"a\tb\""),
        "not readable");
    refuse(*state, HEAD(FORM "\r\n" FORM), "comes twice");
    refuse(
        *state, HEAD(FORM "\r\nContent-Type: a\r\nContent-Type: b"), "twice");
    refuse(*state, HEAD(FORM "\r\nContent-Type: multipart/mixed; boundary=b"),
        "parts of its own");
    refuse(*state, HEAD(FORM "\r\nContent-Transfer-Encoding: base64"),
        "is encoded");
    refuse(*state, HEAD(FORM "\r\n folded"), "not a header line");
    refuse(*state, HEAD("no header\r\n" FORM), "not a header line");
    refuse(*state, HEAD(":x\r\n" FORM), "not a header line");
    take(
        *state, HEAD(FORM "\r\nContent-Transfer-Encoding: 8bit\r\nX-Other: y"));
    take(*state, HEAD("content-disposition:form-data;name=a"));
}

static void test_names_used_twice(void **state)
{
    refuse(
        *state, UPLOAD("f", "a", "1") UPLOAD("f", "b", "2") END, "used twice");
    refuse(*state, UPLOAD("f", "a", "1") FIELD("f", "2") END, "used twice");
    refuse(*state, FIELD("f", "2") UPLOAD("f", "a", "1") END, "used twice");
}

static void test_values_refused(void **state)
{
    static const char zero[] = FIELD("a", "x\0y") END;

    refuse(*state, FIELD("a", "\xff") END, "a is not readable text");
    refuse(*state, FIELD("a", "\x01") END, "a is not readable text");
    refuse_as(*state, TYPE, text_part(zero, sizeof zero - 1), NULL,
        ERROR_INVALID, "from byte 2 on");
}

static void test_limits(void **state)
{
    const struct multipart_limits limits = {.form = {2, 4, 5},
        .files = 1,
        .header_size = 80,
        .file_size = 5,
        .size = 400};
    struct taken taken;

    assert_true(parse(*state, TYPE,
        text_of(FIELD("abcd", "12345") FIELD("b", "") END), &limits, &taken));
#define OVER(body, words)                                                      \
    refuse_as(*state, TYPE, text_of(body), &limits, ERROR_TOO_LARGE, words)
    OVER(FIELD("a", "1") FIELD("a", "1") FIELD("a", "1") END, "many fields");
    OVER(FIELD("abcde", "1") END, "5 bytes, the limit is 4");
    OVER(FIELD("a", "123456") END, "6 bytes, the limit is 5");
    OVER("--xYz\r\n" FORM "; filename=x\r\n\r\n123456\r\n" END,
        "6 bytes, the limit is 5");
    OVER("--xYz\r\n" FORM "; filename=x\r\n\r\n1\r\n"
         "--xYz\r\nContent-Disposition: form-data; name=b; filename=x"
         "\r\n\r\n1\r\n" END,
        "too many files");
    OVER(HEAD(FORM "\r\nX-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        "longer than 80 bytes");
    assert_true(parse(*state, TYPE,
        text_of("--xYz\r\n" FORM "; filename=x\r\n\r\n12345\r\n" END), &limits,
        &taken));
    OVER(FIELD("a", "1") HEAD(
             FORM "\r\n\r\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        "the limit is 400");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_is),
        EACH(test_fields_and_files),
        EACH(test_nothing),
        EACH(test_binary),
        EACH(test_no_file_chosen),
        EACH(test_file_names),
        EACH(test_long_file_name),
        EACH(test_boundary),
        EACH(test_bodies_refused),
        EACH(test_truncated),
        EACH(test_headers_refused),
        EACH(test_names_used_twice),
        EACH(test_values_refused),
        EACH(test_limits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
