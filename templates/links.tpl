{{%AUTOESCAPE context="HTML"}}
{{#FLASH}}<p class="flash" role="status">{{FLASH_WORDS}}</p>
{{/FLASH}}{{#REFUSED}}<p class="flash flash-error" role="alert">{{REFUSED_WORDS}}</p>
{{/REFUSED}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>Links of {{THING}}</h1></div>
<p class="page-intro">What it is linked to, and what is linked to it. A link is marked when what it leads to says other things than when the link was made.</p>
</header>
{{#ADD}}<form class="filters" method="post" action="/links">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="from" value="{{FROM}}">
<div class="filter"><label for="f-role">This</label><select id="f-role" name="role">{{#ROLE}}<option value="{{ROLE_NAME}}"{{#ROLE_CHOSEN}} selected{{/ROLE_CHOSEN}}>{{ROLE_LABEL}}</option>{{/ROLE}}</select></div>
<div class="filter wide"><label for="f-to">A reference, or words to find it by</label><input id="f-to" name="to" value="{{TO}}" autocomplete="off" spellcheck="false" data-suggest{{#WRONG}} aria-invalid="true" aria-describedby="f-to-e"{{/WRONG}}></div>
<button class="button button-main">Link</button>
</form>
{{#WRONG}}<p class="error-text" id="f-to-e" role="alert">{{WRONG_WORDS}}</p>
{{/WRONG}}{{/ADD}}{{#FOUND}}<form class="form" method="post" action="/links">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="from" value="{{FROM}}"><input type="hidden" name="role" value="{{CHOSEN_ROLE}}">
<fieldset class="fieldset"><legend>Which of these?</legend>
<div class="choices choices-list">{{#HIT}}<label><input type="radio" name="to" value="{{HIT_REF}}"{{#HIT_FIRST}} checked{{/HIT_FIRST}}> <span>{{HIT_LABEL}} <span class="quiet">{{HIT_EXCERPT}}</span></span></label>{{/HIT}}</div></fieldset>
<div class="action-bar"><button class="button button-main">Link</button><a class="button" href="{{LEAVE}}">Leave</a></div>
</form>
{{/FOUND}}{{#TABLE}}<section><h2>{{HEADING}}</h2>
<table class="table list stack">
<caption class="vh">{{HEADING}}</caption>
<thead><tr><th scope="col">How</th><th scope="col">What</th><th scope="col">Made</th><th scope="col">State</th></tr></thead>
<tbody>
{{#LINK}}<tr><td data-label="How">{{LINK_HEADING}}</td><td data-label="What">{{>REF}}</td><td data-label="Made"><span>{{#MADE}}<time datetime="{{MADE_DAY}}">{{MADE_SHOWN}}</time><span class="sub">{{MADE_BY}}</span>{{/MADE}}</span></td><td data-label="State"><div>{{#SUSPECT}}<span class="changed">changed since linked</span> {{/SUSPECT}}{{#AFFIRMED}}<span class="sub">affirmed <time datetime="{{MADE_DAY}}">{{MADE_SHOWN}}</time>, {{MADE_BY}}</span>{{/AFFIRMED}}{{#MAY_AFFIRM}}<form class="inline" method="post" action="/links/{{LINK_ID}}/affirm"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="of" value="{{FROM}}"><input type="hidden" name="target" value="{{LINK_TARGET}}"><input type="hidden" name="fingerprint" value="{{FINGERPRINT}}"><button class="button button-small">Still holds</button></form>{{/MAY_AFFIRM}}{{#MAY_WITHDRAW}}<form class="inline" method="post" action="/links/{{LINK_ID}}/withdraw"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="of" value="{{FROM}}"><input type="hidden" name="target" value="{{LINK_TARGET}}"><button class="button button-small">Take back</button></form>{{/MAY_WITHDRAW}}</div></td></tr>
{{/LINK}}</tbody></table></section>
{{/TABLE}}{{#NONE}}<div class="empty"><h2>Not linked to anything yet</h2><p>Fields and texts that refer to it, and links made here, are listed on this page.</p></div>
{{/NONE}}{{#MORE}}<p class="small quiet">Only the {{LIMIT}} newest links each way are shown.</p>
{{/MORE}}
