#!/bin/sh
# The pages as plain CGI: one process a request, environment and standard
# input in, a response out. What is refused, with which status and sentence.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/harness.sh"

site=$work/site
"$ims" init "$site" --demo >"$work/out" 2>&1 || {
    cat "$work/out"
    exit 2
}
form=application/x-www-form-urlencoded
cookie=

# cgi METHOD PATH [QUERY [BODY [LENGTH [TYPE]]]]: sets answer, status, text.
cgi() {
    body=${4-}
    answer=$(printf '%s' "$body" | env REQUEST_METHOD="$1" PATH_INFO="$2" \
        QUERY_STRING="${3-}" CONTENT_LENGTH="${5-${#body}}" \
        CONTENT_TYPE="${6-$form}" HTTP_COOKIE="$cookie" IMS_SITE="$site" \
        REMOTE_ADDR=127.0.0.1 HTTP_HOST=localhost "$fcgi" 2>"$work/err" |
        tr -d '\r')
    status=$(printf '%s\n' "$answer" | sed -n '1s/^Status: \([0-9]*\).*/\1/p')
    text=$(printf '%s\n' "$answer" | sed '1,/^$/d' | plain)
    [ ! -s "$work/err" ] || {
        equal "$1 $2 says nothing on stderr" '' "$(cat "$work/err")"
    }
}

get() { # name, status, words, path, query
    cgi GET "$4" "${5-}"
    equal "$1: status" "$2" "$status"
    check "$1: sentence" "$3" "$text"
}

