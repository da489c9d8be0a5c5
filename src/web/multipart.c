/* One part after the other; the content of files is not copied. */
#include "web/multipart.h"

#include "web/multipart_header.h"

#include <string.h>

enum { MEGABYTE = 1024 * 1024 };

struct parser {
    struct arena *arena;
    const struct multipart_limits *limits;
    struct text rest;      /* begins behind a delimiter */
    const char *delimiter; /* CR LF, two hyphens and the boundary */
    struct form_field *fields;
    size_t field_count;
    struct multipart_file *files;
    size_t file_count;
    size_t number; /* of the present part, from 1 */
};

bool multipart_is(const char *content_type)
{
    return multipart_header_is_form(content_type);
}

static bool is_at(struct text text, const char *word)
{
    size_t size = strlen(word);

    return text.size >= size && memcmp(text.data, word, size) == 0;
}

static void skip(struct text *text, size_t size)
{
    text->data += size;
    text->size -= size;
}

/* Cut what stands before `mark` off the front, and the mark itself. */
static bool cut_before(struct text *rest, const char *mark, struct text *part)
{
    const char *found = memmem(rest->data, rest->size, mark, strlen(mark));

    if (found == NULL)
        return false;
    *part = text_part(rest->data, (size_t)(found - rest->data));
    skip(rest, part->size + strlen(mark));
    return true;
}

/* The first line must be the boundary: nothing may stand before it. */
static bool begin(struct parser *parser, struct error *error)
{
    const char *line = parser->delimiter + 2;

    if (!is_at(parser->rest, line))
        return error_set(error, ERROR_INVALID,
            "the body does not begin with the boundary its header names.");
    skip(&parser->rest, strlen(line));
    return true;
}

/* Behind a delimiter: does another part follow, or is this the end? */
static bool at_part(struct parser *parser, bool *more, struct error *error)
{
    struct text *rest = &parser->rest;

    *more = is_at(*rest, "\r\n");
    if (*more) {
        skip(rest, 2);
        return true;
    }
    if (!is_at(*rest, "--"))
        return error_set(error, ERROR_INVALID,
            "a boundary is not alone on its line, after part %zu.",
            parser->number);
    skip(rest, 2);
    if (is_at(*rest, "\r\n"))
        skip(rest, 2);
    return rest->size == 0 || error_set(error, ERROR_INVALID,
                                  "something stands after the last boundary.");
}

static bool cut_head(
    struct parser *parser, struct text *head, struct error *error)
{
    size_t most = parser->limits->header_size;
    struct text window = parser->rest;

    if (is_at(window, "\r\n"))
        return error_set(error, ERROR_INVALID,
            "part %zu has no Content-Disposition.", parser->number);
    if (window.size > most)
        window.size = most;
    if (!cut_before(&window, "\r\n\r\n", head))
        return error_set(error,
            parser->rest.size > most ? ERROR_TOO_LARGE : ERROR_INVALID,
            parser->rest.size > most
                ? "the header of part %zu is longer than %zu bytes."
                : "the header of part %zu is cut off.",
            parser->number, most);
    skip(&parser->rest, head->size + 4);
    return true;
}

static bool has_field(const struct parser *parser, const char *name)
{
    for (size_t i = 0; i < parser->field_count; i++) {
        if (string_equals(parser->fields[i].name, name))
            return true;
    }
    return false;
}

static bool has_file(const struct parser *parser, const char *name)
{
    for (size_t i = 0; i < parser->file_count; i++) {
        if (string_equals(parser->files[i].field, name))
            return true;
    }
    return false;
}

static bool add_field(struct parser *parser,
    const struct multipart_header *header, struct text content,
    struct error *error)
{
    const struct form_limits *limits = &parser->limits->form;
    struct form_field *field = &parser->fields[parser->field_count];
    size_t offset;

