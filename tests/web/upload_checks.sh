# Files sent to records, through whatever server stands at $base; sourced by
# site_test.sh, which is signed in and has the functions used here.

files_make() {
    mb=1048576
    head -c $((20 * mb)) /dev/urandom >"$work/most.bin"
    head -c $((20 * mb + 1)) /dev/zero >"$work/over.bin"
    head -c $((34 * mb)) /dev/zero >"$work/over_all.bin"
    head -c $((40 * mb)) /dev/zero >"$work/over_server.bin"
    : >"$work/empty.txt"
    # The decisions of this site hold a file. No shipped kind does.
    sqlite3 "$site/ims.db" "begin immediate;
        insert into field (kind, name, position, section, label, type) values
        ('decision', 'minutes', 900, 'Proof', 'Minutes', 'file');
        update setting set value = value || ' and minutes' where name = 'kinds';
        update setting set value = value + 1 where name = 'generation'; commit;"
}

# send PATH NAME=VALUE...: as a browser sends a form with files.
send() {
    path=$1
    shift
    for part in "$@"; do
        set -- "$@" -F "$part"
        shift
    done
    get "$path" "$@"
}

workers() { # of this run: the program's processes
    for pid in $(left); do
        [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = ims.fcgi ] && echo "$pid"
    done
}

uploads() { # name of the server, address of a record, names of the file sent
    printf 'the log of %s\n' "$1" >"$work/log.txt"
    hash=$(sha256sum "$work/log.txt" | cut -c 1-64)
    get "$2"
    csrf=$(token)
    expect "$1: a record offers to add a file" 200 'enctype="multipart/form-data"'
    send "$2/files" "csrf=$csrf" "file=@$work/log.txt;filename=C:/a b/Protokoll #1.txt" 'title=The log'
    equal "$1: a file is filed" 303 "$status"
    equal "$1: and back to it" "$2?files=added#files" "$(header Location)"
    get "$2?files=added"
    expect "$1: said" 200 'The file is filed on this record.'
    check "$1: listed" "/files/$hash/Protokoll%20%231.txt" "$text"
    check "$1: its footnote" "/note/file:$hash" "$text"
    get "/files/$hash/Protokoll%20%231.txt"
    equal "$1: the same comes back" "$hash" "$(sha256sum "$work/body" | cut -c 1-64)"
    check "$1: as an attachment" 'attachment; filename="Protokoll #1.txt"' "$(header Content-Disposition)"
    check "$1: that can do nothing" "default-src 'none'; sandbox" "$(header Content-Security-Policy)"
    get "/note/file:$hash"
    expect "$1: the footnote of the file" 200 "The log"

    send "$2/files" "csrf=$csrf" "file=@$work/log.txt"
    expect "$1: the same again" 409 'filed on this record already'
    send "$2/files" "csrf=$csrf" "file=@$work/empty.txt"
    expect "$1: an empty file" 400 'The file is empty.'
    send "$2/files" "csrf=$csrf"
    expect "$1: no file" 400 'No file was sent.'
    send "$2/files" "file=@$work/log.txt"
    expect "$1: without token" 403 "The form's token is missing"
    send "$2/files" "csrf=${csrf%????}0000" "file=@$work/log.txt"
    expect "$1: with a wrong token" 403 'is not the one of your session'
    get "$2/files" -b '' -F "csrf=$csrf" -F "file=@$work/log.txt"
    send /login "csrf=$csrf" "file=@$work/log.txt"
    expect "$1: where no files are taken" 415 'This page takes no files'
    get "$2/files" -H 'Content-Type: multipart/form-data' --data-binary x
    expect "$1: without boundary" 400 'names no boundary'
    get "$2/files" -H 'Content-Type: multipart/form-data; boundary=b' --data-binary '--b'
    expect "$1: cut short" 400 'Nothing was saved, the form cannot be read'

    send "$2/files" "csrf=$csrf" "file=@$work/most.bin;filename=$3.bin"
    equal "$1: 20 MB" 303 "$status"
    get "/files/$(sha256sum "$work/most.bin" | cut -c 1-64)/x"
    equal "$1: 20 MB come back" "$(sha256sum <"$work/most.bin")" "$(sha256sum <"$work/body")"
    send "$2/files" "csrf=$csrf" "file=@$work/over.bin"
    expect "$1: a byte more" 413 'has 20971521 bytes, the limit is 20971520'
    send "$2/files" "csrf=$csrf" "file=@$work/over_all.bin"
    expect "$1: more than all may have" 413 'which is 32 MB in all'
    send "$2/files" "csrf=$csrf" "file=@$work/over_server.bin"
    expect "$1: more than the server takes" 413 'A file may have 20 MB at most'
    send /login "csrf=$csrf" "file=@$work/most.bin"
    equal "$1: large where no files are taken" 413 "$status"
    get "$2/files" -H 'Content-Type: application/x-www-form-urlencoded' --data-binary "@$work/most.bin"
    expect "$1: large, but no file" 413 'which is 1 MB in all'

    get "$2"
    link=$(printf '%s\n' "$text" | grep "value=\"$hash\"" | sed -n "s,.*action=\"\($2/files/[0-9]*/withdraw\)\".*value=\"$hash\".*,\1,p")
    post "$link" csrf="$csrf" file="$hash"
    equal "$1: withdrawn" 303 "$status"
    get "$2"
    check_not "$1: no more listed" "$hash" "$text"
    get "/files/$hash/x"
    equal "$1: the file stays" 200 "$status"
    post "$link" csrf="$csrf" file="$hash"
    expect "$1: withdrawn twice" 404 'or no longer'
}

# A record whose form holds a file; the first try is refused for its title.
upload_field() { # name of the server
    printf 'minutes by %s\n' "$1" >"$work/minutes.txt"
    hash=$(sha256sum "$work/minutes.txt" | cut -c 1-64)
    get /records/decision/new
    csrf=$(token)
    expect "$1: the form asks for a file" 200 'name="minutes-file" type="file"'
    send /records/decision "csrf=$csrf" title= minutes= "minutes-file=@$work/minutes.txt"
    expect "$1: refused for its title" 400 'Title must be filled in.'
    check "$1: the file need not be sent again" "name=\"minutes\" value=\"file:$hash\"" "$text"
    check "$1: and is named" 'minutes.txt' "$text"
    get "/files/$hash/x"
    equal "$1: it is kept" 200 "$status"
}

# After all that no worker keeps what it needed for it.
upload_memory() { # name of the server, address of a record
    case $build in *asan*) return ;; esac
    for n in 1 2 3 4; do
        head -c 20000000 /dev/urandom >"$work/most.bin"
        get "$2"
        send "$2/files" "csrf=$(token)" "file=@$work/most.bin;filename=$n.bin"
        equal "$1: large file $n" 303 "$status"
        get "/files/$(sha256sum "$work/most.bin" | cut -c 1-64)/x"
    done
    for n in 1 2 3 4 5 6; do
        for page in / /records/todo /records/todo/17 /conformance /note/todo:17 /search?q=restore; do
            get $page
        done
    done
    for pid in $(workers); do
        held=$(awk '/VmRSS/ { print $2 }' "/proc/$pid/status")
        [ "${held:-99999}" -lt 16384 ]
        equal "$1: a worker holds less than 16 MB ($held KB)" 0 $?
    done
}
