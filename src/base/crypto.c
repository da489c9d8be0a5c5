/* libsodium behind five functions. */
#include "base/crypto.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(crypto_hash_sha256_BYTES * 2 == CRYPTO_HEX, "hex size");
_Static_assert(crypto_auth_KEYBYTES == CRYPTO_KEY_SIZE, "key size");

bool crypto_start(void)
{
    return sodium_init() >= 0;
}

static const char *hex(
    struct arena *arena, const unsigned char *bytes, size_t size)
{
    size_t room = size_add(size_multiply(size, 2), 1);
    char *text = arena_alloc(arena, room);

    return sodium_bin2hex(text, room, bytes, size);
}

const char *crypto_sha256(struct arena *arena, struct text bytes)
{
    unsigned char digest[crypto_hash_sha256_BYTES];

    crypto_hash_sha256(digest, (const unsigned char *)bytes.data, bytes.size);
    return hex(arena, digest, sizeof digest);
}

const char *crypto_token(struct arena *arena)
{
    unsigned char bytes[CRYPTO_KEY_SIZE];

    randombytes_buf(bytes, sizeof bytes);
    return hex(arena, bytes, sizeof bytes);
}

const char *crypto_mac(
    struct arena *arena, const char *key, const char *message)
{
    unsigned char mac[crypto_auth_BYTES];
    unsigned char raw[crypto_auth_KEYBYTES] = {0};
    size_t size = 0;

    if (sodium_hex2bin(raw, sizeof raw, key, strlen(key), NULL, &size, NULL) !=
            0 ||
        size != sizeof raw)
        memset(raw, 0, sizeof raw);
    crypto_auth(mac, (const unsigned char *)message, strlen(message), raw);
    return hex(arena, mac, sizeof mac);
}

bool crypto_equals(const char *a, const char *b)
{
    size_t size = strlen(a);

    return size == strlen(b) && sodium_memcmp(a, b, size) == 0;
}

const char *crypto_hash_password(struct arena *arena, const char *password)
{
    char *hash = arena_alloc(arena, crypto_pwhash_STRBYTES);

    if (crypto_pwhash_str(hash, password, strlen(password),
            crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        abort(); /* out of memory: 64 MB were not to be had */
    return hash;
}

bool crypto_check_password(const char *hash, const char *password)
{
    return hash[0] != '\0' &&
           crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}
