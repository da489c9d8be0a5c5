/*
 * Fuzz forms with files. The first line of the input is the Content-Type, the
 * rest the body. Every string that comes out must be clean, every file lie in
 * the body.
 */
#include "web/multipart.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must_be_clean(const char *string)
{
    if (!text_is_clean(text_of(string), NULL) || strchr(string, '\r') != NULL)
        abort();
}

static void file_must_be_right(
    const struct multipart_file *file, struct text body)
{
    must_be_clean(file->field);
    must_be_clean(file->name);
    must_be_clean(file->type);
    if (file->name[0] == '\0' || file->field[0] == '\0' ||
        strlen(file->name) > 200 || strpbrk(file->name, "/\n\t") != NULL ||
        string_equals(file->name, ".."))
        abort();
    if (file->content.data < body.data ||
        file->content.data + file->content.size > body.data + body.size)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct multipart_limits small = {.form = {20, 50, 500},
        .files = 3,
        .header_size = 300,
        .file_size = 1000,
        .size = 5000};
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct text rest = text_part((const char *)data, size);
    struct text line = {"", 0};
    struct multipart_files files;
    struct form form;
    char *copy;

    text_next(&rest, '\n', &line);
    /* An exact copy, so that reading past its end is seen. */
    copy = malloc(rest.size == 0 ? 1 : rest.size);
    if (rest.size > 0)
        memcpy(copy, rest.data, rest.size);
    rest = text_part(copy, rest.size);
    multipart_is(text_string(arena, line));
    if (!multipart_parse(arena, text_string(arena, line), rest,
            size % 2 == 0 ? NULL : &small, &form, &files, &error)) {
        must_be_clean(error.message);
        if (form.count > 0 || files.count > 0)
            abort();
    }
    for (size_t i = 0; i < form.count; i++) {
        must_be_clean(form.fields[i].name);
        must_be_clean(form.fields[i].value);
        if (multipart_file(&files, form.fields[i].name) != NULL)
            abort();
    }
    for (size_t i = 0; i < files.count; i++)
        file_must_be_right(&files.files[i], rest);
    free(copy);
    arena_destroy(arena);
    return 0;
}
