{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="en" class="note-html">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} · Footnote</title>
<link rel="stylesheet" href="/static/style.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
</head>
<body class="note">
<header class="note-bar"><span class="note-bar-title">Footnote</span><nav aria-label="Trail"><ol class="trail">{{#STEP}}<li><a href="{{HREF}}">{{LABEL}}</a></li>{{/STEP}}<li aria-current="page">{{HERE}}</li></ol></nav><span class="note-actions">{{#LINKS}}<a href="{{LINKS_HREF}}" target="_top">Links</a>{{/LINKS}}{{#MAIN}}<a href="{{HREF}}" target="_top">Open in main window</a>{{/MAIN}}<a href="/note/">Clear</a></span></header>
<main class="note-body">
{{>BODY}}
</main>
</body>
</html>
