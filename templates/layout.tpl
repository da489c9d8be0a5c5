{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} · {{ORGANISATION}} IMS</title>
<link rel="stylesheet" href="/static/style.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<script src="/static/ims.js" defer></script>
</head>
<body{{#KEYS}} data-keys{{/KEYS}}>
<a class="skip" href="#content">Skip to the page</a>
<header class="topbar">
<a class="org" href="/">{{ORGANISATION}}</a>
<form class="search" role="search" action="/search">
<label class="vh" for="q">Search the manual, records and clauses</label>
<input type="search" id="q" name="q" value="{{WORDS}}" placeholder="Search pages, records, clauses" data-key="/">
<kbd aria-hidden="true">/</kbd>
</form>
<div class="topbar-end">
{{#PERSON}}<details class="menu">
<summary><span class="initials" aria-hidden="true">{{INITIALS}}</span><span class="vh">Account of </span><span class="name">{{NAME}}</span></summary>
<ul class="menu-list">
<li class="about"><span>{{NAME}}{{#POST_SHOWN}}, {{POST}}{{/POST_SHOWN}}</span></li>
<li><a href="/records?owner={{LOGIN}}">Yours to do ({{OPEN_COUNT}})</a></li>
<li><a href="/updates?mine=1">Updates of what you watch</a></li>
<li><a href="/account">Account</a></li>
{{#ADMINISTERS}}<li><a href="/admin">Administration</a></li>
{{/ADMINISTERS}}<li><form method="post" action="/logout"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="menu-button">Sign out</button></form></li>
</ul>
</details>{{/PERSON}}
{{#NOBODY}}<a class="button" href="{{LOGIN_HREF}}">Sign in</a>{{/NOBODY}}
</div>
</header>
<details class="nav-toggle"><summary>Menu</summary></details>
<div class="shell">
<nav class="nav" aria-label="Manual">
{{#NAV_GROUP}}<ul>
{{#NAV_ENTRY}}<li><a href="{{HREF}}"{{#CLEARS}} class="nav-action" target="footnote" data-key="Escape"{{/CLEARS}}{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/NAV_ENTRY}}</ul>
{{/NAV_GROUP}}{{#MENU_PROBLEM}}<p class="late small">{{PROBLEM}}</p>{{/MENU_PROBLEM}}
<p class="version">IMS Version: <strong>{{IMS_VERSION}}</strong></p>
</nav>
<div class="column">
<main class="main" id="content" tabindex="-1">
<div class="print-head" aria-hidden="true"><div><span>{{ORGANISATION}}</span><span>{{REFERENCE}}</span><span>Version {{PRINT_VERSION}}</span><span>{{CLASSIFICATION}}</span></div></div>
<div class="page">
{{>BODY}}
<footer class="page-foot"><span>{{ORGANISATION}} Integrated Management System</span><span>IMS Version: {{IMS_VERSION}}</span>{{#FOOT_REFERENCE}}<span>{{REFERENCE}}</span>{{/FOOT_REFERENCE}}<span>Classification: {{CLASSIFICATION}}</span></footer>
</div>
</main>
<aside class="dock" aria-label="Footnote window">
<iframe name="footnote" title="Footnote" src="{{NOTE_HREF}}"></iframe>
<fieldset class="dock-size">
<legend class="vh">Height of the footnote window</legend>
<label for="dock-slim"><input class="vh" type="radio" name="dock" id="dock-slim"{{#DOCK_SLIM}} checked{{/DOCK_SLIM}}><span class="vh">Title bar only</span><svg viewBox="0 0 16 16" aria-hidden="true"><rect x="1.5" y="1.5" width="13" height="13" rx="1"/><path d="M2 12h12v2H2z"/></svg></label>
<label for="dock-half"><input class="vh" type="radio" name="dock" id="dock-half"{{#DOCK_HALF}} checked{{/DOCK_HALF}}><span class="vh">Standard height</span><svg viewBox="0 0 16 16" aria-hidden="true"><rect x="1.5" y="1.5" width="13" height="13" rx="1"/><path d="M2 9h12v5H2z"/></svg></label>
<label for="dock-tall"><input class="vh" type="radio" name="dock" id="dock-tall"><span class="vh">Tall</span><svg viewBox="0 0 16 16" aria-hidden="true"><rect x="1.5" y="1.5" width="13" height="13" rx="1"/><path d="M2 5h12v9H2z"/></svg></label>
</fieldset>
</aside>
</div>
</div>
</body>
</html>
