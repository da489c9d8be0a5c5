#!/bin/sh
# The command ims: what it prints, what it refuses, and with which status.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/harness.sh"

day=2026-11-21
schema=$(sed -n 's/.*MIGRATE_SCHEMA = \([0-9]*\).*/\1/p' "$root/src/store/migrate.h")
cd "$work" || exit 2

# Run ims; sets out, err and status.
ims() {
    out=$("$ims" "$@" 2>"$work/err")
    status=$?
    err=$(cat "$work/err")
}

refused() { # name, words, arguments of ims
    name=$1
    words=$2
    shift 2
    ims "$@"
    equal "$name: status 2" 2 "$status"
    check "$name: says so" "$words" "$err"
    equal "$name: one line" 1 "$(wc -l <"$work/err" | tr -d ' ')"
    equal "$name: nothing else" '' "$out"
}

json() { # perl expression on $j, the document in $out
    printf '%s' "$out" | perl -MJSON::PP -e '
        local $/; my $j = decode_json(<STDIN>); print eval $ARGV[0]; die $@ if $@' "$1"
}

# ---- help ------------------------------------------------------------------

ims --help
equal 'help: status' 0 "$status"
for command in init check links user standard migrate verify; do
    check "help names $command" "  $command " "$out"
done
for command in init check links user standard migrate verify; do
    ims $command --help
    equal "$command --help: status" 0 "$status"
    check "$command --help" "usage: ims $command " "$out"
    equal "$command --help: no error" '' "$err"
done
ims
equal 'no command: status 2' 2 "$status"
check 'no command: usage' 'usage: ims COMMAND' "$err"
refused 'unknown command' 'there is no command nonsense; see ims --help' nonsense
for command in init check links migrate verify; do
    refused "$command of nothing" 'name one' $command
    refused "$command with an unknown option" 'there is no such option' $command --nonsense x
done
refused 'option without value' '--as-of: needs a value' check demo --as-of

# ---- init ------------------------------------------------------------------

ims init demo --demo
equal 'init: status' 0 "$status"
check 'init says how large' 'demo: a site with 37 pages' "$out"
check 'init says how to sign in' 'sign in as ines.marchetti' "$out"
for entry in ims.db manual/index.md manual/menu.txt files; do
    [ -e "demo/$entry" ]
    equal "init makes $entry" 0 $?
done
equal 'init keeps the help to itself' '' "$(find demo/manual -name help)"
refused 'init of what exists' 'demo: exists already; choose a folder that does not exist' init demo
mkdir empty
refused 'init of an empty folder' 'empty: exists already' init empty
refused 'init from no folder' 'nowhere: is not a folder of Markdown files' init fresh --manual nowhere
[ ! -e fresh ]
equal 'a refused init leaves nothing' 0 $?

ims init fresh --name 'Marsh & Sons'
equal 'init from the template: status' 0 "$status"
ims check fresh --format json
equal 'a fresh site has its name' 'Marsh & Sons' "$(json '$j->{site}')"
equal 'a fresh site is not conforming' 1 "$status"
ims verify fresh
equal 'a fresh site verifies' 0 "$status"

mkdir pages
printf -- '---\ntitle: One\n---\n\nSee [two](two.md) and [three](three.md).\n' >pages/one.md
printf '# Two\n\nBack to [one](one.md).\n' >pages/two.md
ims init own --manual pages
equal 'init from a folder: status' 0 "$status"
check 'init from a folder: pages' 'own: a site with 2 pages' "$out"
ims links own
equal 'links of it: status' 1 "$status"
equal 'links of it' 'one.md:5: three.md: there is no page three.md in the manual' "$out"

# A folder that cannot be written, for somebody who is not root.
mkdir programs locked
cp "$ims" programs/ims
cp -R "$root/schema" "$root/manual" "$root/templates" programs/
chmod -R a+rX programs
chmod 555 locked
line=$(IMS_SHARE=$work/programs ASAN_OPTIONS=detect_leaks=0 \
    as_nobody "$work/programs/ims" init "$work/locked/site" 2>&1)
equal 'init where nothing can be written: status 2' 2 $?
check 'init where nothing can be written' "$work/locked/site: cannot make the folder: Permission denied" "$line"
[ ! -e locked/site ]
equal 'nothing was made' 0 $?

