/* Lines, parameters, names. */
#include "web/multipart_header.h"

#include <string.h>
#include <strings.h>

enum { BOUNDARY_SIZE = 70 };

/* One `name=value` of a header; the value is decoded. */
struct parameter {
    struct text name;
    const char *value;
};

static bool is_token_byte(char c)
{
    return c > ' ' && c < 0x7f && strchr("()<>@,;:\\\"/[]?={}", c) == NULL;
}

static bool is_token(struct text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (!is_token_byte(text.data[i]))
            return false;
    }
    return text.size > 0;
}

static bool text_is(struct text text, const char *word)
{
    return text.size == strlen(word) &&
           strncasecmp(text.data, word, text.size) == 0;
}

static void skip_blanks(struct text *text)
{
    while (text->size > 0 && (text->data[0] == ' ' || text->data[0] == '\t')) {
        text->data++;
        text->size--;
    }
}

static struct text cut_token(struct text *rest)
{
    size_t size = 0;

    while (size < rest->size && is_token_byte(rest->data[size]))
        size++;
    *rest = text_part(rest->data + size, rest->size - size);
    return text_part(rest->data - size, size);
}

/* The inside of quotes. A backslash is one of a path unless a quote or another
 * backslash follows; browsers write a quote as %22. */
static bool cut_quoted(
    struct arena *arena, struct text *rest, const char **value)
{
    struct builder out = builder_create(arena);
    size_t i = 1;

    while (i < rest->size && rest->data[i] != '"') {
        if (rest->data[i] == '\\' && i + 1 < rest->size &&
            (rest->data[i + 1] == '"' || rest->data[i + 1] == '\\'))
            i++;
        else if (text_begins(
                     text_part(rest->data + i, rest->size - i), "%22")) {
            builder_byte(&out, '"');
            i += 3;
            continue;
        }
        builder_byte(&out, rest->data[i++]);
    }
    if (i >= rest->size)
        return false;
    *rest = text_part(rest->data + i + 1, rest->size - i - 1);
    *value = builder_string(&out);
    return true;
}

/* The next parameter. False in `found` at the end; false when there is
 * something else. */
static bool cut_parameter(struct arena *arena, struct text *rest,
    struct parameter *parameter, bool *found)
{
    skip_blanks(rest);
    *found = rest->size > 0;
    if (!*found)
        return true;
    if (rest->data[0] != ';')
        return false;
    *rest = text_part(rest->data + 1, rest->size - 1);
    skip_blanks(rest);
    parameter->name = cut_token(rest);
    if (parameter->name.size == 0 || rest->size < 2 || rest->data[0] != '=')
        return false;
    *rest = text_part(rest->data + 1, rest->size - 1);
    if (rest->data[0] == '"')
        return cut_quoted(arena, rest, &parameter->value);
    parameter->value = text_string(arena, cut_token(rest));
    return parameter->value[0] != '\0';
}

/* The value before the first parameter: `multipart/form-data`. */
static struct text cut_essence(struct text *rest)
{
    const char *end = memchr(rest->data, ';', rest->size);
    size_t size = end == NULL ? rest->size : (size_t)(end - rest->data);
    struct text essence = text_trim(text_part(rest->data, size));

    *rest = text_part(rest->data + size, rest->size - size);
    return essence;
}

bool multipart_header_is_form(const char *content_type)
{
    struct text rest = text_of(content_type);

    return text_is(cut_essence(&rest), "multipart/form-data");
}

static bool is_boundary(const char *boundary)
{
    size_t size = strlen(boundary);

    for (const char *p = boundary; *p != '\0'; p++) {
        bool plain = (*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'z') ||
                     (*p >= 'A' && *p <= 'Z');

        if (!plain && strchr("'()+_,-./:=? ", *p) == NULL)
            return false;
    }
    return size > 0 && size <= BOUNDARY_SIZE && boundary[size - 1] != ' ';
}

bool multipart_header_boundary(struct arena *arena, const char *content_type,
    const char **boundary, struct error *error)
{
    struct text rest = text_of(content_type);
    struct parameter parameter;
    bool found = false;

    *boundary = NULL;
    cut_essence(&rest);
    do {
        if (!cut_parameter(arena, &rest, &parameter, &found))
            return error_set(
                error, ERROR_INVALID, "its Content-Type cannot be read.");
        if (!found || !text_is(parameter.name, "boundary"))
            continue;
        if (*boundary != NULL)
            return error_set(
                error, ERROR_INVALID, "its Content-Type names two boundaries.");
        *boundary = parameter.value;
    } while (found);
    if (*boundary == NULL)
        return error_set(
            error, ERROR_INVALID, "its Content-Type names no boundary.");
    return is_boundary(*boundary) ||
           error_set(error, ERROR_INVALID,
               "the boundary its Content-Type names is not one.");
}

/* Marks that turn the direction of writing around, with which a name can look
 * like one with another ending. */
static bool has_turning_mark(const char *name)
{
    for (const char *p = name; *p != '\0'; p++) {
        unsigned char third = (unsigned char)p[0] == 0xe2 && p[1] != '\0'
                                  ? (unsigned char)p[2]
                                  : 0;

        if ((unsigned char)p[0] != 0xe2)
            continue;
        if (((unsigned char)p[1] == 0x80 && third >= 0xaa && third <= 0xae) ||
            ((unsigned char)p[1] == 0x81 && third >= 0xa6 && third <= 0xa9))
            return true;
    }
    return false;
}

static bool is_one_clean_line(const char *string)
{
    return text_is_clean(text_of(string), NULL) &&
           strpbrk(string, "\t\r\n") == NULL;
}

