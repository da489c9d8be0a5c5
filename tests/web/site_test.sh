#!/bin/sh
# A whole site through lighttpd, as `make run` starts it, and through nginx:
# sign-in, forms, stale forms, pages edited on disk, approval, and the end.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/harness.sh"

site=$work/site
"$ims" init "$site" --demo >"$work/out" 2>&1 || {
    cat "$work/out"
    exit 2
}
jar=$work/jar
base=
runner=$root/cgi-bin/run

# Start cgi-bin/run on a free port; sets run_pid and base.
run_start() {
    port=$(port_free)
    : >"$work/out"
    env PORT="$port" SITE="$site" IMS_PROGRAM="$fcgi" IMS_COMMAND="$ims" \
        XDG_RUNTIME_DIR="$work" "$runner" >"$work/out" 2>"$work/err" &
    run_pid=$!
    started="$started $run_pid"
    base=http://127.0.0.1:$port
    tries=300
    until grep -q '^ready ' "$work/out"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] && kill -0 $run_pid 2>/dev/null || break
        sleep 0.1
    done
    check 'run says ready' "ready $base/" "$(cat "$work/out" "$work/err")"
}

# All processes of this test's run folders, but for those already dead.
left() {
    grep -lsz "^IMS_RUN=$work/" /proc/[0-9]*/environ 2>/dev/null |
        sed -n 's,^/proc/\([0-9]*\)/.*,\1,p'
}

gone() {
    tries=40
    while [ -n "$(left)" ] && [ $tries -gt 0 ]; do
        tries=$((tries - 1))
        sleep 0.1
    done
    [ -z "$(left)" ] && echo none || left
}

# get PATH [curl options]: sets status, head and text.
get() {
    path=$1
    shift
    status=$(curl -sk -m 30 --path-as-is -b "$jar" -c "$jar" -D "$work/head" -o "$work/body" \
        -w '%{http_code}' "$@" "$base$path")
    head=$(tr -d '\r' <"$work/head")
    text=$(tr -d '\0' <"$work/body" | plain)
}

# post PATH NAME=VALUE...
post() {
    path=$1
    shift
    for field in "$@"; do
        set -- "$@" --data-urlencode "$field"
        shift
    done
    get "$path" -X POST "$@"
}

expect() { # name, status, words
    equal "$1: status" "$2" "$status"
    check "$1" "$3" "$text"
}

header() {
    printf '%s\n' "$head" | sed -n "s/^$1: //Ip" | head -n 1
}

token() {
    printf '%s\n' "$text" | csrf_of
}

sign_in() { # login, password
    rm -f "$jar"
    get /login
    post /login csrf="$(token)" user="$1" password="$2" next=/
}

revision_of() { # address of the record
    get "$1.json"
    printf '%s' "$text" | sed -n 's/.*"revision":\([0-9]*\).*/\1/p'
}

run_start

# ---- reading, and the server's own part --------------------------------------

get /
expect 'home' 200 'IMS Version: '
get /static/style.css
expect 'the style sheet comes from the server' 200 ':root'
equal 'its type' 'text/css; charset=utf-8' "$(header Content-Type)"
get /static/ims.js
equal 'the script: type' 'text/javascript; charset=utf-8' "$(header Content-Type)"
get /static/../cgi-bin/run
check_not 'no file outside is served' '#!/bin/sh' "$text"
get /static/%2e%2e/%2e%2e/Makefile
check_not 'no file outside is served, escaped' 'DEFAULT_GOAL' "$text"
get /ims.db
equal 'the database is not served' 404 "$status"
get '/manual/policy%2fbackup-and-recovery'
check 'an escaped slash' '' "$text"
get /manual/policy/backup-and-recovery?note=todo:17
expect 'a page with its footnote' 200 'src="/note/todo:17'
get /note/todo:17 -H 'Referer: '"$base"'/manual/policy/backup-and-recovery'
check 'the trail begins at the page' 'href="/note/page:policy/backup-and-recovery' "$text"
get /note/clause:27001:2022/A.8.13
expect 'a footnote with a colon and a slash' 200 'A.8.13'
get /conformance/27001:2022.json
expect 'conformance as JSON' 200 '"id":"27001:2022"'
command_json=$("$ims" check "$site" --standard 27001:2022 --format json)
equal 'page and command say the same' "$command_json" "$(cat "$work/body")"
get /files/$(cd "$site/files" && find . -type f | head -n 1 | sed 's,.*/,,')/x
equal 'evidence: status' 200 "$status"
check 'evidence is an attachment' 'attachment' "$(header Content-Disposition)"
check 'evidence can do nothing' "default-src 'none'" "$(header Content-Security-Policy)"