    if (parser->field_count == limits->fields)
        return error_set(error, ERROR_TOO_LARGE,
            "there are too many fields, the limit is %zu.", limits->fields);
    if (has_file(parser, header->name))
        return error_at(error, ERROR_INVALID, header->name,
            "the name %s is used twice, for a file and for a field.",
            header->name);
    if (content.size > limits->value_size)
        return error_at(error, ERROR_TOO_LARGE, header->name,
            "the field %s has %zu bytes, the limit is %zu.", header->name,
            content.size, limits->value_size);
    if (!text_is_clean(content, &offset))
        return error_at(error, ERROR_INVALID, header->name,
            "the field %s is not readable text from byte %zu on.", header->name,
            offset + 1);
    field->name = header->name;
    field->value = text_unix(parser->arena, content);
    parser->field_count++;
    return true;
}

static bool add_file(struct parser *parser,
    const struct multipart_header *header, struct text content,
    struct error *error)
{
    size_t most = parser->limits->file_size;

    if (header->file_name[0] == '\0' && content.size == 0)
        return true; /* none was chosen */
    if (has_file(parser, header->name) || has_field(parser, header->name))
        return error_at(error, ERROR_INVALID, header->name,
            "the name %s is used twice, and one of them is a file.",
            header->name);
    if (header->file_name[0] == '\0')
        return error_at(error, ERROR_INVALID, header->name,
            "the file in %s has no name.", header->name);
    if (parser->file_count == parser->limits->files)
        return error_set(error, ERROR_TOO_LARGE,
            "there are too many files, the limit is %zu.",
            parser->limits->files);
    if (content.size > most)
        return error_at(error, ERROR_TOO_LARGE, header->name,
            "the file %s has %zu bytes, the limit is %zu (%zu MB).",
            header->file_name, content.size, most, most / MEGABYTE);
    parser->files[parser->file_count++] =
        (struct multipart_file){.field = header->name,
            .name = header->file_name,
            .type = header->type,
            .content = content};
    return true;
}

static bool read_part(struct parser *parser, struct error *error)
{
    struct multipart_header header;
    struct text content = {"", 0};
    struct text head = {"", 0};

    parser->number++;
    if (!cut_head(parser, &head, error) ||
        !multipart_header_parse(parser->arena, head, parser->number,
            parser->limits->form.name_size, &header, error))
        return false;
    if (!cut_before(&parser->rest, parser->delimiter, &content))
        return error_set(error, ERROR_INVALID,
            "part %zu is cut off: its end is missing.", parser->number);
    return header.is_file ? add_file(parser, &header, content, error)
                          : add_field(parser, &header, content, error);
}

bool multipart_parse(struct arena *arena, const char *content_type,
    struct text body, const struct multipart_limits *limits, struct form *form,
    struct multipart_files *files, struct error *error)
{
    static const struct multipart_limits usual = {
        .form = {FORM_FIELDS, FORM_NAME_SIZE, FORM_VALUE_SIZE},
        .files = MULTIPART_FILES,
        .header_size = MULTIPART_HEADER_SIZE,
        .file_size = MULTIPART_FILE_SIZE,
        .size = MULTIPART_SIZE};
    struct parser parser = {.arena = arena, .rest = body};
    const char *boundary;
    bool more;

    *form = (struct form){NULL, 0};
    *files = (struct multipart_files){NULL, 0};
    parser.limits = limits == NULL ? &usual : limits;
    if (!multipart_header_boundary(arena, content_type, &boundary, error))
        return false;
    if (body.size > parser.limits->size)
        return error_set(error, ERROR_TOO_LARGE,
            "it has %zu bytes, the limit is %zu.", body.size,
            parser.limits->size);
    parser.delimiter = arena_format(arena, "\r\n--%s", boundary);
    parser.fields =
        arena_array(arena, parser.limits->form.fields, sizeof *parser.fields);
    parser.files =
        arena_array(arena, parser.limits->files, sizeof *parser.files);
    if (!begin(&parser, error) || !at_part(&parser, &more, error))
        return false;
    while (more) {
        if (!read_part(&parser, error) || !at_part(&parser, &more, error))
            return false;
    }
    *form = (struct form){parser.fields, parser.field_count};
    *files = (struct multipart_files){parser.files, parser.file_count};
    return true;
}

const struct multipart_file *multipart_file(
    const struct multipart_files *files, const char *field)
{
    for (size_t i = 0; i < files->count; i++) {
        if (string_equals(files->files[i].field, field))
            return &files->files[i];
    }
    return NULL;
}
