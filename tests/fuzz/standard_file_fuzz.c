/* A standard is either refused by line or complete. */
#include "domain/standard_file.h"
#include "standard_fuzz.h"

/* A file says itself what it is called. */
static bool parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error)
{
    (void)naming;
    return standard_file_parse(arena, content, file, error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    standard_fuzz(parse, text_part((const char *)data, size), "line ");
    return 0;
}
