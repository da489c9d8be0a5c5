{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="en" class="note-html">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The footnote window is clear · Footnote</title>
<link rel="stylesheet" href="/static/style.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
</head>
<body class="note note-cleared">
<header class="note-bar"><h1 class="note-bar-title">Footnote</h1><span class="quiet">Nothing open. Follow a reference in the page and it opens here.</span></header>
<main class="note-body">
<div class="note-text"><p>The page stays where it is while you follow references here; the trail above leads back.</p></div>
</main>
</body>
</html>