# ---- check -----------------------------------------------------------------

ims check demo --as-of $day --format json
equal 'check: status' 1 "$status"
equal 'check: as of' $day "$(json '$j->{asof}')"
equal 'check: site' 'Harbour & Vale Ltd' "$(json '$j->{site}')"
equal 'check: the standards' '22301:2019 27001:2022 9001:2015' "$(json 'join " ", sort map { $_->{id} } @{$j->{standards}}')"
equal 'check: how many clauses' '22301:2019 47, 27001:2022 124, 9001:2015 66' "$(json '
    join ", ", sort map { "$_->{id} " . @{$_->{clauses}} } @{$j->{standards}}')"
equal 'check: totals are those of the clauses' '' "$(json '
    join " ", map { my ($s, %n) = $_; $n{$_->{verdict}}++ for @{$s->{clauses}};
    grep { ($n{$_} || 0) != ($s->{totals}{$_} || 0) } keys %{$s->{totals}}, keys %n } @{$j->{standards}}')"
equal 'check: what the demo has to show' '27001:2022 96 9 8 2 9, 9001:2015 50 4 5 1 6' "$(json '
    join ", ", sort map { my $s = $_; join " ", $s->{id},
    map { $s->{totals}{$_} } qw(evidenced stale asserted missing excluded) }
    grep { $_->{id} =~ /^(27001|9001)/ } @{$j->{standards}}')"
equal 'check: every clause has its members' '' "$(json 'join " ", map { $_->{id} } grep {
    my $c = $_; grep { !exists $c->{$_} } qw(id title verdict provisions evidence findings) }
    map { @{$_->{clauses}} } @{$j->{standards}}')"
equal 'check: evidence has its members' '' "$(json 'join " ", map { $_->{ref} } grep {
    my $e = $_; grep { !exists $e->{$_} } qw(ref title date fresh) }
    map { @{$_->{evidence}} } map { @{$_->{clauses}} } @{$j->{standards}}')"
equal 'check: rules have ids, severities and words' '' "$(json 'join " ", map { $_->{rule} } grep {
    $_->{rule} !~ /^IMS[0-9]{3}$/ || $_->{severity} !~ /^(error|warning|note)$/
    || $_->{message} eq "" || !exists $_->{ref} }
    map { @{$_->{findings}} } map { @{$_->{clauses}} } @{$j->{standards}}')"
equal 'check: a reason for every verdict but evidenced' '' "$(json 'join " ", map { $_->{id} } grep {
    $_->{verdict} !~ /evidenced|excluded/ && !@{$_->{findings}} } map { @{$_->{clauses}} } @{$j->{standards}}')"
equal 'check: every rule has a help page' '' "$(for rule in $(json '
    my %r = map { $_->{rule} => 1 } map { @{$_->{findings}} } map { @{$_->{clauses}} } @{$j->{standards}};
    join " ", sort keys %r'); do
    [ -n "$(find "$root/manual/help/rules" -iname "$rule*")" ] || echo "$rule"
done)"
first=$out
ims check demo --as-of $day --format json
equal 'check twice is the same' "$first" "$out"
ims check demo --as-of $day --standard 27001:2022 --format json
one=$out
ims check demo --as-of $day --standard 27001 --format json
equal 'check of a standard by number' "$one" "$out"
equal 'check of one standard' 27001:2022 "$(json 'join " ", map { $_->{id} } @{$j->{standards}}')"
ims check demo --as-of 2031-01-01 --format json
equal 'check: later, evidence is old' yes "$(json '
    my ($t) = map { $_->{totals} } grep { $_->{id} eq "27001:2022" } @{$j->{standards}};
    $t->{evidenced} < 60 ? "yes" : $t->{evidenced}')"

ims check demo --as-of $day
equal 'check in words: status' 1 "$status"
check 'check in words' 'A.8.33  Test information' "$out"
check 'check in words says what to do' 'Claim the clause in the section' "$out"
sum=$(printf '%s\n' "$out" | tail -1)
ims check demo --as-of $day --format json
check 'the sum counts all that is listed' "$(json '
    my %n; $n{$_->{severity}}++ for @{$j->{findings}}, map { @{$_->{findings}} }
        map { @{$_->{clauses}} } @{$j->{standards}};
    "$n{error} errors, $n{warning} warnings, $n{note} notes."')" "$sum"
