{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1><span class="number">{{RECORD_NAME}}</span> Somebody saved this while you were writing</h1></div>
<p class="page-intro">{{THEIR_NAME}} saved revision {{THEIR_REVISION}} on <time datetime="{{THEIR_AT}}">{{THEIR_SHOWN}}</time>. You began with revision {{MY_REVISION}}. Nothing is lost: choose what to keep field by field, then save. Fields that only one of you changed are already chosen.</p>
</header>
<form method="post" action="{{ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="revision" value="{{THEIR_REVISION}}">
{{#KEPT}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">
{{/KEPT}}<div class="scroll" tabindex="0" role="region" aria-label="Two versions of {{RECORD_SMALL}}">
<table class="conflict"><colgroup><col class="name"><col><col></colgroup>
<thead><tr><td></td><th scope="col">Saved meanwhile<span>Revision {{THEIR_REVISION}}, {{THEIR_NAME}}, {{THEIR_SHOWN}}</span></th><th scope="col">Yours, not saved<span>{{MY_NAME}}, begun on revision {{MY_REVISION}}</span></th></tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{LABEL}}</th>{{#SIDE}}<td data-label="{{SIDE_LABEL}}"><label><input type="radio" name="{{NAME}}" value="{{VALUE:pre_escape}}"{{#CHOSEN}} checked{{/CHOSEN}}><span class="vh">{{LABEL}}, {{SIDE_LABEL}}: </span>{{#UNCHANGED}}<span class="same">{{#UNCHANGED_WORDS}}{{WORDS}} {{/UNCHANGED_WORDS}}(unchanged)</span>{{/UNCHANGED}}{{#CHANGED}}<span>{{#PART}}{{#SAME}}{{WORDS}}{{/SAME}}{{#GONE}}<del>{{WORDS}}</del>{{/GONE}}{{#ADDED}}<ins>{{WORDS}}</ins>{{/ADDED}} {{/PART}}{{#EMPTY}}<span class="same">(empty)</span>{{/EMPTY}}</span>{{/CHANGED}}</label></td>{{/SIDE}}</tr>
{{/ROW}}</tbody></table></div>
<div class="sample fieldset"><div class="field"><label for="f-why">Why this change <span class="optional">(goes into the history)</span></label><input class="input" id="f-why" name="why" value="{{WHY_TYPED:pre_escape}}"></div></div>
<div class="action-bar"><button class="button button-main">Save as revision {{NEXT_REVISION}}</button><a class="button" href="{{LEAVE}}">Keep revision {{THEIR_REVISION}}, drop mine</a></div>
</form>
