{{%AUTOESCAPE context="HTML"}}
{{#FLASH}}<p class="flash" role="status">{{FLASH_WORDS}}</p>
{{/FLASH}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>Standards</h1></div>
<p class="page-intro">Which standards we work to, and which edition is meant where only a number is given, as in <code>27001/9.2.2</code>. Others are added with the command <code>ims standard add</code>. <a href="/help/standards">How standards work</a></p>
</header>
{{#REFUSED}}<div class="error-summary" role="alert" tabindex="-1"><h2>Not saved: {{REFUSED_WORDS}}</h2>{{#STALE}}<p>The form below shows how it is now. Choose again where you still want to.</p>{{/STALE}}</div>
{{/REFUSED}}<form class="form" method="post" action="/admin/standards">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="stamp" value="{{STAMP}}">
<table class="table list stack">
<caption class="vh">Standards and their editions</caption>
<thead><tr><th scope="col">Standard</th><th scope="col">In scope</th><th scope="col">Meant by its number</th><th scope="col">Origin</th><th scope="col">Go to</th></tr></thead>
<tbody>
{{#STANDARD}}<tr><td><b class="title">{{STANDARD_NAME}}</b><span class="sub">{{STANDARD_TITLE}} · <code>{{STANDARD_ID}}</code></span></td><td data-label="In scope"><span><input type="checkbox" name="scope" value="{{STANDARD_ID}}" aria-label="We work to {{STANDARD_NAME}}"{{#IN_SCOPE}} checked{{/IN_SCOPE}}></span></td><td data-label="Meant by its number"><span>{{#SEVERAL}}<label><input type="radio" name="chosen-{{STANDARD_NUMBER}}" value="{{STANDARD_ID}}"{{#CHOSEN}} checked{{/CHOSEN}}> {{STANDARD_NUMBER}}<span class="vh"> means {{STANDARD_NAME}}</span></label>{{/SEVERAL}}{{#ONLY}}<span class="quiet">the only edition</span><input type="hidden" name="chosen-{{STANDARD_NUMBER}}" value="{{STANDARD_ID}}">{{/ONLY}}</span></td><td data-label="Origin"><span>{{#OWN}}<span class="state state-active">added here</span>{{/OWN}}{{#SHIPPED}}<span class="quiet">shipped</span>{{/SHIPPED}}</span></td><td data-label="Go to"><span><a href="{{SOA_HREF}}">Statement of Applicability</a> · <a href="{{CONFORMANCE_HREF}}">Conformance</a>{{#EXCLUDE}} · <a href="{{EXCLUDE_HREF}}">Add an exclusion</a>{{/EXCLUDE}}</span></td></tr>
{{/STANDARD}}</tbody></table>
<fieldset class="fieldset"><legend>For the history</legend>
<div>
<div class="field"><label for="f-why">Why this change <span class="optional">(goes into the history)</span></label><input class="input" id="f-why" name="why" value="{{WHY_TYPED:pre_escape}}" maxlength="1000" autocomplete="off"></div>
</div></fieldset>
<div class="action-bar"><button class="button button-main">Save</button><a class="button" href="/admin">Leave</a></div>
</form>
<section class="kind-part"><h2 class="block-title">Expectations of our own</h2>
{{#NO_OWN}}<p class="quiet">None yet. On the page of a clause, “Change what is expected” adds one.</p>{{/NO_OWN}}{{#OWNED}}<table class="table list stack">
<caption class="vh">What this site expects beyond the standards' own expectations</caption>
<thead><tr><th scope="col">Clause</th><th scope="col">What must exist</th></tr></thead>
<tbody>
{{#OWN_ROW}}<tr><td><a class="title" href="{{EDIT_HREF}}">{{CLAUSE_LABEL}}</a></td><td data-label="What must exist"><span>{{EXPLAINED}}<span class="sub"><code>{{WORDS}}</code></span></span></td></tr>
{{/OWN_ROW}}</tbody></table>{{/OWNED}}</section>
<section class="kind-part"><h2 class="block-title">History</h2>{{#NO_HISTORY}}<p class="quiet">Nothing was changed here: all is as it was shipped.</p>{{/NO_HISTORY}}{{>HISTORY}}</section>
