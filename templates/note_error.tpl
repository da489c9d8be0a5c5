{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="en" class="note-html">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{HEADING}} · Footnote</title>
<link rel="stylesheet" href="/static/style.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
</head>
<body class="note">
<header class="note-bar"><span class="note-bar-title">Footnote</span><span class="note-actions"><a href="/note/">Clear</a></span></header>
<main class="note-body">
<div class="note-head"><h1>{{HEADING}}</h1></div>
<div class="note-text"><p>{{MESSAGE}}</p></div>
</main>
</body>
</html>
