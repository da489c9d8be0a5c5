#!/bin/sh
# web/fastcgi, web/prefork and cgi-bin/run against a real server: bodies cut
# short, workers killed, servers killed, and nothing left running afterwards.
#
# usage: fastcgi_test.sh [ECHO]   ECHO: tests/web/echo_fcgi.c, already built;
# without it the script builds one.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d /tmp/imst-XXXXXX) || exit 2
failures=0
checks=0
started=

cleanup() {
    for pid in $started; do
        kill -TERM "$pid" 2>/dev/null
    done
    wait
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

check() {
    checks=$((checks + 1))
    case $3 in
    *"$2"*) ;;
    *)
        failures=$((failures + 1))
        printf 'FAIL %s\n  wanted: %s\n  got: %s\n' "$1" "$2" "$3"
        ;;
    esac
}

equal() {
    checks=$((checks + 1))
    [ "$2" = "$3" ] && return
    failures=$((failures + 1))
    printf 'FAIL %s\n  wanted: %s\n  got: %s\n' "$1" "$2" "$3"
}

program=${1:-}
if [ -z "$program" ]; then
    program=$work/echo.fcgi
    (cd "$root" && ${CC:-cc} -std=c17 -D_GNU_SOURCE -Isrc -g -o "$program" \
        tests/web/echo_fcgi.c src/web/fastcgi.c src/web/prefork.c \
        src/web/form.c src/web/request.c src/web/response.c \
        src/web/multipart.c src/web/multipart_header.c src/base/arena.c \
        src/base/memory.c \
        src/base/text.c src/base/error.c src/base/escape.c src/base/clock.c \
        -lfcgi) || exit 2
fi
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")

client() {
    perl "$here/client.pl" "$@"
}

# ---- plain CGI -----------------------------------------------------------

cgi() { # METHOD LENGTH BODY
    printf '%s' "$3" | env REQUEST_METHOD="$1" PATH_INFO=/cgi QUERY_STRING=a=1 \
        CONTENT_LENGTH="$2" CONTENT_TYPE=application/x-www-form-urlencoded \
        "$program"
}

check 'cgi get' 'GET /cgi?a=1 body=none' "$(cgi GET '' '')"
check 'cgi post' 'body=whole size=5' "$(cgi POST 5 'a=b&c')"
check 'cgi post reads no further' 'body=whole size=3' "$(cgi POST 3 'a=bcdef')"
check 'cgi empty post' 'POST /cgi?a=1 body=none' "$(cgi POST 0 '')"
check 'cgi truncated' 'Status: 400' "$(cgi POST 9 'a=b')"
check 'cgi no length' 'Status: 400' "$(cgi POST '' 'a=b')"
check 'cgi negative length' 'Status: 400' "$(cgi POST -3 'a=b')"
check 'cgi bad length' 'Status: 400' "$(cgi POST 3x 'a=b')"
check 'cgi huge length' 'Status: 413' "$(cgi POST 99999999999999999999999 'a')"
check 'cgi oversized' 'Status: 413' "$(cgi POST 1048577 'a')"
check 'cgi at the limit is read' 'Status: 400' "$(cgi POST 1048576 'a')"
equal 'cgi head has no body' '' \
    "$(cgi HEAD '' '' | sed '1,/^.$/d')"
check 'no server' 'started by a web server' \
    "$(env -u REQUEST_METHOD "$program" </dev/null 2>&1)"
equal 'cgi refusal' 'ims: not today' \
    "$(ECHO_REFUSE='not today' REQUEST_METHOD=GET "$program" 2>&1 </dev/null)"

# ---- through lighttpd, by cgi-bin/run ------------------------------------

port_free() {
    perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1,
        LocalAddr => "127.0.0.1")->sockport'
}

# Start cgi-bin/run with the echo program; sets run_pid, port, folder.
run_start() {
    port=$(port_free)
    mkdir -p "$work/site"
    : >"$work/out"
    env PORT="$port" SITE="$work/site" IMS_PROGRAM="$program" \
        XDG_RUNTIME_DIR="$work" "$@" "$root/cgi-bin/run" \
        >"$work/out" 2>"$work/err" &
    run_pid=$!
    started="$started $run_pid"
    tries=100
    until grep -q '^ready ' "$work/out"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] && kill -0 $run_pid 2>/dev/null || break
        sleep 0.1
    done
    check 'run says ready' "ready http://127.0.0.1:$port/" "$(cat "$work/out")"
}

http() {
    client http "$port" "$@"
}

text() {
    http "$@" | sed '1,/^.$/d'
}

# All processes of this test's run folders, but for those already dead.
left() {
    grep -lsz "^IMS_RUN=$work/" /proc/[0-9]*/environ 2>/dev/null |
        sed -n 's,^/proc/\([0-9]*\)/.*,\1,p'
}

