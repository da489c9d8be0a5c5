/* A catalog is either refused by its place or complete. */
#include "domain/standard_oscal.h"
#include "standard_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    standard_fuzz_clean(
        standard_oscal_parse, text_part((const char *)data, size), "");
    return 0;
}
