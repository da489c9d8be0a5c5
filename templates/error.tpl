{{%AUTOESCAPE context="HTML"}}<header class="page-head"><div class="page-title"><h1>{{HEADING}}</h1></div></header>
<div class="prose"><p class="lead">{{MESSAGE}}</p>{{#PLACE}}<p class="quiet">Where: <code>{{FIELD}}</code></p>{{/PLACE}}<p><a href="/">Home</a> · <a href="/search">Search</a> · <a href="/help/">On-line help</a></p></div>