lighttpd_pid() {
    for pid in $(left); do
        [ "$(cat "/proc/$pid/comm")" = lighttpd ] && echo "$pid"
    done
}

parent_of() {
    sed -n 's/^PPid:[^0-9]*//p' "/proc/$1/status"
}

# Wait until no process is left; then says "none".
gone() {
    tries=${1:-40}
    while [ -n "$(left)" ] && [ "$tries" -gt 0 ]; do
        sleep 0.1
        tries=$((tries - 1))
    done
    [ -z "$(left)" ] && echo none
    find "$work" -maxdepth 1 -name 'ims-*'
}

pids() {
    for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
        text GET /pid
        echo
    done | sort -u
}

run_start
check 'get' 'GET /a b?x=%20y body=none' "$(http GET '/a%20b?x=%20y')"
check 'dot parts are resolved' 'GET /q/z?' "$(http GET '/p/../q//z')"
check 'NUL in the path' ' 400 ' "$(http GET '/a%00b')"
check 'latin-1 in the path' ' 400 ' "$(http GET '/a%e9b')"
check 'post at the limit' 'body=whole size=1048576' \
    "$(http POST / 'a=x524288&b=x524283')"
check 'post over the limit of the program' 'HTTP/1.1 413' \
    "$(http POST / x1048577)"
check 'post over the limit of lighttpd' 'HTTP/1.1 413' \
    "$(http POST / x3000000)"
check 'chunked post' 'body=whole size=5' \
    "$(perl -MIO::Socket::INET -e '
        my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]");
        print $s "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n",
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Transfer-Encoding: chunked\r\n\r\n5\r\na=b&c\r\n0\r\n\r\n";
        print while <$s>;' "$port")"
check 'head' 'Content-Length: 300000' "$(http HEAD /large)"
equal 'head has no body' '' "$(text HEAD /large)"
equal 'a large answer' 300000 "$(text GET /large | wc -c | tr -d ' ')"
check 'security headers' "Content-Security-Policy: default-src 'none';" \
    "$(http GET /)"
first=$(text GET /used)
text POST / a=x500000 >/dev/null
equal 'the arena gives back' "$first" "$(text GET /used)"

# Workers: two of them, replaced when they die.
equal 'two workers' 2 "$(pids | wc -l | tr -d ' ')"
victim=$(text GET /pid)
kill -KILL "$victim"
sleep 0.4
equal 'two workers again' 2 "$(pids | wc -l | tr -d ' ')"
check 'the death is reported' "worker $victim was ended by signal 9" \
    "$(cat "$work/err")"
equal 'the dead one is not among them' '' "$(pids | grep -x "$victim")"
check 'a crash costs one answer' ' 500 ' "$(http GET /crash)"
check 'and no more' 'GET /after' "$(http GET /after)"
victim=$(text GET /pid)
kill -TERM "$victim"
sleep 0.4
equal 'a worker told to end is replaced' 2 "$(pids | wc -l | tr -d ' ')"

# The master killed: its workers go, lighttpd starts another.
before=$(pids)
kill -KILL "$(text GET /master)"
tries=80
until case $(http GET /again) in *'GET /again'*) ;; *) false ;; esac do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || break
    sleep 0.1
done
check 'served again after kill -9 of the master' 'GET /again' \
    "$(http GET /again)"
for pid in $before; do
    equal 'an orphaned worker ends' '' "$(left | grep -x "$pid")"
done

# FastCGI spoken directly.
socket=$(find "$work" -name 'ims.sock*')
check 'fcgi post' 'body=whole size=5' "$(client fcgi "$socket" 5 'a=b&c')"
check 'fcgi truncated' 'Status: 400' "$(client fcgi "$socket" 100 'a=b')"
check 'fcgi nothing of what was announced' 'Status: 400' \
    "$(client fcgi "$socket" 100 '')"
check 'fcgi no length' 'Status: 400' "$(client fcgi "$socket" - 'a=b')"
check 'fcgi oversized' 'Status: 413' "$(client fcgi "$socket" 2000000 x2000000)"
check 'fcgi slow body' 'body=whole size=200001' \
    "$(client fcgi "$socket" 200001 a=x99998 1 x100001)"

# SIGTERM in the middle of a body and of an answer: both end well.
client fcgi "$socket" 200001 a=x99998 1 x100001 >"$work/body" &
body=$!
client http "$port" GET /slow >"$work/slow" &
slow=$!
sleep 0.3
kill -TERM $run_pid
wait $body
wait $slow
wait $run_pid
equal 'run ends with 0' 0 $?
check 'a body is not cut by SIGTERM' 'body=whole size=200001' \
    "$(cat "$work/body")"
check 'an answer is not cut by SIGTERM' 'slow' "$(cat "$work/slow")"
equal 'nothing is left after SIGTERM' none "$(gone 1)"