# ---- sign-in -----------------------------------------------------------------

rm -f "$jar"
post /login user=ines.marchetti password=harbour-and-vale
expect 'sign-in without token' 403 "The form's token is missing"
get /login
post /login csrf=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef user=ines.marchetti password=harbour-and-vale
expect 'sign-in with a wrong token' 403 'is not the one of your session'
sign_in ines.marchetti wrong-password-here
expect 'sign-in with a wrong password' 403 'That name and password do not belong together.'
check 'the name stays in the form' 'value="ines.marchetti"' "$text"
check_not 'the password does not' 'wrong-password-here' "$text"
sign_in nobody.here harbour-and-vale
expect 'sign-in of nobody says the same' 403 'That name and password do not belong together.'
sign_in ines.marchetti harbour-and-vale
equal 'sign-in: status' 303 "$status"
get /
expect 'signed in' 200 'Ines Marchetti'
equal 'pages are not kept by caches' no-store "$(header Cache-Control)"

# ---- a record ------------------------------------------------------------------

get /records/todo/new
csrf=$(token)
expect 'the form of a new record' 200 'name="csrf"'
post /records/todo csrf="$csrf" title='Label the tapes' status=open owner=ines.marchetti type=improvement \
    'happened=See [the page](page:policy/backup-and-recovery) & "<b>that</b>".' clauses=27001/A.8.13 why='Began'
equal 'a new record: status' 303 "$status"
address=$(header Location | sed 's/?.*//')
check 'a new record: where' /records/todo/ "$address"
get "$address?saved=1"
expect 'a new record: shown' 200 'Label the tapes'
check 'a new record: its reference' 'href="/note/page:policy/backup-and-recovery"' "$text"
check_not 'a new record: markup stays text' '<b>that</b>' "$(cat "$work/body")"
get "$address.json"
expect 'a new record: JSON' 200 '"title":"Label the tapes"'
one=$(revision_of "$address")
equal 'a new record: revision' 1 "$one"
get /note/page:policy/backup-and-recovery
check 'the page knows of it' "/note/todo:${address#/records/todo/}?" "$text"
get "$address/edit"
check 'the form keeps quotes and ampersands' '& "<b>that</b>".' "$text"
post "$address" csrf="$csrf" revision=1 status=active criterion='Every tape has one' why='Work began'
equal 'edited: status' 303 "$status"
equal 'edited: revision' 2 "$(revision_of "$address")"
get "$address"
expect 'edited: seen' 200 'In progress'
check 'edited: fields not sent stay' 'Label the tapes' "$text"
get "$address/history"
expect 'the history says why' 200 'Work began'
post "$address" csrf="$csrf" revision=2 due=tomorrow
expect 'invalid: refused' 400 'Not saved yet'
check 'invalid: what was typed stays' 'value="tomorrow"' "$text"
post "$address" csrf="$csrf" revision=1 title='Label all tapes' owner=tom.okafor
expect 'stale: refused' 409 'Somebody saved this while you were writing'
check 'stale: mine is shown' 'value="Label all tapes"' "$text"
check 'stale: theirs is shown' 'value="Label the tapes"' "$text"
check 'stale: who it was' 'Ines Marchetti saved revision 2' "$text"
check 'stale: what to send next' 'name="revision" value="2"' "$text"
equal 'stale: nothing is saved' 2 "$(revision_of "$address")"
post "$address" csrf="$csrf" revision=2 title='Label all tapes' owner=tom.okafor
equal 'and saved after choosing' 303 "$status"
equal 'and saved after choosing: revision' 3 "$(revision_of "$address")"
post "$address" csrf="$csrf" revision=3 title='Label all tapes'
equal 'the same once more: status' 303 "$status"
equal 'the same once more is no revision' 3 "$(revision_of "$address")"
post "$address" revision=3 title='Stolen'
expect 'without token' 403 "The form's token is missing"
post "$address" csrf="${csrf%????}0000" revision=3 title='Stolen'
expect 'with a wrong token' 403 'is not the one of your session'
post "$address" csrf="$csrf" revision=3 'happened=See [it](todo:99999) and [that](page:none).'
equal 'broken references are saved' 303 "$status"
get "$(header Location)"
expect 'and named' 200 '2 references lead nowhere'
check 'and named, each' 'todo:99999' "$text"
check 'the command lists them, too' "${address#/records/todo/}: todo:99999: " "$("$ims" links "$site")"
get '/search?q=label+all+tapes'
expect 'found by search' 200 'Label all tapes'
get '/records/todo.csv?q=label'
expect 'in the CSV' 200 'Label all tapes'
get '/records/todo.json?q=label'
expect 'in the JSON' 200 'Label all tapes'