ims check demo --as-of $day --format junit
equal 'junit: status' 1 "$status"
equal 'junit: one case a clause' 237 "$(printf '%s\n' "$out" | grep '<testcase' | grep -vc 'classname="rules"')"
check 'junit: head' '<?xml version="1.0"' "$out"
printf '%s' "$out" >junit.xml
if command -v xmllint >/dev/null; then
    xmllint --noout junit.xml
    equal 'junit is well formed' 0 $?
fi
ims check demo --as-of $day --format sarif
equal 'sarif: status' 1 "$status"
equal 'sarif: version' 2.1.0 "$(json '$j->{version}')"
equal 'sarif: results name known rules' '' "$(json '
    my %r = map { $_->{id} => 1 } @{$j->{runs}[0]{tool}{driver}{rules}};
    join " ", grep { !$r{$_} } map { $_->{ruleId} } @{$j->{runs}[0]{results}}')"
refused 'check of an unknown standard' 'There is no standard 4711 in this site' check demo --standard 4711
refused 'check of an unknown edition' 'There is no standard 27001:1999 in this site' check demo --standard 27001:1999
refused 'check as of no date' '--as-of 2026-02-30: is not a date' check demo --as-of 2026-02-30
refused 'check in no format' '--format is text, json, junit or sarif' check demo --format pdf
refused 'check of no site' 'nowhere: is not a site; make one with: ims init nowhere' check nowhere
refused 'check of a folder' 'empty: is not a site' check empty

# ---- links -----------------------------------------------------------------

ims links demo
equal 'links: status' 1 "$status"
equal 'links: the one broken reference of the demo' \
    'policy/backup-and-recovery.md:57: tape-handling.md: there is no page tape-handling.md in the manual' "$out"
manuals=$root/../shared/manuals/tailscale
if [ -d "$manuals" ]; then
    ims init tailscale --manual "$manuals"
    check 'a published manual: pages' 'a site with 17 pages' "$out"
    ims links tailscale
    equal 'a published manual: links, status' 1 "$status"
    equal 'a published manual: three links' 3 "$(printf '%s\n' "$out" | wc -l | tr -d ' ')"
    equal 'a published manual: all to one page' 3 "$(printf '%s\n' "$out" |
        grep -c ': /privacy-policy/: there is no page /privacy-policy/ in the manual$')"
fi

# A page that is not UTF-8, or too large: the rest works.
cp -R own own2
printf '# Bad\n\nA \377 byte.\n' >own2/manual/bad.md
head -c 3000000 /dev/zero | tr '\0' 'x' >own2/manual/large.md
ims links own2
check 'not UTF-8: which file and line' 'bad.md:3: byte 10 of the file is not UTF-8 text' "$out"
check 'too large: which file, which limit' 'large.md: the file has 3000000 bytes; a page may have 262144' "$out"
check 'the rest is still checked' 'one.md:5: three.md' "$out"

# ---- user ------------------------------------------------------------------

