{{%AUTOESCAPE context="HTML"}}<div class="note-head"><h1><span class="kind">File</span> {{TITLE}}</h1></div>
<div class="note-text"><p><a href="{{HREF}}">Download {{NAME}}</a>, {{SIZE}}</p><p class="quiet">Filed by {{BY}}, <time datetime="{{DATE}}">{{SHOWN}}</time>. Kept by its content: SHA-256 <span class="hash">{{HASH}}</span></p></div>
<div class="note-side">{{#REFERRERS}}<h2>Referred to by</h2><ul class="plain">{{#REFERRER}}<li><span><a class="{{REF_CSS}}" href="{{REF_HREF}}">{{REF_LABEL}}</a></span></li>{{/REFERRER}}</ul>{{/REFERRERS}}</div>
