{{%AUTOESCAPE context="HTML"}}<header class="page-head">
<div class="page-title"><h1>{{TITLE}}: revision {{NUMBER}}</h1><div class="page-actions"><a class="button" href="{{HISTORY_HREF}}">History</a></div></div>
<p class="page-intro">{{ACTION}}, {{BY}}, <time datetime="{{DATE}}">{{SHOWN}}</time> · <span class="hash">{{HASH}}</span></p></header>
{{#UNCHANGED}}<p>The text did not change in this revision.</p>{{/UNCHANGED}}
<div class="prose"><p class="difference">{{#PART}}{{#SAME}}{{WORDS:pre_escape}}{{/SAME}}{{#GONE}}<del>{{WORDS:pre_escape}}</del>{{/GONE}}{{#ADDED}}<ins>{{WORDS:pre_escape}}</ins>{{/ADDED}}{{/PART}}</p></div>
