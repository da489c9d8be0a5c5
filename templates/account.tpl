{{%AUTOESCAPE context="HTML"}}<header class="page-head"><div class="page-title"><h1>Account</h1></div></header>
{{#CHANGED}}<p class="flash" role="status">Your password is changed. Other browsers have been signed out.</p>{{/CHANGED}}
<dl class="facts"><dt>Name</dt><dd>{{NAME}}</dd><dt>Signs in as</dt><dd>{{LOGIN}}</dd><dt>Position</dt><dd>{{POST}}</dd><dt>Mail</dt><dd>{{EMAIL}}</dd><dt>Roles</dt><dd>{{ROLES}}</dd></dl>
<form class="form" method="post" action="/account/password">
<input type="hidden" name="csrf" value="{{CSRF}}">
<fieldset class="fieldset"><legend>Change the password</legend>
<div>
<div class="field"><label for="password">Present password</label><input class="input" id="password" name="password" type="password" autocomplete="current-password" required></div>
<div class="row">
<div class="field"><label for="new_password">New password</label><p class="help" id="new-h">At least 10 characters.</p><input class="input" id="new_password" name="new_password" type="password" autocomplete="new-password" minlength="10" aria-describedby="new-h" required></div>
<div class="field"><label for="again">Once more</label><p class="help">The same again.</p><input class="input" id="again" name="again" type="password" autocomplete="new-password" minlength="10" required></div>
</div>
<button class="button button-main">Change the password</button>
</div></fieldset>
</form>
<form class="form" method="post" action="/account/keys">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="keys" value="{{KEYS_VALUE}}">
<fieldset class="fieldset"><legend>Shortcuts</legend>
<div><p>Single keys such as <kbd>/</kbd>, <kbd>j</kbd> and <kbd>k</kbd> are {{#KEYS_ON}}on{{/KEYS_ON}}{{#KEYS_OFF}}off{{/KEYS_OFF}} in this browser.</p>
<button class="button">{{#KEYS_ON}}Turn shortcuts off{{/KEYS_ON}}{{#KEYS_OFF}}Turn shortcuts on{{/KEYS_OFF}}</button></div></fieldset>
</form>
{{#ADMINISTER}}<form class="form" method="post" action="/admin/instructions">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="instructions" value="{{VALUE}}">
<fieldset class="fieldset"><legend>Instruction boxes</legend>
<div><p>Boxes in the manual that tell the writer what to put where are {{#SHOWN}}shown{{/SHOWN}}{{#HIDDEN}}not shown{{/HIDDEN}} to everybody.</p>
<button class="button">{{#SHOWN}}Turn off instructions{{/SHOWN}}{{#HIDDEN}}Show instructions{{/HIDDEN}}</button></div></fieldset>
</form>{{/ADMINISTER}}
