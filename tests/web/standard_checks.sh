# Standards in the browser's way, of a site that runs: sourced by site_test.sh,
# with ines.marchetti signed in.

standards() {
    get /admin/standards
    expect 'standards' 200 'Which standards we work to'
    csrf=$(token)
    stamp=$(printf '%s\n' "$text" | sed -n 's/.*name="stamp" value="\([0-9a-f]*\)".*/\1/p' | head -n 1)
    post /admin/standards scope=27001:2022 stamp="$stamp"
    expect 'standards without token' 403 "The form's token is missing"
    post /admin/standards csrf="$csrf" stamp="$stamp" chosen-27001=27001:2022 chosen-9001=9001:2026 \
        chosen-22301=22301:2019
    expect 'no standard in scope' 400 'At least one standard must stay in scope.'
    post /admin/standards csrf="$csrf" stamp="$stamp" scope=27001:2022 scope=22301:2019 scope=9001:2026 \
        chosen-27001=27001:2022 chosen-9001=9001:2026 chosen-22301=22301:2019 why='The certificate moved'
    equal 'another edition: saved' 303 "$status"
    get /admin/standards
    check 'another edition: history' '9001:2026: Chosen as the edition that the number alone means' "$text"
    check 'another edition: why' 'The certificate moved' "$text"
    get /conformance/9001
    check 'another edition: the number leads there' '/conformance/9001:2026' "$(header Location)"
    post /admin/standards csrf="$csrf" stamp="$stamp" scope=27001:2022 chosen-27001=27001:2022
    expect 'a stale form' 409 'The standards were changed while you were choosing.'
    clause=/admin/standards/27001:2022/9.2.2
    post $clause csrf="$csrf" step=show words='audits is closed'
    expect 'an expectation that nobody understands' 400 'there is no kind of record “audits”'
    post $clause csrf="$csrf" step=show words='at least 90 audit is closed'
    expect 'an expectation in words' 200 'At least 90 closed audits'
    post $clause csrf="$csrf" step=add words='at least 90 audit is closed' why='Every shelf'
    equal 'an expectation is added' 303 "$status"
    get /conformance/27001:2022/9.2.2
    expect 'it is expected at once' 200 'At least 90 closed audits'
    check 'the way there' "href=\"$clause\"" "$text"
    post $clause csrf="$csrf" step=withdraw position=1000 words='at least 90 audit is closed'
    equal 'an expectation is withdrawn' 303 "$status"
    get /conformance/27001:2022/9.2.2
    check_not 'it is expected no longer' 'At least 90' "$text"
    printf 'clause 9.2.2\nThe zebra of the licence.\n' >"$work/words"
    "$ims" standard text "$site" 27001 "$work/words" >"$work/out.text" 2>&1
    equal 'licensed text' 0 $?
    get /conformance/27001:2022/9.2.2
    expect 'licensed text is shown' 200 'The zebra of the licence.'
    check_not 'licensed text is not for visitors' zebra "$(curl -s "$base/conformance/27001:2022/9.2.2")"
    get '/search?q=zebra'
    check_not 'licensed text is not found' 'clause:27001:2022/9.2.2' "$text"
    get /conformance/27001:2022.json
    check_not 'licensed text is in no JSON' zebra "$text"
    get /soa/27001:2022.csv
    check_not 'licensed text is in no CSV' zebra "$text"
}

standards_of_others() { # somebody is signed in who does not administer
    get /admin/standards
    equal 'standards are for administrators' 403 "$status"
    get /conformance/27001:2022/9.2.2
    check_not 'nor is the way shown' /admin/standards/ "$text"
}