post() { # name, status, words, path, body, length, type
    if [ $# -ge 7 ]; then
        cgi POST "$4" '' "$5" "$6" "$7"
    elif [ $# -ge 6 ]; then
        cgi POST "$4" '' "$5" "$6"
    else
        cgi POST "$4" '' "$5"
    fi
    equal "$1: status" "$2" "$status"
    check "$1: sentence" "$3" "$text"
}

header() {
    printf '%s\n' "$answer" | sed -n '/^$/q;s/^'"$1"': //p'
}

# ---- what is there ---------------------------------------------------------

get 'home' 200 'Harbour & Vale Ltd' /
get 'home without a path' 200 'IMS Version: ' ''
get 'a page' 200 '<h1>Backup and recovery' /manual/policy/backup-and-recovery
equal 'security: no script but ours' "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'" "$(header Content-Security-Policy)"
equal 'security: no sniffing' nosniff "$(header X-Content-Type-Options)"
get 'the footnote of a record' 200 'class="note-bar"' /note/todo:17
check_not 'a footnote has no target' 'target="footnote"' "$text"
get 'the cleared footnote' 200 'note-cleared' /note/
get 'the records' 200 'To-Do-List' /records
get 'a list' 200 '<table class="table list' /records/todo
get 'a record' 200 'To-do 17' /records/todo/17
get 'its history' 200 'History of to-do 17' /records/todo/17/history
get 'its JSON' 200 '"revision"' /records/todo/17.json
get 'a list as JSON' 200 '"number":' /records/todo.json
get 'a list as CSV' 200 'number,' /records/todo.csv
equal 'CSV is an attachment' 'attachment; filename="todo.csv"' "$(header Content-Disposition | cut -d';' -f1,2)"
get 'conformance' 200 '<h1>' /conformance
get 'a standard' 200 'ISO/IEC 27001:2022' /conformance/27001:2022
get 'a clause' 200 'A.8.13' /conformance/27001:2022/A.8.13
get 'the walk' 200 'walk' /walk/27001:2022
get 'the SOA' 200 'Statement of Applicability' /soa/27001:2022
get 'search' 200 'tape' /search q=tape
get 'help' 200 'On-line help' /help/
get 'health' 200 'ok' /healthz
get 'sign-in' 200 'name="password"' /login
check 'the cookie is for http only' 'HttpOnly; SameSite=Lax' "$(header Set-Cookie)"
get 'style sheet' 200 ':root' /static/style.css
cgi GET /conformance/27001
equal 'a standard without edition: redirection' 303 "$status"
equal 'a standard without edition: where to' /conformance/27001:2022 "$(header Location)"
cgi HEAD /
equal 'HEAD: status' 200 "$status"
equal 'HEAD: no body' '' "$text"
check_not 'the address of the site is not told' "$site" "$answer"

# ---- what is not -----------------------------------------------------------

get 'unknown address' 404 'There is no page at this address.' /nowhere
get 'unknown page' 404 'There is no page none/such in the manual.' /manual/none/such
get 'unknown kind' 404 'There is no kind of record called nonsense.' /records/nonsense
get 'unknown kind, CSV' 404 'There is no kind of record called nonsense.' /records/nonsense.csv
get 'unknown kind, JSON' 404 '{"error":"There is no kind of record called nonsense."' /records/nonsense.json
get 'unknown record' 404 'There is no to-do 99999.' /records/todo/99999
get 'record without number' 404 'There is no to-do seventeen.' /records/todo/seventeen
get 'record with a huge number' 404 'There is no to-do 99999999999999999999.' /records/todo/99999999999999999999
get 'record with a zero before it' 404 'There is no to-do 017.' /records/todo/017
get 'unknown standard' 404 'There is no standard 4711 here.' /conformance/4711
get 'unknown edition' 404 'There is no standard 27001:1999 here.' /conformance/27001:1999
get 'unknown edition, walk' 404 'There is no standard 27001:1999 here.' /walk/27001:1999/9.2
get 'words of what is asked, SOA' 200 'id="row-A.5.5"' /soa/27001:2022 q=police
check_not 'and no row without them' 'id="row-A.5.6"' "$text"
get 'words of what is asked, conformance' 200 'A.5.5' /conformance/27001:2022 q=police
get 'words that are nowhere, SOA' 200 'Statement of Applicability' /soa/27001:2022 q=xyzzyx
check_not 'and no row at all' 'id="row-A.' "$text"
get 'unknown edition, SOA' 404 'There is no standard 27001:1999 here.' /soa/27001:1999
get 'unknown clause' 404 'ISO/IEC 27001:2022 has no clause 99.9.' /conformance/27001:2022/99.9
get 'unknown clause, walk' 404 'ISO/IEC 27001:2022 has no clause A.9.99.' /walk/27001:2022/A.9.99
get 'unknown help' 404 'There is no help page nothing.' /help/nothing
get 'unknown file' 404 'No file with that content is kept here.' /files/0123456789abcdef/x.pdf
get 'unknown static file' 404 'There is no static file none.css.' /static/none.css
get 'a page of a list that is not there' 404 'There is no page 4000' /records/todo page=4000
get 'a page of a list that is no number' 400 'is not the number of a page' /records/todo page=x
get 'a status that is not one' 400 'status' /records/todo status=burning
get 'an order that is not one' 400 'sort' /records/todo sort=colour
get 'a view that is not one' 400 'show=history' /manual/policy show=it
get 'a verdict that is not one' 400 'verdict' /conformance verdict=fine
get 'a day that is not one' 400 'is no date: write it as YYYY-MM-DD' /conformance/27001:2022 asof=2026-02-30
get 'a page of a search that is not one' 400 'page=0 is not the number of a page.' /search 'q=a&page=0'

# ---- references ------------------------------------------------------------

get 'reference: rubbish' 400 '“rubbish” is not a reference: a reference is written KIND:NUMBER' /note/rubbish
get 'reference: no number' 400 '“todo:x” is not a reference: a record is written KIND:NUMBER, such as todo:17.' /note/todo:x
get 'reference: more behind it' 400 'is not a reference' /note/todo:17abc
get 'reference: negative' 400 'is not a reference' /note/todo:-1
get 'reference: markup' 400 '“<script>alert(1)</script>” is not a reference' '/note/<script>alert(1)</script>'
check_not 'reference: markup is escaped' '<script>alert' "$answer"
get 'reference: nobody' 404 'The reference person:nobody leads nowhere' /note/person:nobody
get 'reference: unknown record' 404 'The reference todo:99999 leads nowhere: there is no todo 99999.' /note/todo:99999
get 'reference: unknown kind' 404 'The reference xyz:1 leads nowhere: there is no kind of record called xyz.' /note/xyz:1
get 'reference: unknown clause' 404 'leads nowhere: 27001:2022 has no clause 99.' /note/clause:27001:2022/99
get 'reference: unknown edition' 404 'leads nowhere' /note/clause:27001:1999/9.2
get 'reference: unknown section' 404 'the page policy has no section nothing' '/note/page:policy#nothing'
get 'a page opened with a rubbish footnote' 200 'name="footnote"' /manual/policy note=rubbish
get 'a rubbish trail' 200 'To-do 17' /note/todo:17 'trail=%3Cb%3E|x:1||todo:17|rubbish'
check_not 'a rubbish trail: escaped' '<b>' "$answer"

# ---- addresses that are none ------------------------------------------------

get 'dots in the address' 400 'must not have ".." as one of its parts' /manual/../ims.db
get 'no slash' 400 'must begin with a slash' manual/policy
get 'address not UTF-8' 400 'control character or is not UTF-8' "$(printf '/manual/\377')"
get 'address with a line end' 400 'control character or is not UTF-8' "$(printf '/manual/a\nb')"
get 'query: half an escape' 400 'The address is wrong after its "?"' /search 'q=%4'
get 'query: not UTF-8' 400 'the field q is not readable text from byte 1 on' /search 'q=%ff'
get 'query: a null' 400 'is not readable text' /search 'q=a%00b'
get 'query: too many fields' 413 'fields are too many' /search "$(head -c 20000 /dev/zero | tr '\0' '&' | sed 's/&/a=1\&/g')"
cgi PUT /records/todo/17
equal 'PUT: status' 405 "$status"
check 'PUT: sentence' 'This address does not take the method PUT.' "$text"
cgi POST /conformance '' 'csrf=x'
equal 'POST where nothing is posted: status' 405 "$status"
check 'POST where nothing is posted: what may be' GET "$(header Allow)"

# ---- bodies ----------------------------------------------------------------

post 'body cut short' 400 'The form did not arrive whole; nothing was saved.' /login 'user=a' 999
post 'body without length' 400 'The form came without a proper Content-Length.' /login 'user=a' ''
post 'body with a length that is no number' 400 'The form came without a proper Content-Length.' /login 'user=a' 6x
post 'body too large' 413 'What was sent is larger than this page takes, which is 1 MB' /login 'user=a' 1048577
post 'body of another type' 400 'A form must be sent as application/x-www-form-urlencoded, not as "text/plain".' /login 'user=a' 6 text/plain
post 'body as JSON' 400 'not as "application/json"' /records/todo '{"title":"x"}' 13 application/json
post 'body not UTF-8' 400 'the field user is not readable text from byte 2 on' /login 'user=a%ff'
post 'body with half an escape' 400 'the field user has a % without two hex digits' /login 'user=a%f'
post 'body with a null' 400 'The form cannot be read' /login 'user=a%00b'
post 'body with a nameless field' 400 'field 1 has no name' /login '=x'
post 'a field too long' 413 'the field user has' /login "user=$(head -c 600000 /dev/zero | tr '\0' a)"

# ---- tokens ----------------------------------------------------------------

post 'sign-in without token' 403 "The form's token is missing, so nothing was saved." /login 'user=ines.marchetti&password=harbour-and-vale'
post 'save without session' 403 'You are not signed in, or your session has ended, so nothing was saved.' /records/todo/17 'title=x'
cgi GET /records/todo/17/edit
equal 'a form without session: to the sign-in' 303 "$status"
equal 'a form without session: and back' '/login?next=%2Frecords%2Ftodo%2F17%2Fedit' "$(header Location)"

sign_in() { # login; sets cookie and token
    cookie=
    cgi GET /login
    cookie=$(header Set-Cookie | cut -d';' -f1)
    token=$(printf '%s\n' "$text" | csrf_of)
    cgi POST /login '' "csrf=$token&user=$1&password=harbour-and-vale&next=%2Faccount"
    equal "sign in as $1" '303 /account' "$status $(header Location)"
    before=$cookie
    cookie=$(header Set-Cookie | cut -d';' -f1)
    check 'a new session at sign-in' ims_session= "$cookie"
    [ "$before" != "$cookie" ]
    equal 'not the one from before' 0 $?
    cgi GET /account
    equal 'signed in' 200 "$status"
    token=$(printf '%s\n' "$text" | csrf_of)
}

cookie='ims_session=rubbish'
get 'a cookie that is rubbish' 200 'Sign in' /
cookie="ims_session=$(head -c 64 /dev/zero | tr '\0' a)"
get 'a cookie nobody was given' 200 'Sign in' /
sign_in ines.marchetti
saved=$token
post 'save without token' 403 "The form's token is missing, so nothing was saved. Go back, load the page again and send the form once more." /records/todo/17 'title=x&revision=1'
post 'save with a wrong token' 403 "The form's token is not the one of your session" /records/todo/17 "csrf=${token%?????}00000&title=x&revision=1"
post 'save with a token too long' 403 'is not the one of your session' /records/todo/17 "csrf=${token}0&title=x&revision=1"
post 'sign out without token' 403 "The form's token is missing" /logout ''
check 'still signed in' 'Sign out' "$(cgi GET / && printf '%s' "$text")"

# ---- forms -----------------------------------------------------------------

get 'the form' 200 'name="revision"' /records/todo/17/edit
revision=$(printf '%s\n' "$text" | sed -n 's/.*name="revision" value="\([0-9]*\)".*/\1/p' | head -n 1)
post 'no revision' 400 'revision: is missing.' /records/todo/17 "csrf=$token&title=x"
post 'a revision that is none' 400 'is not the number of a revision' /records/todo/17 "csrf=$token&title=x&revision=none"
post 'no title' 400 'Not saved yet' /records/todo/17 "csrf=$token&revision=$revision&title="
check 'no title: names the field' 'f-title' "$text"
post 'a status that is not one' 400 'Not saved yet' /records/todo/17 "csrf=$token&revision=$revision&status=burning"
post 'a date that is none' 400 'Not saved yet' /records/todo/17 "csrf=$token&revision=$revision&due=2026-13-01"
check 'a date that is none: kept' 'value="2026-13-01"' "$text"
post 'an owner nobody knows' 400 'Not saved yet' /records/todo/17 "csrf=$token&revision=$revision&owner=nobody.x"
post 'a reference with rubbish' 400 'Not saved yet' /records/todo/17 "csrf=$token&revision=$revision&source=rubbish"
check 'a reference with rubbish: kept' 'value="rubbish"' "$text"
post 'a clause that is rubbish' 400 'Not saved yet' /records/todo/17 "csrf=$token&revision=$revision&clauses=%3Cb%3E"
post 'a new record without anything' 400 'Not saved yet' /records/todo "csrf=$token"
post 'an unknown kind' 404 'There is no kind of record called nonsense.' /records/nonsense "csrf=$token&title=x"
post 'an unknown record' 404 'There is no to-do 99999.' /records/todo/99999 "csrf=$token&title=x&revision=1"
post 'why, too long' 400 'why: too long' /records/todo/17 "csrf=$token&revision=$revision&why=$(head -c 4001 /dev/zero | tr '\0' a)"
post 'approval of no text' 400 'The form does not say which text is approved.' /manual/policy "csrf=$token"
post 'approval of another text' 409 '' /manual/policy "csrf=$token&approve=$(head -c 64 /dev/zero | tr '\0' a)"
post 'approval of no page' 404 'There is no page none in the manual.' /manual/none "csrf=$token&approve=1"
post 'shortcuts, neither on nor off' 400 'Shortcuts are either on or off.' /account/keys "csrf=$token&keys=maybe"
post 'instructions, neither' 400 'Instructions are either shown (yes) or not (no).' /admin/instructions "csrf=$token&instructions=maybe"
post 'new passwords that differ' 400 'The two new passwords differ; it was not changed.' /account/password "csrf=$token&password=harbour-and-vale&new_password=abcdefghijkl&again=abcdefghijkm"
post 'new password too short' 400 'at least 10 characters' /account/password "csrf=$token&password=harbour-and-vale&new_password=abc&again=abc"
post 'wrong present password' 400 'That is not your present password; it was not changed.' /account/password "csrf=$token&password=wrong-password&new_password=abcdefghijkl&again=abcdefghijkl"
cgi GET /records/todo/17/edit
equal 'none of it was saved' "$revision" "$(printf '%s\n' "$text" | sed -n 's/.*name="revision" value="\([0-9]*\)".*/\1/p' | head -n 1)"
cgi POST /login '' "csrf=$token&user=ines.marchetti&password=harbour-and-vale&next=https%3A%2F%2Felsewhere.example%2F"
equal 'sign-in does not lead elsewhere' / "$(header Location)"
sign_in ines.marchetti
cgi POST /login '' "csrf=$token&user=ines.marchetti&password=harbour-and-vale&next=%2F%2Felsewhere.example%2F"
equal 'sign-in does not lead elsewhere, two slashes' / "$(header Location)"

# ---- somebody who may not --------------------------------------------------

sign_in leon.fisher
[ "$token" != "$saved" ]
equal 'a token belongs to a session' 0 $?
post "somebody else's token" 403 'is not the one of your session' /account/keys "csrf=$saved&keys=on"
get 'a form for staff' 403 'Your roles (staff) do not allow this. Ask the IMS Administrator.' /records/todo/17/edit
post 'save by staff' 403 'Your roles (staff) do not allow this.' /records/todo/17 "csrf=$token&title=x&revision=$revision"
post 'approval by staff' 403 'Your roles (staff) do not allow this.' /manual/policy "csrf=$token&approve=1"
post 'administration by staff' 403 'Your roles (staff) do not allow this.' /admin/instructions "csrf=$token&instructions=no"
cgi POST /logout '' "csrf=$token"
equal 'sign out' '303 /' "$status $(header Location)"
get 'the session has ended' 200 'Sign in' /
cookie=

# ---- pages that cannot be read ----------------------------------------------

printf '# Latin\n\nA caf\351.\n' >"$site/manual/latin.md"
get 'not UTF-8' 200 'latin.md: line 3: byte 15 of the file is not UTF-8 text: save the file as UTF-8' /manual/latin
check 'not UTF-8: says what to do' 'The rest of the manual works. Correct the file, then load this page again.' "$text"
printf '# Nul\n\nA \000 byte.\n' >"$site/manual/nul.md"
get 'a null byte' 200 'nul.md: line 3' /manual/nul
head -c 300000 /dev/zero | tr '\0' 'x' >"$site/manual/large.md"
get 'too large' 200 'large.md: the file has 300000 bytes; a page may have 262144' /manual/large
get 'too large, in the footnote' 200 'a page may have 262144' /note/page:large
printf -- '---\ntitle: No end\n\nText.\n' >"$site/manual/endless.md"
get 'front matter without end' 200 'endless.md: ' /manual/endless
perl -e 'print "# Deep\n\n", (">" x 200), " deep\n"' >"$site/manual/deep.md"
get 'quotes in quotes in quotes' 200 'deep.md: line 3' /manual/deep
mkdir "$site/manual/folder.md"
get 'a folder called as a page' 404 'There is no page folder in the manual.' /manual/folder
ln -s /etc/passwd "$site/manual/linked.md"
cgi GET /manual/linked
check_not 'a link out of the manual is not followed' 'root:x:' "$answer"
printf '# Markup\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) [b](data:text/html,x) ![c](http://example.com/x.png)\n\n<img src=x onerror=alert(1)>\n' >"$site/manual/markup.md"
cgi GET /manual/markup
equal 'markup: status' 200 "$status"
check_not 'markup: no script' '<script>alert' "$answer"
check_not 'markup: no javascript address' 'href="javascript:' "$answer"
check_not 'markup: no data address' 'href="data:' "$answer"
check_not 'markup: no handler' '<img src=x' "$answer"
get 'the rest of the manual works' 200 '<h1>Policy' /manual/policy
get 'home works' 200 'Harbour & Vale Ltd' /
printf 'no tab here\n' >"$site/manual/menu.txt"
get 'a menu that is malformed' 200 'menu.txt' /
get 'a page under a malformed menu' 200 '<h1>Policy' /manual/policy
rm "$site/manual/menu.txt"
get 'a menu that is missing' 200 'Harbour & Vale Ltd' /

# ---- a site that cannot be used ---------------------------------------------

refused() { # name, words; environment in the rest
    name=$1
    words=$2
    shift 2
    line=$(env REQUEST_METHOD=GET PATH_INFO=/ "$@" 2>&1 </dev/null)
    equal "$name: status 2" 2 $?
    check "$name: says so" "$words" "$line"
    equal "$name: one line" 1 "$(printf '%s\n' "$line" | wc -l | tr -d ' ')"
}
refused 'no site' 'set IMS_SITE to the folder of the site' "$fcgi"
refused 'a site that is not there' "$work/none: is not a site" IMS_SITE="$work/none" "$fcgi"
mkdir "$work/share"
refused 'nothing to share' "$work/share" IMS_SITE="$site" IMS_SHARE="$work/share" "$fcgi"

# A site that somebody else may only read: it is said, and nothing breaks.
mkdir "$work/programs"
cp "$fcgi" "$work/programs/ims.fcgi"
cp -R "$root/schema" "$root/manual" "$root/templates" "$work/programs/"
chmod -R a+rX "$work/programs" "$site"
chmod -R a-w "$site"
line=$(env REQUEST_METHOD=GET PATH_INFO=/ IMS_SHARE="$work/programs" IMS_SITE="$site" \
    ASAN_OPTIONS=detect_leaks=0 sh -c "$(command -v setpriv >/dev/null && [ "$(id -u)" = 0 ] &&
        echo 'exec setpriv --reuid=65534 --regid=65534 --clear-groups "$0"' ||
        echo 'exec "$0"')" "$work/programs/ims.fcgi" 2>&1 </dev/null)
check 'a site that cannot be written' "$site/ims.db.lock: cannot be opened: Permission denied" "$line"
chmod -R u+w "$site"

# ---- a database that is busy -------------------------------------------------

if command -v sqlite3 >/dev/null; then
    sign_in ines.marchetti
    printf 'begin immediate;\n.system touch %s/held\n.system sleep 25\nrollback;\n' "$work" |
        sqlite3 "$site/ims.db" &
    holder=$!
    until [ -e "$work/held" ]; do sleep 0.1; done
    began=$(date +%s)
    post 'a locked database' 503 'nothing was saved' /admin/instructions "csrf=$token&instructions=no"
    [ $(($(date +%s) - began)) -lt 20 ]
    equal 'a locked database: within 20 seconds' 0 $?
    get 'a locked database can be read' 200 '<h1>Policy' /manual/policy
    wait $holder
    cgi POST /admin/instructions '' "csrf=$token&instructions=no"
    equal 'afterwards it is saved' 303 "$status"
fi

# A manual that is gone: the log says where it was, the answer does not.
mv "$site/manual" "$work/gone"
answer=$(env REQUEST_METHOD=GET PATH_INFO=/ IMS_SITE="$site" \
    REMOTE_ADDR=127.0.0.1 HTTP_HOST=localhost "$fcgi" 2>"$work/err")
mv "$work/gone" "$site/manual"
check 'no manual: status' 'Status: 500' "$answer"
check_not 'no manual: where' "$site" "$answer"
check 'no manual: log' "$site/manual" "$(cat "$work/err")"

finish cgi_test
