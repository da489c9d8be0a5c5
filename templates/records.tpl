{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>Records</h1><div class="page-actions"><a class="button" href="/updates">Updates</a></div></div>
<p class="page-intro">What is done and what has happened, by kind. The manual says how; the records show that it is so.</p>
</header>
<table class="table list stack">
<caption class="vh">Kinds of record</caption>
<thead><tr><th scope="col">Kind</th><th scope="col" class="num">Open</th><th scope="col" class="num">Late</th><th scope="col" class="num">All</th></tr></thead>
{{#CATEGORY}}<tbody>
{{#CATEGORY_HEAD}}<tr class="group"><th colspan="4" scope="rowgroup">{{CATEGORY_NAME}}</th></tr>
{{/CATEGORY_HEAD}}{{#KIND}}<tr><td><a class="title" href="{{KIND_HREF}}">{{KIND_PLURAL}}</a><span class="sub">{{KIND_DESCRIPTION}}</span></td><td class="num" data-label="Open"><span>{{KIND_OPEN}}</span></td><td class="num" data-label="Late"><span>{{#KIND_LATE}}<span class="late">{{KIND_LATE_COUNT}}</span>{{/KIND_LATE}}{{#KIND_PROMPT}}0{{/KIND_PROMPT}}</span></td><td class="num" data-label="All"><a href="{{KIND_ALL_HREF}}">{{KIND_TOTAL}}<span class="vh"> in all</span></a></td></tr>
{{/KIND}}</tbody>
{{/CATEGORY}}</table>
