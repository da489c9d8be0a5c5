{{%AUTOESCAPE context="HTML"}}
<div class="note-head"><h1><span class="kind">{{RECORD_NAME}}</span> {{RECORD_TITLE}}</h1>{{#STATE}}<span class="{{STATE_CSS}}">{{STATE_LABEL}}</span>{{/STATE}}</div>
<div class="note-text">
{{#PASSAGE}}{{#PASSAGE_HEAD}}<h2>{{PASSAGE_LABEL}}</h2>
{{/PASSAGE_HEAD}}{{#PASSAGE_TEXT}}{{HTML:none}}{{/PASSAGE_TEXT}}{{#PASSAGE_PLAIN}}<p>{{PASSAGE_WORDS}}</p>{{/PASSAGE_PLAIN}}
{{/PASSAGE}}</div>
<div class="note-side">{{>FACTS}}</div>
