{{%AUTOESCAPE context="HTML"}}<div class="note-head"><h1><span class="kind">File</span> {{TITLE}}</h1></div>
<div class="note-text"><p><a href="{{HREF}}">Download {{NAME}}</a>, {{SIZE}}</p><p class="quiet">Filed by {{BY}}, <time datetime="{{DATE}}">{{SHOWN}}</time>. Kept by its content: SHA-256 <span class="hash">{{HASH}}</span></p></div>
<div class="note-side">{{#LINKED_WORK}}<h2>What refers to it</h2>{{>LINKED}}{{/LINKED_WORK}}</div>
