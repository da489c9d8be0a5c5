{{%AUTOESCAPE context="HTML"}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>{{TITLE}}</h1></div></header>
<div class="prose">
{{#SECTION}}{{#H2}}<h2 id="{{SLUG}}">{{TITLE}}<a class="anchor" href="#{{SLUG}}" aria-label="Link to this section">#</a></h2>
{{/H2}}{{#H3}}<h3 id="{{SLUG}}">{{TITLE}}</h3>
{{/H3}}{{#H4}}<h4 id="{{SLUG}}">{{TITLE}}</h4>
{{/H4}}{{HTML:none}}
{{/SECTION}}</div>
