/*
 * Digests, random bytes and password hashes: the only door to libsodium.
 *
 * crypto_start() comes first in every program. Hex is lower case.
 */
#ifndef BASE_CRYPTO_H
#define BASE_CRYPTO_H

#include "base/text.h"

#include <stdbool.h>

enum { CRYPTO_HEX = 64, CRYPTO_KEY_SIZE = 32 };

/* Prepare the library; false when the system has no randomness. */
bool crypto_start(void);

/* SHA-256 of the bytes as 64 hex digits. */
const char *crypto_sha256(struct arena *arena, struct text bytes);

/* 32 random bytes as 64 hex digits. */
const char *crypto_token(struct arena *arena);

/* HMAC-SHA-512/256 of `message` under a key given as 64 hex digits, as 64
 * hex digits; an unreadable key gives the MAC under the zero key, which
 * matches nothing that was made with a real one. */
const char *crypto_mac(
    struct arena *arena, const char *key, const char *message);

/* Equal, compared in constant time for equal lengths? */
bool crypto_equals(const char *a, const char *b);

/* Argon2id hash of a password (64 MB, 2 passes), as the library's string. */
const char *crypto_hash_password(struct arena *arena, const char *password);

/* Does the password belong to the hash? */
bool crypto_check_password(const char *hash, const char *password);

#endif
