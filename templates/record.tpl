{{%AUTOESCAPE context="HTML"}}
{{#FLASH_SAVED}}<p class="flash" role="status">{{FLASH_WORDS}}</p>
{{/FLASH_SAVED}}{{#FLASH_BROKEN}}<div class="flash flash-warning" role="status"><span>{{FLASH_WORDS}}{{#BROKEN}} <code>{{BROKEN_REF}}</code> ({{BROKEN_REASON}}){{#BROKEN_separator}},{{/BROKEN_separator}}{{/BROKEN}}.</span></div>
{{/FLASH_BROKEN}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1><span class="number">{{RECORD_NAME}}</span> {{RECORD_TITLE}}</h1><div class="page-actions">{{>WATCH}}<a class="button" href="{{HISTORY_HREF}}">History</a>{{#MAY_EDIT}}<a class="button button-main" href="{{EDIT_HREF}}" data-key="e">Edit</a>{{/MAY_EDIT}}</div></div>
<p class="status-line">{{#STATE}}<span class="{{STATE_CSS}}">{{STATE_LABEL}}</span>{{/STATE}}{{#LINE_OWNER}}<span>{{LINE_LABEL}} {{>REF}}</span>{{/LINE_OWNER}}{{#LINE_DUE}}<span>{{LINE_LABEL}} <time datetime="{{LINE_DAY}}">{{LINE_SHOWN}}</time>, {{LINE_WORDS}}</span>{{/LINE_DUE}}{{#LINE_LATE}}<span>{{LINE_LABEL}} <time datetime="{{LINE_DAY}}">{{LINE_SHOWN}}</time>, <span class="late">{{LINE_WORDS}}</span></span>{{/LINE_LATE}}<span class="quiet">Revision {{REVISION_NUMBER}}, <time datetime="{{CHANGED_DAY}}">{{CHANGED_SHOWN}}</time></span></p>
</header>
<div class="record">
<div>
{{#PASSAGE}}<section>{{#PASSAGE_HEAD}}<h2>{{PASSAGE_LABEL}}</h2>{{/PASSAGE_HEAD}}<div class="prose">{{#PASSAGE_TEXT}}{{HTML:none}}{{/PASSAGE_TEXT}}{{#PASSAGE_PLAIN}}<p>{{PASSAGE_WORDS}}</p>{{/PASSAGE_PLAIN}}</div></section>
{{/PASSAGE}}{{#LINKED_WORK}}<section><h2>Linked work</h2>
{{>LINKED}}</section>
{{/LINKED_WORK}}<p class="small links-all"><a href="{{LINKS_HREF}}">All links{{#MAY_EDIT}}, and linking to something else{{/MAY_EDIT}}</a></p>{{>RAISE}}{{>FILES}}</div>
<aside class="record-side" aria-label="Facts and history"><section><h2 class="vh">Facts</h2>{{>FACTS}}</section><section><h2>History</h2>{{>HISTORY}}{{#HISTORY_ALL}}<p class="small"><a href="{{HISTORY_HREF}}">All {{HISTORY_COUNT}} revisions</a></p>{{/HISTORY_ALL}}</section></aside>
{{>NOTES}}</div>
