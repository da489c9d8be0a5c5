{{%AUTOESCAPE context="HTML"}}
{{#FLASH}}<p class="flash" role="status">{{FLASH_WORDS}}</p>
{{/FLASH}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>{{HEADING}}</h1></div>
<p class="page-intro">{{INTRO}}</p>
</header>
{{>MESSAGES}}<form class="form" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="stamp" value="{{STAMP}}">
{{>INPUTS}}<fieldset class="fieldset"><legend>For the history</legend>
<div>
<div class="field"><label for="f-why">Why this change <span class="optional">(goes into the history)</span></label><input class="input" id="f-why" name="why" value="{{WHY_TYPED:pre_escape}}" autocomplete="off"></div>
</div></fieldset>
<div class="action-bar"><button class="button button-main">Save</button><a class="button" href="{{LEAVE}}">Leave</a></div>
</form>
{{#REMOVE}}<form class="form removal" method="post" action="{{REMOVE_ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="stamp" value="{{STAMP}}">
<fieldset class="fieldset"><legend>Remove the field</legend>
<div><p>Only as long as no record ever had a value in it. Otherwise retire it above.</p>
<button class="button">Remove this field</button></div></fieldset>
</form>{{/REMOVE}}
