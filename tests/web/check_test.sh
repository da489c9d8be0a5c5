#!/bin/sh
# The static rules: a small tree that keeps them passes, and one fault at a
# time in a copy of it is reported, with status 1.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d /tmp/imst-XXXXXX) || exit 2
trap 'rm -rf "$work"' EXIT
unset CDPATH
failures=0
checks=0
cd "$work" || exit 2

# A tree of six sources, one in each layer, with its objects.
mkdir -p good/templates
for pair in base/text store/database domain/record render/view web/pages command/main; do
    mkdir -p "good/src/${pair%/*}"
    printf 'int %s(void);\n' "${pair#*/}" >"good/src/$pair.h"
    printf '#include "%s.h"\n' "$pair" >"good/src/$pair.c"
    [ -n "${lower:-}" ] && printf '#include "%s.h"\n' "$lower" >>"good/src/$pair.c"
    printf 'int %s(void) { return %s; }\n' "${pair#*/}" \
        "${lower:+${lower#*/}() + }1" >>"good/src/$pair.c"
    lower=$pair
done
cat >good/templates/page.tpl <<'END'
{{%AUTOESCAPE context="HTML"}}
<p>{{WORDS}}</p>{{HTML:none}}<textarea>{{WORDS:pre_escape}}</textarea>
END

