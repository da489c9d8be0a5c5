# What the shell tests of the programs share; sourced with `here` set to this
# folder. BUILD names the build to test (build, build/asan).
set -u

root=$(cd "$here/../.." && pwd)
build=${BUILD:-build}
case $build in
/*) ;;
*) build=$root/$build ;;
esac
ims=$build/ims
fcgi=$build/ims.fcgi
unset IMS_SITE IMS_RUN IMS_ROOT IMS_WORKERS
export IMS_SHARE="$root"
export TZ=UTC LC_ALL=C
umask 022
work=$(mktemp -d /tmp/imst-XXXXXX) || exit 2
chmod 755 "$work"
failures=0
checks=0
started=
PATH=$PATH:/usr/sbin:/sbin

cleanup() {
    for pid in $started; do
        kill -TERM "$pid" 2>/dev/null
    done
    wait
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

passed() {
    checks=$((checks + 1))
}

failed() { # name, wanted, got
    checks=$((checks + 1))
    failures=$((failures + 1))
    printf 'FAIL %s\n  wanted: %s\n  got: %.2000s\n' "$1" "$2" "$3"
}

# The third argument contains the second.
check() {
    case $3 in
    *"$2"*) passed ;;
    *) failed "$1" "$2" "$3" ;;
    esac
}

check_not() {
    case $3 in
    *"$2"*) failed "$1" "without: $2" "$3" ;;
    *) passed ;;
    esac
}

equal() {
    if [ "$2" = "$3" ]; then passed; else failed "$1" "$2" "$3"; fi
}

finish() { # name of the test
    echo "$1: $checks checks, $failures failed"
    [ "$failures" -eq 0 ]
}

# Run as somebody who is not root, who can read what is below $work.
as_nobody() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

# Undo HTML's escapes, one space for each run of blanks.
plain() {
    sed -e 's/&#39;/'"'"'/g' -e 's/&quot;/"/g' -e 's/&lt;/</g' \
        -e 's/&gt;/>/g' -e 's/&amp;/\&/g'
}

# The CSRF token in the page on standard input.
csrf_of() {
    sed -n 's/.*name="csrf" value="\([0-9a-f]*\)".*/\1/p' | head -n 1
}

port_free() {
    perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1,
        LocalAddr => "127.0.0.1")->sockport'
}