password='correct horse battery'
out=$(echo "$password" | "$ims" user add fresh ann.lee --role administrator --role staff --post Head)
equal 'user add: status' 0 $?
ims user list fresh
check 'user list' 'ann.lee                  Ann Lee                      administrator staff' "$out"
with_line() { # name, words, the line, arguments
    name=$1
    words=$2
    line=$3
    shift 3
    err=$(printf '%s\n' "$line" | "$ims" "$@" 2>&1)
    equal "$name: status 2" 2 $?
    check "$name: says so" "$words" "$err"
    equal "$name: one line" 1 "$(printf '%s\n' "$err" | wc -l | tr -d ' ')"
}
with_line 'user who exists' 'ann.lee: exists already' "$password" user add fresh ann.lee --role staff
with_line 'user without role' 'name a role with --role' "$password" user add fresh bob.roe
with_line 'unknown role' 'there is no role called boss; the roles are administrator' "$password" user add fresh bob.roe --role boss
with_line 'short password' 'a password has at least 10 characters' short user add fresh bob.roe --role staff
with_line 'login with capitals' 'Bob: a login has' "$password" user add fresh Bob --role staff
with_line 'password of nobody' 'nobody.x: there is nobody called so' "$password" user password fresh nobody.x
with_line 'role of nobody' 'nobody.x: there is nobody called so' '' user role fresh nobody.x --role staff
with_line 'unknown verb' 'burn: the verbs are add, password, role and list' '' user burn fresh ann.lee
err=$("$ims" user add fresh bob.roe --role staff </dev/null 2>&1)
equal 'no password: status 2' 2 $?
check 'no password' 'no password' "$err"
err=$(printf '\377\376aaaaaaaaaaaa\n' | "$ims" user add fresh bob.roe --role staff 2>&1)
check 'password not UTF-8' 'the password is not UTF-8 text' "$err"
refused 'user of too little' 'write: ims user add' user add fresh
ims user role fresh ann.lee --role auditor
equal 'user role: status' 0 "$status"
ims user list fresh
check 'user role: seen' 'auditor' "$out"
check_not 'user role: the others are gone' 'administrator' "$out"
out=$(echo 'another good phrase' | "$ims" user password fresh ann.lee)
equal 'user password: status' 0 $?
equal 'no password is kept in clear' '' "$(grep -arl 'correct horse\|another good' fresh/*)"

# ---- verify ----------------------------------------------------------------

# Every event of the demo and every page it brings is one revision at least.
revisions=$(sqlite3 demo/ims.db 'select count(*) from revision')
equal 'the demo has a history' yes "$([ "$revisions" -gt 600 ] && echo yes || echo "$revisions")"
ims verify demo
equal 'verify: status' 0 "$status"
check 'verify: history' "history: fine, $revisions checked" "$out"
check 'verify: files' 'files: fine, 3 checked' "$out"
tampered() { # name, words; the site is `spoilt`
    ims verify spoilt
    equal "$1: status 1" 1 "$status"
    check "$1: found" "$2" "$out"
    rm -rf spoilt
}
spoil() { # SQL
    rm -rf spoilt
    cp -R demo spoilt
    sqlite3 spoilt/ims.db "$1" >/dev/null
}
if command -v sqlite3 >/dev/null; then
    spoil "update revision set snapshot = replace(snapshot, 'a', 'b') where id = 200"
    tampered 'a snapshot rewritten' 'history: '
    spoil "update revision set made_by = 'leon.fisher' where id = 17"
    tampered 'an author rewritten' 'history: '
    spoil 'delete from revision where id = 100'
    tampered 'a revision taken out' 'history: '
    spoil "update revision set made_at = '2020-01-01T00:00:00Z' where id = 1"
    tampered 'a time rewritten' 'history: '
    spoil 'select 1'
    file=$(find spoilt/files -type f | head -n 1)
    echo more >>"$file"
    tampered 'a file rewritten' 'files: '
    spoil 'select 1'
    rm "$(find spoilt/files -type f | head -n 1)"
    tampered 'a file taken away' 'files: '

    # -------------------------------------------------- older, newer, broken
    spoil 'pragma user_version = 0'
    refused 'older schema' 'spoilt: was made by an older release (schema 0, this program needs '"$schema"'): back it up, then run: ims migrate spoilt' check spoilt
    line=$(IMS_SITE=$work/spoilt REQUEST_METHOD=GET PATH_INFO=/ "$fcgi" 2>&1)
    equal 'older schema, the pages: status 2' 2 $?
    check 'older schema, the pages' 'run: ims migrate' "$line"
    spoil 'pragma user_version = 99'
    for command in check links verify migrate; do
        refused "newer schema: $command" 'was made by a newer release (schema 99, this program knows '"$schema"'): install that release to open it' $command spoilt
    done
    line=$(IMS_SITE=$work/spoilt REQUEST_METHOD=GET PATH_INFO=/ "$fcgi" 2>&1)
    equal 'newer schema, the pages: status 2' 2 $?
    check 'newer schema, the pages' 'was made by a newer release' "$line"
    rm -rf spoilt
