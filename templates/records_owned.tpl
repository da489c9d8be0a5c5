{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>Open records of {{OWNER_NAME}}</h1></div>
<p class="page-intro">Everything of any kind that {{OWNER_NAME}} has to see to, the earliest due date first.</p>
</header>
{{#OWNED}}<table class="table list stack compact">
<caption class="vh">Open records of {{OWNER_NAME}}</caption>
<thead><tr><th scope="col">Record</th><th scope="col">Title</th><th scope="col">Status</th><th scope="col" aria-sort="ascending">Due</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="id" data-label="Record">{{>REF}}</td><td><a class="title" href="{{ROW_HREF}}">{{ROW_TITLE}}</a></td><td data-label="Status"><span>{{#STATE}}<span class="{{STATE_CSS}}">{{STATE_LABEL}}</span>{{/STATE}}</span></td><td data-label="Due"><span>{{#ROW_DUE}}<time datetime="{{DAY}}">{{SHOWN}}</time>{{#LATE}}<span class="sub late">{{LATE_WORDS}}</span>{{/LATE}}{{/ROW_DUE}}</span></td></tr>
{{/ROW}}</tbody></table>
{{>PAGING}}{{/OWNED}}
{{#NONE}}<div class="empty"><h2>Nothing is open</h2><p>{{OWNER_NAME}} has no open record of any kind.</p></div>{{/NONE}}