# A form that is sent twice makes one record and one note; another makes another.
form_token() {
    sed -n 's/.*name="form-token" value="\([0-9a-f]\{64\}\)".*/\1/p' "$work/body" | head -n 1
}
send() { # type
    post /records/todo csrf="$csrf" form-token="$form" title='Sent twice' status=open \
        owner=ines.marchetti type="$1"
    where=$(header Location | sed 's/?.*//')
}
get /records/todo/new
form=$(form_token)
equal 'a new form has a token' 64 "$(printf %s "$form" | wc -c)"
mkdir "$work/meanwhile"
cp "$jar" "$work/meanwhile/jar"
(
    work=$work/meanwhile
    jar=$work/jar
    send improvement
    echo "$status $where" >"$work/came"
) &
send improvement
wait $!
equal 'sent twice: status' 303 "$status"
equal 'sent twice: one record' "303 $where" "$(cat "$work/meanwhile/came")"
twice=$where
send improvement
equal 'sent once more: the same' "$twice" "$where"
get "$(header Location)"
expect 'sent once more: told' 200 'The form had been sent before.'
get '/records/todo.csv?q=sent+twice'
equal 'sent twice: one in the list' 1 "$(grep -c 'Sent twice' "$work/body")"
send corrective
equal 'with something else in it: status' 303 "$status"
check_not 'with something else in it: another' "$twice" "$where"
get /records/todo/new
check_not 'every form has its own token' "$form" "$(form_token)"
equal 'every form has one' 64 "$(form_token | tr -d '\n' | wc -c)"
form=rubbish
send improvement
expect 'a token that is none' 400 'form-token: is not one of ours, so nothing was saved.'
get "$address"
form=$(form_token)
post "$address/notes" csrf="$csrf" form-token="$form" body='Said twice.'
equal 'a note: status' 303 "$status"
post "$address/notes" csrf="$csrf" form-token="$form" body='Said twice.'
equal 'a note, sent again: status' 303 "$status"
get "$address"
equal 'a note is written once' 1 "$(grep -o 'Said twice\.' "$work/body" | wc -l)"
post "$address/notes" csrf="$csrf" form-token="$form" body=
equal 'an empty note: refused' 400 "$status"
equal 'an empty note: the form has a token' 64 "$(form_token | tr -d '\n' | wc -c)"

# Two at once: one is told.
post "$address" csrf="$csrf" revision=4 title='One' &
post "$address" csrf="$csrf" revision=4 title='Two'
wait $!
equal 'two at once: one revision more' 5 "$(revision_of "$address")"

# ---- pages edited on disk -------------------------------------------------------

name=policy/backup-and-recovery
file=$site/manual/$name.md
get /manual/$name
approved=$(printf '%s\n' "$text" | grep -c 'Approve this text')
equal 'the page is approved' 0 "$approved"
get "/manual/$name?show=history"
before=$(printf '%s\n' "$text" | grep -c '<time')
printf '\nA line that was added with an editor.\n' >>"$file"
get /manual/$name
expect 'edited on disk: seen at the very next request' 200 'A line that was added with an editor.'
check 'edited on disk: a draft' 'draft' "$text"
check 'edited on disk: can be approved' 'Approve this text' "$text"
get "/manual/$name?show=history"
[ "$(printf '%s\n' "$text" | grep -c '<time')" -gt "$before" ]
equal 'edited on disk: a revision' 0 $?
for n in 1 2 3 4 5 6 7 8; do
    get /manual/$name
    check 'every worker has it' 'A line that was added' "$text"
done
hash=$(printf '%s\n' "$text" | sed -n 's/.*name="approve" value="\([0-9a-f]*\)".*/\1/p')
printf 'And another.\n' >>"$file"
post /manual/$name csrf="$csrf" approve="$hash"
equal 'approval of a text that changed meanwhile' 409 "$status"
get /manual/$name
check 'it stays a draft' 'Approve this text' "$text"
hash=$(printf '%s\n' "$text" | sed -n 's/.*name="approve" value="\([0-9a-f]*\)".*/\1/p')
post /manual/$name csrf="$csrf" approve="$hash"
equal 'approval: status' 303 "$status"
get "$(header Location)"
expect 'approval: said' 200 'Approved: exactly this text, under your name.'
check_not 'approval: no more to approve' 'Approve this text' "$text"
check 'approval: by whom' 'Ines Marchetti, <time' "$text"
equal 'history holds after all that' 0 "$("$ims" verify "$site" >"$work/verify" 2>&1; echo $?)"

