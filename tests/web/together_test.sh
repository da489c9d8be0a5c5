#!/bin/sh
# Eight people write while eight read, through lighttpd and four workers:
# nothing is lost, numbers have no gaps, nobody sees half a change, nobody
# waits over a second. TOGETHER_SECONDS (60; 10 under the sanitizers).
here=$(cd "$(dirname "$0")" && pwd)
. "$here/harness.sh"

case ${BUILD:-build} in
*asan*) seconds=${TOGETHER_SECONDS:-10} limit=10000 ;;
*) seconds=${TOGETHER_SECONDS:-60} limit=1000 ;;
esac
site=$work/site
"$ims" init "$site" --demo >"$work/out" 2>&1 || {
    cat "$work/out"
    exit 2
}
before=$(sqlite3 "$site/ims.db" "select count(*) from record where kind = 'complaint'")
port=$(port_free)
env PORT="$port" SITE="$site" IMS_PROGRAM="$fcgi" IMS_COMMAND="$ims" IMS_WORKERS=4 \
    XDG_RUNTIME_DIR="$work" "$root/cgi-bin/run" >"$work/out" 2>"$work/err" &
run_pid=$!
started="$started $run_pid"
tries=300
until grep -q '^ready ' "$work/out"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] && kill -0 $run_pid 2>/dev/null || break
    sleep 0.1
done
check 'run says ready' 'ready ' "$(cat "$work/out" "$work/err")"

node "$here/together.mjs" "http://127.0.0.1:$port" "$seconds" >"$work/result" 2>"$work/wrong"
equal 'no reader or writer met anything wrong' '' "$(head -n 20 "$work/wrong")"
cat "$work/result"
value() {
    sed -n "s/^$1 //p" "$work/result"
}
saved=$(value saved)
equal 'the longest wait is under the limit' yes "$([ "$(value longest)" -lt $limit ] && echo yes || value longest)"
equal 'writers wrote' yes "$([ "$saved" -gt 100 ] && echo yes || echo "$saved")"
equal 'readers read' yes "$([ "$(value read)" -gt 100 ] && echo yes || value read)"

kill -TERM $run_pid
wait $run_pid
query() {
    sqlite3 "$site/ims.db" "$1"
}
equal 'every new record that was confirmed is there' $((before + $(value created))) \
    "$(query "select count(*) from record where kind = 'complaint'")"
equal 'numbers have no gaps' "$(query "select count(*) from record where kind = 'complaint'")" \
    "$(query "select max(number) from record where kind = 'complaint'")"
equal 'every change that was confirmed is a revision' "$saved" \
    "$(query "select count(*) from revision where why = 'together'")"
equal 'each record has as many revisions as it says' '' \
    "$(query "select record.id from record where revision <> (select count(*) from revision where item = record.id and part = '') limit 1")"
equal 'the tally is right' '' \
    "$(query "select kind, status, count from record_tally where count <> (select count(*) from record where record.kind = record_tally.kind and record.status = record_tally.status) limit 1")"
check 'the history holds' 'history: fine' "$("$ims" verify "$site" 2>&1)"
finish together_test
