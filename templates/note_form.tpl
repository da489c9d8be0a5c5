{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1><span class="number">{{RECORD_NAME}}</span> {{HEADING}}</h1></div>
<p class="page-intro">{{RECORD_TITLE}}</p>
</header>
{{#WRONG}}<div class="error-summary" role="alert"><h2>The note is not saved</h2><ul><li><a href="#note-body">{{MESSAGE}}</a></li></ul></div>
{{/WRONG}}{{#ANSWERED}}<section class="discussion"><h2 class="vh">The note that you answer</h2>{{>REMARK}}</section>
{{/ANSWERED}}{{#STANDS}}<section class="discussion"><h2 class="block-title">The note as it is now</h2>{{>REMARK}}</section>
{{/STANDS}}<form class="remark-form" method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}">{{#PARENT}}<input type="hidden" name="parent" value="{{PARENT_ID}}">{{/PARENT}}{{#FRESH}}<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">{{/FRESH}}{{#REVISION}}<input type="hidden" name="revision" value="{{REVISION_NUMBER}}">{{/REVISION}}
<div class="field{{#FIELD_WRONG}} field-error{{/FIELD_WRONG}}"><label for="note-body">{{LABEL}}</label><textarea class="input" id="note-body" name="body" rows="8"{{#FIELD_WRONG}} aria-invalid="true"{{/FIELD_WRONG}}>
{{TYPED:pre_escape}}</textarea></div>
<div class="page-actions"><button class="button button-main">Save</button><a class="button" href="{{LEAVE}}">Leave</a></div>
</form>
{{#WITHDRAW}}<form class="remark-withdraw" method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="withdraw" value="yes"><p class="help">Everybody then sees that there was a note of yours, but not what it said. It stays in the history.</p><button class="button">Withdraw this note</button></form>
{{/WITHDRAW}}
