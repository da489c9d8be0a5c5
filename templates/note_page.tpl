{{%AUTOESCAPE context="HTML"}}<div class="note-head"><h1><span class="kind">{{KIND}}</span> {{TITLE}}</h1></div>
<div class="note-text">{{#PROBLEM}}<p class="late">This page cannot be shown: {{MESSAGE}}.</p>{{/PROBLEM}}{{HTML:none}}{{#CONTROL}}<p class="quiet">{{WORDS}}</p>{{/CONTROL}}</div>
<div class="note-side">{{#SECTIONS}}<h2>Sections</h2><ul class="plain">{{#ENTRY}}<li><a href="{{HREF}}">{{TITLE}}</a></li>{{/ENTRY}}</ul>{{/SECTIONS}}{{#LINKED_WORK}}<h2>What refers to it</h2>{{>LINKED}}{{/LINKED_WORK}}</div>
