/* A file of rules is either refused by line or complete; the same text is
 * looked through for what is left in it. */
#include "domain/markup.h"
#include "domain/markup_remark.h"
#include "domain/rule_file.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_one(struct arena *arena, const struct rule_check *check)
{
    struct error error = error_create(arena);
    struct rule_check again;

    if (rule_check_says(check) != (check->says[0] != '\0') ||
        check->condition_count > RULE_CONDITION_LIMIT ||
        !rule_check_parse(arena, text_of(check->words), &again, &error) ||
        !string_equals(check->words, again.words) ||
        check->condition_count != again.condition_count)
        abort();
}

static void check(struct arena *arena, const struct rule_file *file)
{
    if (file->count == 0)
        abort();
    for (size_t i = 0; i < file->count; i++) {
        const struct rule_file_rule *rule = &file->rules[i];

        if (rule->id[0] == '\0' || rule->severity[0] == '\0' ||
            rule->title[0] == '\0' || rule->mend[0] == '\0' ||
            rule->check_count == 0 || rule->check_count > RULE_CHECK_LIMIT)
            abort();
        for (size_t c = 0; c < rule->check_count; c++)
            check_one(arena, &rule->checks[c].check);
    }
}

static void look_at(struct arena *arena, struct text body)
{
    struct markup_remark remarks[MARKUP_REMARK_LIMIT];
    struct error error = error_create(arena);

    if (markup_check(body, 1, &error) &&
        markup_remark_find(arena, body, 1, "TODO TBD lorem", remarks) >
            MARKUP_REMARK_LIMIT)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct text content = text_part((const char *)data, size);
    struct rule_file file;

    if (rule_file_parse(arena, content, &file, &error))
        check(arena, &file);
    else if (error.code == ERROR_NONE || !string_begins(error.message, "line "))
        abort();
    look_at(arena, content);
    arena_destroy(arena);
    return 0;
}