printf '# Tape handling\n\nHow tapes are labelled. See [nothing](no-such-page.md).\n' >"$site/manual/policy/tape-handling.md"
get /manual/policy/tape-handling
expect 'a new page' 200 '<h1>Tape handling'
check 'a new page: its broken reference is named' 'no-such-page.md' "$text"
links=$("$ims" links "$site")
check_not 'a new page: what referred to it is mended' 'tape-handling.md: there is no page' "$links"
check 'a new page: in links' 'policy/tape-handling.md:3: no-such-page.md' "$links"
get /manual/$name
check 'a new page: referred to' 'href="/manual/policy/tape-handling"' "$text"
rm "$site/manual/policy/tape-handling.md"
get /manual/policy/tape-handling
equal 'a page taken away' 404 "$status"
printf '# Latin\n\nA caf\351.\n' >"$site/manual/latin.md"
get /manual/latin
expect 'a page that is not UTF-8' 200 'This page cannot be shown.'
check 'a page that is not UTF-8: where' 'latin.md: line 3: byte 15 of the file is not UTF-8' "$text"
get /
equal 'the rest of the manual works' 200 "$status"
rm "$site/manual/latin.md"
cp "$file" "$work/kept.md"
mv "$file" "$site/manual/policy/elsewhere.md"
get /manual/policy/elsewhere
expect 'a page moved' 200 'A line that was added'
mv "$site/manual/policy/elsewhere.md" "$file"
get /manual/$name
expect 'a page moved back' 200 'A line that was added'

# ---- standards --------------------------------------------------------------------

. "$here/standard_checks.sh"
sign_in ines.marchetti harbour-and-vale
standards

# ---- limits of sign-in -----------------------------------------------------------

for n in 4 3 2 1; do
    sign_in leon.fisher "wrong-password-$n"
    equal "a wrong password: status" 403 "$status"
    check "a wrong password: tries left" "$n tr" "$text"
done
sign_in leon.fisher wrong-password-0
equal 'the fifth wrong password' 429 "$status"
sign_in leon.fisher harbour-and-vale
expect 'after five, even the right one waits' 429 'Too many wrong passwords. Wait 15 minutes'
sign_in megan.price harbour-and-vale
equal 'somebody else may sign in' 303 "$status"
standards_of_others
post /logout csrf="$(get / && token)"
equal 'sign out' 303 "$status"

# ---- larger than the server takes, and slow ---------------------------------------

sign_in ines.marchetti harbour-and-vale
head -c 1200000 /dev/zero | tr '\0' a >"$work/large"
get /records/todo -X POST --data-binary "@$work/large"
equal 'a body of 1.2 MB' 413 "$status"
head -c 4000000 /dev/zero | tr '\0' a >"$work/large"
get /records/todo -X POST --data-binary "@$work/large"
equal 'a body of 4 MB' 413 "$status"
get /
equal 'and the server goes on' 200 "$status"

# ---- files ------------------------------------------------------------------------

. "$here/upload_checks.sh"
files_make
uploads lighttpd /records/todo/17 first
upload_field lighttpd
upload_memory lighttpd /records/todo/17

# ---- the end -----------------------------------------------------------------------

kill -TERM $run_pid
wait $run_pid
equal 'SIGTERM: status' 0 $?
equal 'nothing is left after SIGTERM' none "$(gone)"
check_not 'no sanitizer spoke' 'Sanitizer' "$(cat "$work/err")"
check_not 'no run-time error' 'runtime error' "$(cat "$work/err")"
run_start
get /manual/$name
expect 'all is there after a restart' 200 'A line that was added'
server=$(for pid in $(left); do
    [ "$(cat "/proc/$pid/comm")" = lighttpd ] && echo "$pid"
done)
kill -KILL $server
wait $run_pid
equal 'kill -9 of lighttpd: status' 1 $?
equal 'nothing is left after kill -9 of lighttpd' none "$(gone)"

# ---- nginx ---------------------------------------------------------------------------

