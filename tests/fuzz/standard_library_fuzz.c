/* A library is either refused by line or complete. */
#include "domain/standard_library.h"
#include "standard_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    standard_fuzz_clean(
        standard_library_parse, text_part((const char *)data, size), "line ");
    return 0;
}
