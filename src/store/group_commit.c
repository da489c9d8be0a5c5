/* Places of a mapped file, each with a question or an answer. */
#include "store/group_commit.h"

#include <fcntl.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum {
    PLACES = 16,
    PLACE_SIZE = 64 * 1024,
    SIZE = PLACES * PLACE_SIZE,
    WORDS_SIZE = PLACE_SIZE - 64,
    PATIENCE = 20 /* ms: whoever should wake us may have died */
};

enum state {
    FREE,
    ASKED,
    TAKEN, /* by a holder of the lock, who may have died of it */
    DONE
};

struct place {
    union {
        struct {
            _Atomic unsigned state;
            unsigned size;
            sem_t woken;
        };
        char head[PLACE_SIZE - WORDS_SIZE];
    };
    char words[WORDS_SIZE];
};

_Static_assert(sizeof(struct place) == PLACE_SIZE, "places follow each other");
_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "states are seen by all processes");

struct group_commit {
    int file;
    struct place *places;
    size_t own;
    bool answered[PLACES];
};

/* Locks on bytes of a place: it is somebody's, and what stands in it is of
 * theirs. */
enum claim { OWNED, BEGUN };

static struct flock lock_of(size_t place, enum claim claim)
{
    return (struct flock){.l_type = F_WRLCK,
        .l_whence = SEEK_SET,
        .l_start = (off_t)(place * PLACE_SIZE + claim),
        .l_len = 1};
}

static bool claim_place(
    const struct group_commit *group, size_t place, enum claim claim)
{
    struct flock lock = lock_of(place, claim);

    return fcntl(group->file, F_OFD_SETLK, &lock) == 0;
}

static void release_place(const struct group_commit *group)
{
    struct flock lock = lock_of(group->own, OWNED);

    lock.l_type = F_UNLCK;
    lock.l_len = 1 + BEGUN;
    (void)fcntl(group->file, F_OFD_SETLK, &lock);
}

/* Is there a living process to what stands in the place? */
static bool is_begun(const struct group_commit *group, size_t place)
{
    struct flock lock = lock_of(place, BEGUN);

    return fcntl(group->file, F_OFD_GETLK, &lock) == 0 &&
           lock.l_type != F_UNLCK;
}

/* Room for the place on the disk, so that writing to it does not fail. */
static bool make_room(const struct group_commit *group)
{
    return posix_fallocate(
               group->file, (off_t)(group->own * PLACE_SIZE), PLACE_SIZE) == 0;
}

/* Whatever the last process left there is gone before it can be taken for
 * ours. What a holder of the lock took, it may still answer: that stays until
 * nobody has the lock. */
static bool clear_place(const struct group_commit *group, int lock)
{
    _Atomic unsigned *state = &group->places[group->own].state;
    unsigned left = atomic_load(state);

    while (left != TAKEN) {
        if (atomic_compare_exchange_strong(state, &left, FREE))
            return true;
    }
    if (flock(lock, LOCK_EX | LOCK_NB) != 0)
        return false;
    atomic_store(state, FREE);
    flock(lock, LOCK_UN);
    return true;
}

static bool begin_place(const struct group_commit *group, int lock)
{
    if (!claim_place(group, group->own, OWNED))
        return false;
    if (make_room(group) && clear_place(group, lock) &&
        sem_init(&group->places[group->own].woken, 1, 0) == 0 &&
        claim_place(group, group->own, BEGUN))
        return true;
    release_place(group);
    return false;
}

struct group_commit *group_commit_open(struct arena *arena, int file, int lock)
{
    struct group_commit *group = arena_alloc(arena, sizeof *group);
    void *places;

    if (posix_fallocate(file, SIZE - 1, 1) != 0)
        return NULL;
    places = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (places == MAP_FAILED)
        return NULL;
    *group = (struct group_commit){.file = file, .places = places};
    while (group->own < PLACES && !begin_place(group, lock))
        group->own++;
    if (group->own < PLACES)
        return group;
    munmap(places, SIZE);
    return NULL;
}

void group_commit_close(struct group_commit *group)
{
    if (group == NULL)
        return;
    release_place(group);
    munmap(group->places, SIZE);
}

static void write_words(struct place *place, struct text words)
{
    memcpy(place->words, words.data, words.size);
    place->size = (unsigned)words.size;
}

/* Whatever stands in the file, no more than a place holds. */
static struct text read_words(const struct place *place)
{
    unsigned size = place->size;

    return text_part(place->words, size > WORDS_SIZE ? WORDS_SIZE : size);
}

bool group_commit_ask(struct group_commit *group, struct text question)
{
    struct place *place;

    if (group == NULL || question.size > WORDS_SIZE)
        return false;
    place = &group->places[group->own];
    while (sem_trywait(&place->woken) == 0)
        continue;
    write_words(place, question);
    atomic_store(&place->state, ASKED);
    return true;
}

static struct timespec after(long milliseconds)
{
    struct timespec moment;

    clock_gettime(CLOCK_MONOTONIC, &moment);
    moment.tv_nsec += milliseconds * 1000000L;
    if (moment.tv_nsec >= 1000000000L) {
        moment.tv_nsec -= 1000000000L;
        moment.tv_sec++;
    }
    return moment;
}

bool group_commit_wait(struct group_commit *group)
{
    struct place *place = &group->places[group->own];
    struct timespec end = after(PATIENCE);

    (void)sem_clockwait(&place->woken, CLOCK_MONOTONIC, &end);
    return atomic_load(&place->state) == DONE;
}

bool group_commit_take(struct group_commit *group, struct text *answer)
{
    struct place *place;

    if (group == NULL)
        return false;
    place = &group->places[group->own];
    if (atomic_exchange(&place->state, FREE) != DONE)
        return false;
    *answer = read_words(place);
    return true;
}

/* Take what another living process asks for there. */
static bool take_question(const struct group_commit *group, size_t place)
{
    _Atomic unsigned *state = &group->places[place].state;
    unsigned asked = ASKED;

    return place != group->own && atomic_load(state) == ASKED &&
           is_begun(group, place) &&
           atomic_compare_exchange_strong(state, &asked, TAKEN);
}

bool group_commit_next(
    struct group_commit *group, size_t *place, struct text *question)
{
    for (size_t i = 0; group != NULL && i < PLACES; i++) {
        if (take_question(group, i)) {
            *question = read_words(&group->places[i]);
            *place = i;
            return true;
        }
    }
    return false;
}

void group_commit_answer(
    struct group_commit *group, size_t place, struct text answer)
{
    if (answer.size > WORDS_SIZE)
        return;
    write_words(&group->places[place], answer);
    group->answered[place] = true;
}

void group_commit_end(struct group_commit *group, bool committed)
{
    if (group == NULL)
        return;
    for (size_t i = 0; i < PLACES; i++) {
        if (group->answered[i] && committed) {
            atomic_store(&group->places[i].state, DONE);
            sem_post(&group->places[i].woken);
        }
        group->answered[i] = false;
    }
}

void group_commit_wake(struct group_commit *group)
{
    if (group == NULL)
        return;
    for (size_t i = 0; i < PLACES; i++) {
        unsigned state = atomic_load(&group->places[i].state);

        if (i != group->own && (state == ASKED || state == TAKEN) &&
            is_begun(group, i)) {
            sem_post(&group->places[i].woken);
            return;
        }
    }
}
