{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · {{ORGANISATION}} IMS</title>
<link rel="stylesheet" href="/static/style.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
</head>
<body class="signin-page">
<main class="signin">
<h1>{{ORGANISATION}}</h1>
<p class="sub">Integrated Management System</p>
{{#FAULT}}<p class="flash flash-error" role="alert">{{MESSAGE}}</p>{{/FAULT}}
<form method="post" action="/login">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="next" value="{{NEXT}}">
<div class="field"><label for="user">Name</label><input class="input" id="user" name="user" autocomplete="username" autocapitalize="none" required value="{{USER}}"></div>
<div class="field"><label for="password">Password</label><input class="input" id="password" name="password" type="password" autocomplete="current-password" required></div>
<button class="button button-main">Sign in</button>
</form>
<p class="help signature">No account, or password forgotten? Ask the IMS Administrator.</p>
</main>
<footer class="signin-foot">IMS Version: {{IMS_VERSION}}</footer>
</body>
</html>