# kill -9 of lighttpd: nothing stays, run says so.
run_start IMS_WORKERS=4
equal 'four workers' 6 "$(left | wc -l | tr -d ' ')"
kill -KILL "$(lighttpd_pid)"
wait $run_pid
equal 'run ends with 1 when lighttpd dies' 1 $?
equal 'one line about it' 'run: lighttpd ended by itself' "$(cat "$work/err")"
equal 'nothing is left after kill -9 of lighttpd' none "$(gone 1)"

# kill -9 of run itself: the processes go with it.
if command -v setpriv >/dev/null; then
    run_start
    kill -KILL $run_pid
    wait $run_pid 2>/dev/null
    check 'nothing runs after kill -9 of run' none "$(gone 40)"
    rm -rf "$work"/ims-*
fi

# Workers wear out and are replaced without a request lost.
run_start ECHO_MAX_REQUESTS=1
for n in 1 2 3 4 5 6; do
    check 'a worn worker is replaced' "GET /n$n" "$(http GET /n$n)"
done
kill -INT $run_pid
sleep 0.1
kill -TERM $run_pid 2>/dev/null
wait $run_pid
equal 'nothing is left after SIGINT' none "$(gone 1)"

# What cannot start says so in one line.
perl -MIO::Socket::INET -e '
    my $s = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 1,
        LocalPort => $ARGV[0], ReuseAddr => 1) or exit 1; sleep 9' "$port" &
holder=$!
sleep 0.2
line=$(PORT=$port SITE="$work/site" IMS_PROGRAM=$program \
    timeout 20 "$root/cgi-bin/run" 2>&1)
equal 'port taken: status 2' 2 $?
equal 'port taken: one line' \
    "run: port $port is taken; choose another: PORT=8090 make run" "$line"
kill $holder
wait $holder 2>/dev/null
line=$(PORT=80x SITE="$work/site" IMS_PROGRAM=$program \
    timeout 20 "$root/cgi-bin/run" 2>&1)
equal 'bad port: status 2' 2 $?
line=$(PORT=$port SITE="$work/site" IMS_PROGRAM=$program \
    ECHO_REFUSE='the schema is older' timeout 20 "$root/cgi-bin/run" 2>&1)
equal 'refusal: status 2' 2 $?
equal 'refusal: one line' 'ims: the schema is older' "$line"
line=$(PORT=$port SITE="$work/none" IMS_PROGRAM=$program \
    timeout 20 "$root/cgi-bin/run" 2>&1)
equal 'no site: status 2' 2 $?

# ---- spawn-fcgi, and the master by itself ---------------------------------

# Run "$@" with a listening socket as descriptor 0.
with_socket() {
    exec perl -MIO::Socket::UNIX -e '
        my $s = IO::Socket::UNIX->new(Local => shift, Listen => 16) or exit 3;
        open STDIN, "<&", $s or exit 3;
        exec @ARGV;' "$@"
}

line=$(with_socket "$work/refuse.sock" env ECHO_REFUSE='too old' IMS_WORKERS=5 \
    "$program" 2>&1)
equal 'all workers refuse: status 2' 2 $?
equal 'all workers refuse: one line' 'ims: too old' "$line"
line=$(with_socket "$work/count.sock" env IMS_WORKERS=many "$program" 2>&1)
equal 'bad IMS_WORKERS: status 2' 2 $?
equal 'bad IMS_WORKERS: one line' \
    'ims: IMS_WORKERS must be a number from 1 to 64' "$line"

with_socket "$work/stop.sock" env IMS_RUN="$work/stop" "$program" \
    2>/dev/null &
master=$!
started="$started $master"
sleep 0.3
check 'the master serves' 'size=3' "$(client fcgi "$work/stop.sock" 3 a=b)"
# A connection that says nothing holds one worker until it is killed.
perl -MIO::Socket::UNIX -e '
    my $s = IO::Socket::UNIX->new(shift) or exit 3; sleep 30' \
    "$work/stop.sock" &
idle=$!
sleep 0.2
kill -TERM $master
wait $master
equal 'SIGTERM: status 0' 0 $?
equal 'nothing is left after SIGTERM of the master' none "$(gone 1)"
kill $idle
wait $idle 2>/dev/null

if command -v spawn-fcgi >/dev/null; then
    IMS_RUN=$work/spawn spawn-fcgi -s "$work/spawn.sock" -P "$work/spawn.pid" \
        -- "$program" >/dev/null
    sleep 0.5
    check 'goes on after spawn-fcgi has ended' 'size=3' \
        "$(client fcgi "$work/spawn.sock" 3 a=b)"
    kill -TERM "$(cat "$work/spawn.pid")"
    equal 'nothing is left of it' none "$(gone 40)"
fi

echo "fastcgi_test: $checks checks, $failures failed"
[ "$failures" -eq 0 ]