/* The last part of a path of whatever system. */
static bool read_file_name(struct arena *arena, const char *path, size_t number,
    const char **name, struct error *error)
{
    struct text text = text_of(path);
    size_t from = text.size;

    while (from > 0 && path[from - 1] != '/' && path[from - 1] != '\\')
        from--;
    *name =
        text_string(arena, text_trim(text_part(path + from, text.size - from)));
    if (!is_one_clean_line(*name) || has_turning_mark(*name))
        return error_set(error, ERROR_INVALID,
            "the name of the file in part %zu is not readable text. Rename "
            "the file.",
            number);
    if (string_equals(*name, ".") || string_equals(*name, "..") ||
        (path[0] != '\0' && (*name)[0] == '\0'))
        return error_set(error, ERROR_INVALID,
            "the name of the file in part %zu is not one of a file.", number);
    return strlen(*name) <= MULTIPART_FILE_NAME ||
           error_set(error, ERROR_TOO_LARGE,
               "the name of the file in part %zu is longer than %d bytes. "
               "Rename the file.",
               number, MULTIPART_FILE_NAME);
}

static bool read_parameter(struct arena *arena,
    const struct parameter *parameter, size_t number,
    struct multipart_header *header, struct error *error)
{
    bool is_name = text_is(parameter->name, "name");

    if (text_is(parameter->name, "filename*"))
        return error_set(error, ERROR_INVALID,
            "part %zu gives the file's name as filename*, which a form may "
            "not.",
            number);
    if (!is_name && !text_is(parameter->name, "filename"))
        return true;
    if (is_name ? header->name != NULL : header->is_file)
        return error_set(
            error, ERROR_INVALID, "part %zu gives a name twice.", number);
    if (is_name) {
        header->name = parameter->value;
        return true;
    }
    header->is_file = true;
    return read_file_name(
        arena, parameter->value, number, &header->file_name, error);
}

static bool read_disposition(struct arena *arena, struct text value,
    size_t number, struct multipart_header *header, struct error *error)
{
    struct parameter parameter;
    bool found = true;

    if (!text_is(cut_essence(&value), "form-data"))
        return error_set(
            error, ERROR_INVALID, "part %zu is not form-data.", number);
    while (found) {
        if (!cut_parameter(arena, &value, &parameter, &found))
            return error_set(error, ERROR_INVALID,
                "the Content-Disposition of part %zu cannot be read.", number);
        if (found && !read_parameter(arena, &parameter, number, header, error))
            return false;
    }
    return true;
}

static bool read_type(struct arena *arena, struct text value, size_t number,
    struct multipart_header *header, struct error *error)
{
    const char *type = text_string(arena, value);

    if (strncasecmp(type, "multipart/", strlen("multipart/")) == 0)
        return error_set(error, ERROR_INVALID,
            "part %zu has parts of its own, which is not taken.", number);
    header->type = is_one_clean_line(type) ? type : "";
    return true;
}

/* What has been read of which lines, so that none comes twice. */
struct seen {
    bool disposition;
    bool type;
};

static bool read_line(struct arena *arena, struct text line, size_t number,
    struct seen *seen, struct multipart_header *header, struct error *error)
{
    struct text value = line;
    struct text name = cut_token(&value);
    bool *twice = text_is(name, "content-disposition") ? &seen->disposition
                  : text_is(name, "content-type")      ? &seen->type
                                                       : NULL;

    if (!is_token(name) || value.size == 0 || value.data[0] != ':' ||
        memchr(line.data, '\0', line.size) != NULL)
        return error_set(error, ERROR_INVALID,
            "a line of the header of part %zu is not a header line.", number);
    value = text_trim(text_part(value.data + 1, value.size - 1));
    if (twice != NULL && *twice)
        return error_set(error, ERROR_INVALID,
            "a line of the header of part %zu comes twice.", number);
    if (twice != NULL)
        *twice = true;
    if (twice == &seen->disposition)
        return read_disposition(arena, value, number, header, error);
    if (twice == &seen->type)
        return read_type(arena, value, number, header, error);
    if (text_is(name, "content-transfer-encoding") &&
        !text_is(value, "binary") && !text_is(value, "8bit") &&
        !text_is(value, "7bit"))
        return error_set(error, ERROR_INVALID,
            "part %zu is encoded, which is not taken.", number);
    return true; /* other lines say nothing (RFC 7578, 4.8) */
}

static bool check_name(
    const char *name, size_t number, size_t name_size, struct error *error)
{
    if (string_empty(name))
        return error_set(error, ERROR_INVALID, "part %zu has no name.", number);
    if (!is_one_clean_line(name))
        return error_set(error, ERROR_INVALID,
            "the name of part %zu is not readable text.", number);
    return strlen(name) <= name_size ||
           error_set(error, ERROR_TOO_LARGE,
               "the name of part %zu has %zu bytes, the limit is %zu.", number,
               strlen(name), name_size);
}

bool multipart_header_parse(struct arena *arena, struct text head,
    size_t number, size_t name_size, struct multipart_header *header,
    struct error *error)
{
    struct seen seen = {false, false};

    *header = (struct multipart_header){.file_name = "", .type = ""};
    while (head.size > 0) {
        const char *end = memmem(head.data, head.size, "\r\n", 2);
        size_t size = end == NULL ? head.size : (size_t)(end - head.data);

        if (!read_line(arena, text_part(head.data, size), number, &seen, header,
                error))
            return false;
        size += end == NULL ? 0 : 2;
        head = text_part(head.data + size, head.size - size);
    }
    if (!seen.disposition)
        return error_set(error, ERROR_INVALID,
            "part %zu has no Content-Disposition.", number);
    return check_name(header->name, number, name_size, error);
}