fi
mkdir broken broken/manual
echo 'this is no database at all, only a line of text' >broken/ims.db
ims check broken
equal 'no database: status 2' 2 "$status"
check 'no database: names it' 'broken/ims.db' "$err"

# ---- migrate ---------------------------------------------------------------

ims migrate demo
equal 'migrate: status' 0 "$status"
check 'migrate of what is up to date' 'demo: the schema is up to date; kinds and standards read anew' "$out"
ims check demo --as-of $day --format json
equal 'migrate changes no verdict' "$first" "$out"
refused 'migrate of no site' 'nowhere: is not a site' migrate nowhere

# ---- standards of the site's own ---------------------------------------------

data=$root/tests/data/standards
ims init own
ims standard list own
equal 'standard list: status' 0 "$status"
check 'standard list' '27001:2022  in scope  chosen  shipped' "$out"
ims standard add own "$data/catalog.json" --dry-run
equal 'standard add --dry-run: status' 0 "$status"
check 'standard add --dry-run says so' 'dry run, nothing saved: Harbour-Security-Controls:2.1' "$out"
ims check own --standard Harbour-Security-Controls --format json
equal 'standard add --dry-run saves nothing' 2 "$status"
ims standard add own "$data/catalog.json"
equal 'standard add: status' 0 "$status"
check 'standard add counts' '9 clauses, 4 to conform with; 9 new, 0 gone' "$out"
ims check own --standard Harbour-Security-Controls --format json
equal 'the check knows the catalog' 'GA-1 GA-2 GA-2(1) qu-1' \
    "$(json 'join " ", map { $_->{id} } @{$j->{standards}[0]{clauses}}')"
ims standard add own "$data/library.yaml"
check 'standard add of a library' 'Pilot-Code:2024: Pilot Code:2024 (YAML library)' "$out"
ims standard add own "$data/house.csv" --id 901:2024 --name 'Our house'
check 'standard add of CSV, named' '901:2024: Our house (CSV)' "$out"
ims standard add own "$data/house.csv"
ims standard add own "$data/house.csv"
check 'standard add again' '2 clauses, 1 to conform with; 0 new, 0 gone' "$out"
refused 'standard add of a shipped id' '27001:2022 came with the program' \
    standard add own "$data/house.csv" --id 27001:2022
sed 's/^1.1,1,/1.1,7,/' "$data/house.csv" >bad.csv
refused 'standard add of bad CSV' 'bad.csv:6: parent “7” is no clause above' standard add own bad.csv
sed 's/parent_urn: .*:1$/parent_urn: urn:nobody/' "$data/library.yaml" >bad.yaml
refused 'standard add of a bad library' 'bad.yaml:22: the parent “urn:nobody”' standard add own bad.yaml
sed 's/"title": "Keys",//' "$data/catalog.json" >bad.json
refused 'standard add of a bad catalog' 'bad.json: catalog.groups[0].controls[1]: there is no “title”' \
    standard add own bad.json
