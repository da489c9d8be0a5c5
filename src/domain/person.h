/*
 * People: who they are, what they may do, and how they sign in.
 */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include "domain/context.h"

enum permission {
    MAY_READ = 1,      /* see the manual and the records */
    MAY_EDIT = 2,      /* add and change records */
    MAY_APPROVE = 4,   /* approve pages */
    MAY_ADMINISTER = 8 /* people and settings */
};

struct person {
    long long id;
    const char *login;
    const char *name;
    const char *post; /* what they are in the organisation */
    const char *email;
    const char *roles;    /* space separated */
    unsigned permissions; /* of all their roles together */
    bool active;
};

/* The roles there are, NULL-terminated. */
const char *const *person_roles(void);

/* What people call the role; its name when it is unknown. */
const char *person_role_label(const char *name);

/* What the roles (space separated) may do together. */
unsigned person_role_permissions(const char *names);

/* A login: lower case letters, digits, dot, dash; 2 to 64 bytes. */
bool person_login_is_fine(const char *login);

/* Make a person with one or more roles (space separated) and a password,
 * which may be "" (nobody can sign in so). Inside a write transaction. */
bool person_create(struct context *context, const struct person *person,
    const char *password, struct error *error);

/* At least 10 characters; the error says so. */
bool person_check_password_rule(const char *password, struct error *error);
bool person_set_password(struct context *context, const char *login,
    const char *password, struct error *error);
/* The same password for everybody: for the worked example only. */
bool person_set_all_passwords(
    struct context *context, const char *password, struct error *error);
bool person_set_roles(struct context *context, const char *login,
    const char *roles, struct error *error);

bool person_read(struct context *context, const char *login,
    struct person *person, bool *found, struct error *error);

/* All active people by name. */
bool person_list(struct context *context, struct person **people, size_t *count,
    struct error *error);

/* How many open records with a date the person owns; at most PERSON_OPEN_MOST
 * are counted, which stands for that many or more. */
enum { PERSON_OPEN_MOST = 100 };

bool person_count_open(struct context *context, const char *login,
    long long *count, struct error *error);

/* Does the password belong to an active person? Takes the same time whether
 * or not there is such a person. */
bool person_check_password(struct context *context, const char *login,
    const char *password, bool *fine, struct error *error);

#endif
