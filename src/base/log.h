/*
 * One line per event on standard error, where the front server's or the
 * journal's log picks it up. Depends on libc only.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* Write `ims: ` and the line; control characters become `?`. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
