{{%AUTOESCAPE context="HTML"}}<div class="note-head"><h1>{{NAME}}</h1></div>
<div class="note-text">{{#HAS_POST}}<p>{{POST}}</p>{{/HAS_POST}}<dl class="facts">{{#HAS_EMAIL}}<dt>Mail</dt><dd><a href="mailto:{{EMAIL}}">{{EMAIL}}</a></dd>{{/HAS_EMAIL}}<dt>Roles</dt><dd>{{ROLES}}</dd></dl>
<p><a href="/records?owner={{LOGIN}}" target="_top">Open records of {{NAME}}</a></p></div>
<div class="note-side">{{#LINKED_WORK}}<h2>What refers to it</h2>{{>LINKED}}{{/LINKED_WORK}}</div>
