{{%AUTOESCAPE context="HTML"}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>History of {{TITLE}}</h1><div class="page-actions"><a class="button" href="{{PAGE_HREF}}">The page</a></div></div></header>
<ol class="timeline">{{#REVISION}}
<li{{#KEY}} class="key"{{/KEY}}><span class="what"><b><a href="{{HREF}}">Revision {{NUMBER}}</a>, {{ACTION}}</b>{{#HAS_WHY}}: {{WHY}}{{/HAS_WHY}}</span><span class="when">{{BY}}, <time datetime="{{DATE}}">{{SHOWN}}</time> · <span class="hash">{{HASH}}</span></span></li>{{/REVISION}}
</ol>
