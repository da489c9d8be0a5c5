{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>{{HEADING}}</h1><div class="page-actions">{{#BACK}}<a class="button" href="{{BACK_HREF}}">{{BACK_LABEL}}</a>{{/BACK}}{{>WATCH}}</div></div>
<p class="page-intro">{{INTRO}}</p>
{{#TABS}}<ul class="tabs"><li><a href="/updates"{{#ALL_HERE}} aria-current="page"{{/ALL_HERE}}>Everything</a></li><li><a href="/updates?mine=1"{{#MINE_HERE}} aria-current="page"{{/MINE_HERE}}>What you watch</a></li></ul>
{{/TABS}}</header>
{{#WATCHED}}<details class="watched"><summary>{{WATCHED_WORDS}}</summary><ul class="plain">{{#WATCHED_ROW}}<li><a href="{{WATCHED_HREF}}">{{WATCHED_LABEL}}</a>{{>WATCH}}</li>{{/WATCHED_ROW}}</ul></details>
{{/WATCHED}}{{#DAY}}<section class="updates"><h2 class="block-title">{{#DAY_TODAY}}Today, {{/DAY_TODAY}}<time datetime="{{DAY_DATE}}">{{DAY_SHOWN}}</time></h2>
<ol class="timeline">
{{#UPDATE}}<li><span class="what">{{>REF}}{{#TITLED}} <b>{{UPDATE_TITLE}}</b>{{/TITLED}} <a href="{{UPDATE_HREF}}">{{DID}}</a></span>
{{#CHANGE}}<span class="what">{{CHANGE_LABEL}}:{{#NAMED}} {{NAMED_VERB}}{{/NAMED}}{{#OLD}} <del>{{WORDS}}</del> →{{/OLD}}{{#NEW}} <ins>{{WORDS}}</ins>{{/NEW}}{{#EMPTIED}} <span class="quiet">empty</span>{{/EMPTIED}}</span>
{{/CHANGE}}{{#EXCERPT}}<span class="what quiet">“{{EXCERPT_WORDS}}”</span>
{{/EXCERPT}}{{#WHY}}<span class="what">{{WHY_WORDS}}</span>
{{/WHY}}<span class="when">{{BY_NAME}}, <time datetime="{{UPDATE_AT}}">{{UPDATE_TIME}}</time></span></li>
{{/UPDATE}}</ol></section>
{{/DAY}}{{#NONE}}<div class="empty"><h2>{{NONE_HEADING}}</h2><p>{{NONE_WORDS}}</p></div>
{{/NONE}}<nav class="paging" aria-label="Pages of the updates"><span class="small"><a href="{{JSON_HREF}}">JSON</a></span><ol>{{#NEWEST}}<li><a href="{{NEWEST_HREF}}">Newest</a></li>{{/NEWEST}}{{#OLDER}}<li><a href="{{OLDER_HREF}}" rel="next">Older</a></li>{{/OLDER}}</ol></nav>