if command -v nginx >/dev/null && command -v spawn-fcgi >/dev/null && command -v openssl >/dev/null; then
    mkdir "$work/nginx"
    chmod 755 "$work/nginx"
    secure=$(port_free)
    open=$(port_free)
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
        -keyout "$work/nginx/key" -out "$work/nginx/crt" 2>"$work/err"
    sed -e "s,/etc/ssl/certs/[a-z.]*,$work/nginx/crt," -e "s,/etc/ssl/private/[a-z.]*,$work/nginx/key," \
        -e "s,/usr/local/share/ims-manual/templates/static/,$root/templates/static/," \
        -e "s,unix:/run/ims/ims.sock,unix:$work/nginx/ims.sock," \
        -e '/listen \[::\]/d' -e "s,listen 443 ssl,listen 127.0.0.1:$secure ssl," \
        -e "s,listen 80;,listen 127.0.0.1:$open;," "$root/cgi-bin/nginx.conf" >"$work/nginx/site.conf"
    cat >"$work/nginx/nginx.conf" <<CONF
daemon off; pid $work/nginx/pid; error_log $work/nginx/error.log; $([ "$(id -u)" = 0 ] && echo 'user root;')
worker_processes 1; events { worker_connections 64; }
http {
    include /etc/nginx/mime.types; access_log off;
    client_body_temp_path $work/nginx/b; proxy_temp_path $work/nginx/p; fastcgi_temp_path $work/nginx/f;
    uwsgi_temp_path $work/nginx/u; scgi_temp_path $work/nginx/s;
    include $work/nginx/site.conf;
}
CONF
    ln -s /etc/nginx/fastcgi_params "$work/nginx/fastcgi_params"
    IMS_RUN=$work/nginx IMS_SITE=$site IMS_WORKERS=2 spawn-fcgi -s "$work/nginx/ims.sock" \
        -P "$work/nginx/ims.pid" -- "$fcgi" >"$work/out" 2>&1
    nginx -p "$work/nginx" -c "$work/nginx/nginx.conf" >"$work/nginx/out" 2>&1 &
    nginx_pid=$!
    started="$started $nginx_pid"
    base=https://127.0.0.1:$secure
    rm -f "$jar"
    tries=50
    until curl -sk -o "$work/body" "$base/healthz" || [ $tries -eq 0 ]; do
        tries=$((tries - 1))
        sleep 0.1
    done
    get /
    expect 'nginx: home' 200 'IMS Version: '
    check 'nginx: over TLS only' max-age= "$(header Strict-Transport-Security)"
    get /static/style.css
    expect 'nginx: style sheet' 200 ':root'
    get /login
    check 'nginx: the cookie is for TLS only' 'Secure' "$(header Set-Cookie)"
    sign_in ines.marchetti harbour-and-vale
    equal 'nginx: sign-in' 303 "$status"
    get "$address/edit"
    csrf=$(token)
    post "$address" csrf="$csrf" revision=5 title='Through nginx'
    equal 'nginx: saved' 303 "$status"
    equal 'nginx: revision' 6 "$(revision_of "$address")"
    get /note/clause:27001:2022/A.8.13
    expect 'nginx: a reference with colon and slash' 200 'A.8.13'
    uploads nginx /records/todo/16 second
    upload_field nginx
    get /manual/none
    expect 'nginx: our own error page' 404 'There is no page none in the manual.'
    status=$(curl -s -o "$work/body" -w '%{http_code} %{redirect_url}' "http://127.0.0.1:$open/records")
    check 'nginx: without TLS: sent on' '301 https://' "$status"
    kill -TERM "$nginx_pid"
    wait "$nginx_pid" 2>/dev/null
    kill -TERM "$(cat "$work/nginx/ims.pid")"
    equal 'nginx: nothing is left of the program' none "$(gone)"
fi

"$ims" verify "$site" >"$work/verify" 2>&1
equal 'everything written holds' 0 $?

# ---- without SITE: its own example, also one that an older program made ----
tree=$work/tree
mkdir -p "$tree/build"
ln -s "$root/cgi-bin" "$tree/cgi-bin"
runner=$tree/cgi-bin/run
site=
run_start
check 'its own example says who may sign in' 'ines.marchetti' "$(cat "$work/out")"
get /records/todo/17
expect 'and has its records' 200 'Restore the Vale image store'
kill -TERM "$run_pid"
wait "$run_pid"
example=$tree/build/demo-site
version=$(sqlite3 "$example/ims.db" 'pragma user_version')
rm -f "$example"/ims.db*
cat $(ls "$root"/schema/0*.sql | sed '$d') | sqlite3 "$example/ims.db"
sqlite3 "$example/ims.db" "pragma user_version = $((version - 1))"
run_start
equal 'an older example is brought up to date' "$version" \
    "$(sqlite3 "$example/ims.db" 'pragma user_version')"
get /records
expect 'and served' 200 'To-Do-List'
kill -TERM "$run_pid"
wait "$run_pid"
equal 'and nothing is left' none "$(gone)"
finish site_test