refused 'standard add of a program' 'this is not UTF-8 text' standard add own "$ims"
echo 'Just words.' >words.md
refused 'standard add of nothing known' 'words.md:1: this is neither' standard add own words.md
ims standard scope own 900:2024 yes
equal 'standard scope: status' 0 "$status"
ims check own --format json
check 'the check runs for what is in scope' '900:2024' "$(json 'join " ", map { $_->{id} } @{$j->{standards}}')"
refused 'standard scope of an unknown one' 'there is no standard 4711 here' standard scope own 4711 yes
refused 'standard scope, neither yes nor no' 'perhaps: the site works to' standard scope own 900:2024 perhaps
refused 'standard choose of an unknown one' 'there is no standard 9001:1999 here' standard choose own 9001:1999
ims standard choose own 900:2024
equal 'standard choose: status' 0 "$status"
printf 'clause 1.1\nThe zebra shall have keys.\n' >words.txt
ims standard text own 900 words.txt
check 'standard text' '900:2024: the text of 1 clause' "$out"
printf 'clause 1.1\nThe zebra.\nclause 1.2\nNone.\n' >bad.txt
refused 'standard text of an unknown clause' 'bad.txt:3: 900:2024 has no clause 1.2' standard text own 900:2024 bad.txt
ims standard text own 900 words.txt --dry-run
check 'standard text --dry-run says so' 'dry run, nothing saved: 900:2024: the text of 1 clause' "$out"
ims standard text own 900 --remove --dry-run
check 'standard text --remove --dry-run says so' 'dry run, nothing saved: 900:2024: removed the text of 1 clause' "$out"
ims standard text own 900 --remove
check 'standard text --remove: the dry run left all' '900:2024: removed the text of 1 clause' "$out"
ims standard text own 900 words.txt --dry-run
ims standard text own 900 --remove
check 'standard text --dry-run saved nothing' 'removed the text of 0 clauses' "$out"
refused 'standard text --dry-run of an unknown clause' 'bad.txt:3: 900:2024 has no clause 1.2' standard text own 900:2024 bad.txt --dry-run
refused 'standard text with a name' '--id: ims standard text has no such option' standard text own 900 words.txt --id 1:1
refused 'standard list --dry-run' '--dry-run: ims standard list has no such option' standard list own --dry-run
refused 'standard scope --dry-run' '--dry-run: ims standard scope has no such option' standard scope own 900:2024 yes --dry-run
refused 'standard choose --remove' '--remove: ims standard choose has no such option' standard choose own 900:2024 --remove
refused 'standard add --remove' '--remove: ims standard add has no such option' standard add own words.md --remove
refused 'standard text of nothing' 'ims standard text SITE ID' standard text own 900:2024
ims check own --standard 900 --format json
check 'licensed text is in no check' 'no zebra' "$(printf '%s' "$out" | grep -q zebra || echo no zebra)"
ims migrate own
ims standard list own
check 'a standard of the site stays' 'in scope  chosen  site     House rules' "$out"
ims verify own
equal 'the history of it all is whole' 0 "$status"
refused 'standard with an unknown verb' 'ims standard list|add|scope|choose|text' standard frob own
refused 'standard with too few words' 'write: ims standard add SITE FILE' standard add own

# ---- kinds and standards with a word nobody knows ---------------------------

# Change one word of a shipped file, then expect its name, its line, the word.
misspelt() { # file, from, to, words expected
    rm -rf share "$work/bad"
    mkdir share
    cp -R "$root/schema" "$root/manual" "$root/templates" share/
    line=$(grep -nF -- "$2" "share/$1" | head -n 1 | cut -d: -f1)
    [ -n "$line" ] || failed "misspelt $1" "a line with $2" ''
    sed -i "${line}s~$2~$3~" "share/$1"
    err=$(IMS_SHARE=$work/share "$ims" init "$work/bad" 2>&1)
    equal "$1 with $3: status 2" 2 $?
    check "$1 with $3: file and line" "$1:$line: " "$err"
    check "$1 with $3: the word" "$4" "$err"
    equal "$1 with $3: one line" 1 "$(printf '%s\n' "$err" | wc -l | tr -d ' ')"
    [ ! -e bad ]
    equal "$1 with $3: nothing is left" 0 $?
    err=$(IMS_SHARE=$work/share "$ims" migrate "$work/fresh" 2>&1)
    equal "$1 with $3: migrate refuses, too" 2 $?
}
standard=schema/standards/iso27001-2022.standard
misspelt $standard 'expect review is held' 'expect revue is held' revue
misspelt $standard 'closed within 12 months' 'closed within 12 fortnights' fortnights
misspelt $standard 'kind requirement' 'kind requisite' requisite
misspelt $standard '  parent 4' '  parents 4' parents
misspelt schema/kinds/todo.sql "'due', 11, 'Who and when', 'Due', 'date'" "'due', 11, 'Who and when', 'Due', 'dayte'" dayte
misspelt schema/kinds/todo.sql "'Open', 'open', 0" "'Open', 'ajar', 0" ajar
misspelt schema/kinds/todo.sql "'active check closed'" "'active check clothed'" clothed
misspelt schema/kinds/todo.sql "'', 'owner', 0, 'Checks'" "'', 'ouner', 0, 'Checks'" ouner
misspelt schema/kinds/todo.sql "'change todo'" "'change tado'" tado
ims check fresh --format json
equal 'a refused migrate changes nothing' 124 "$(json 'scalar @{$j->{standards}[0]{clauses}}')"

finish commands_test
