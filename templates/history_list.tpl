{{%AUTOESCAPE context="HTML"}}
<ol class="timeline">
{{#REVISION}}<li{{#KEY}} class="key"{{/KEY}}>{{#CREATED}}<span class="what"><b>Recorded</b></span>{{/CREATED}}{{#CHANGE}}<span class="what">{{CHANGE_LABEL}}{{#NAMED}} {{NAMED_VERB}}{{/NAMED}}{{#OLD}} <del>{{WORDS}}</del>{{/OLD}}{{#NEW}} <ins>{{WORDS}}</ins>{{/NEW}}{{#PART}}{{#SAME}} {{WORDS}}{{/SAME}}{{#GONE}} <del>{{WORDS}}</del>{{/GONE}}{{#ADDED}} <ins>{{WORDS}}</ins>{{/ADDED}}{{/PART}}</span>
{{/CHANGE}}{{#WHY}}<span class="what">{{WHY_WORDS}}</span>
{{/WHY}}<span class="when">{{BY_NAME}}, <time datetime="{{REVISION_AT}}">{{REVISION_SHOWN}}</time> · revision {{REVISION_OF}}{{#HASH}} · <span class="hash" title="{{HASH_WHOLE}}">{{HASH_SHORT}}</span>{{/HASH}}</span></li>
{{/REVISION}}</ol>
