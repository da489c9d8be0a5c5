{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1><span class="number">{{RECORD_NAME}}</span> Notes</h1><div class="page-actions"><a class="button" href="{{RECORD_HREF}}">Back to the record</a></div></div>
<p class="page-intro">{{RECORD_TITLE}}</p>
</header>
{{#NEWEST}}<p class="small"><a href="{{NEWEST_HREF}}">The newest notes</a></p>
{{/NEWEST}}{{>NOTES}}