build() { # tree
    for source in "$1"/src/*/*.c; do
        object=$1/obj/${source#"$1"/src/}
        object=${object%.c}.o
        [ "$object" -nt "$source" ] && continue
        mkdir -p "${object%/*}"
        gcc -std=c17 -w -I"$1/src" -c "$source" -o "$object" || exit 2
    done
}
build good

# Run the rules on a tree; sets out and status.
rules() {
    out=$("$root/tests/check" "$work/$1/src" "$work/$1/obj" "$work/$1/templates" 2>&1)
    status=$?
}

wrong() {
    failures=$((failures + 1))
    echo "FAILED $1: status $status:"
    printf '%s\n' "$out" | sed 's/^/    /'
}

# The fault put into tree "bad" is reported in these words.
reported() { # name, pattern
    checks=$((checks + 1))
    [ -e bad/unbuilt ] || build bad
    rules bad
    if [ "$status" != 1 ] || ! printf '%s\n' "$out" | grep -qE "^check: $2"; then
        wrong "$1"
    fi
    [ "$(printf '%s\n' "$out" | grep -cvE '^check: ')" = 0 ] || wrong "$1 (form)"
    fresh
}
fresh() {
    rm -rf bad
    cp -Rp good bad
}

# Words into a source or template of the tree "bad".
put() { # file, text
    printf '%s\n' "$2" >>"bad/$1"
}

checks=$((checks + 1))
rules good
[ "$status" = 0 ] || wrong 'a tree that keeps the rules'
fresh

put src/base/text.c '#include "domain/record.h"'
reported 'include of a higher layer' 'include: upward: base/text domain/record'

put src/domain/record.c 'int pages(void);
int reach(void) { return pages(); }'
reported 'call of a higher layer' 'upward call: domain/record calls pages of web/pages'

mkdir bad/src/extra
put src/extra/thing.c '#include "base/text.h"'
reported 'folder that is no layer' 'include: no layer: extra/thing base/text'

put src/domain/left.h '#include "domain/right.h"'
put src/domain/right.h '#include "domain/left.h"'
touch bad/unbuilt
reported 'cycle of two' 'include cycle: .*domain/(left|right)'

put src/domain/one.h '#include "domain/two.h"'
put src/domain/two.h '#include "domain/three.h"'
put src/domain/three.h '#include "domain/one.h"'
touch bad/unbuilt
reported 'cycle of three' 'include cycle: .*domain/(one|two|three)'

for pair in 'sqlite3.h domain/record' 'mkdio.h render/view' 'fcgiapp.h web/pages' \
    'sodium.h web/pages' 'jansson.h domain/record'; do
    put "src/${pair#* }.c" "#include <${pair% *}>"
    touch bad/unbuilt
    reported "second includer of ${pair% *}" ".*belongs to .* only: .*${pair#* }\.c"
done

put src/web/pages.h '#include "sqlite3.h"'
touch bad/unbuilt
reported 'second includer, a header' 'sqlite3.* belongs to store/database only: .*web/pages\.h'

put src/domain/record.c '# include <sqlite3.h>'
touch bad/unbuilt
reported 'second includer, spaced' 'sqlite3.* belongs to store/database only: .*domain/record\.c'

put src/render/shim.cc '#include <ctemplate/template.h>'
touch bad/unbuilt
reported 'second includer of ctemplate' 'ctemplate belongs to render/template_shim\.cc only'

for pair in 'sqlite3_open web/pages' 'mkd_compile render/view' 'FCGX_Init command/main' \
    'crypto_pwhash_str web/pages' 'json_loadb domain/record'; do
    put "src/${pair#* }.c" "int ${pair% *}(void);
int reach(void) { return ${pair% *}(); }"
    reported "call of ${pair% *}" "calls .*belongs to .* only: .*${pair#* }\.o: ${pair% *}"
done

for variable in 'int seen;' 'static int seen; int *reach(void) { return &seen; }' \
    'int seen = 3;' 'const char *seen = "x";' \
    'int *reach(void) { static int seen = 3; return &seen; }' \
    'int *reach(void) { static _Thread_local int seen; return &seen; }'; do
    put src/render/view.c "$variable"
    reported "writable: $variable" 'global variable: .*render/view\.o: seen'
done
checks=$((checks + 1))
put src/render/view.c 'static const int seen[] = {3};
const char *const words[] = {"a", 0};
const int *reach(void) { return seen; }'
build bad
rules bad
[ "$status" = 0 ] || wrong 'constant tables'
fresh

printf '<p>{{WORDS}}</p>\n' >bad/templates/bare.tpl
reported 'template without the pragma' '.*bare\.tpl: does not begin'
: >bad/templates/empty.tpl
reported 'empty template' '.*empty\.tpl: does not begin'
put templates/page.tpl '{{X:none}}'
reported 'unescaped value' 'unescaped value.*\{\{X:none\}\}'
put templates/page.tpl '{{HTML:none}} {{X_1:none}}'
reported 'unescaped value beside an allowed one' 'unescaped value.*\{\{X_1:none\}\}'
put templates/page.tpl '{{X:h:none}}'
reported 'two modifiers' 'modifier.*\{\{X:h:none\}\}'
put templates/page.tpl '<p style="color: red">x</p>'
reported 'inline style' 'inline style or script'
put templates/page.tpl '<p onclick="x()">x</p>'
reported 'inline script' 'inline style or script'
put templates/page.tpl '<script>x()</script>'
reported 'script element' 'inline style or script'

put src/web/pages.c 'const char *sql(void) { return "select name from item"; }'
reported 'SQL in web/' 'SQL outside store/ and domain/: .*web/pages\.c'
put src/render/view.c 'const char *sql(void) { return "insert into item values (1)"; }'
reported 'SQL in render/' 'SQL outside store/ and domain/: .*render/view\.c'
put src/web/pages.c 'const char *sql(void) { return "SELECT name FROM item"; }'
reported 'SQL in capitals' 'SQL outside store/ and domain/: .*web/pages\.c'
put src/domain/record.c 'const char *sql(void) { return "select ifnull(a, 1) from item"; }'
reported 'ifnull in domain/' 'SQL that only one database knows: .*domain/record\.c'
put src/domain/record.c 'const char *sql(void) { return "select a from item where b = ?1"; }'
reported 'numbered question mark' 'SQL that only one database knows: .*domain/record\.c'
put src/domain/record.c 'void *arena_format();
void *sql(void *a, char *t) { return arena_format(a, "select a from %s", t); }'
reported 'SQL put together' 'SQL put together at run time: .*domain/record\.c'

rm -r bad/src/*
touch bad/unbuilt
reported 'no sources at all' 'no includes found'
rm -rf bad/obj
touch bad/unbuilt
reported 'no objects' '.*no objects'
rm bad/templates/*
reported 'no templates' '.*no templates'

echo "$checks checked, $failures failed"
[ "$failures" = 0 ]
