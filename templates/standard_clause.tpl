{{%AUTOESCAPE context="HTML"}}
{{#FLASH}}<p class="flash" role="status">{{FLASH_WORDS}}</p>
{{/FLASH}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>What is expected of <span class="number">{{CLAUSE_LABEL}}</span> {{HEADING}}</h1><div class="page-actions"><a class="button" href="{{CLAUSE_HREF}}">The clause</a>{{#EXCLUDE}}<a class="button" href="{{EXCLUDE_HREF}}">It does not apply</a>{{/EXCLUDE}}</div></div>
<p class="page-intro">{{STANDARD_NAME}}. Beside an approved provision in the manual, all of this must exist. What was shipped stays; what is added here stays when the program is upgraded.</p>
</header>
{{>MESSAGES}}<section><h2 class="block-title">Expected now</h2>
{{#NONE}}<p class="quiet">An approved provision, and nothing else.</p>{{/NONE}}<ul class="file-list">{{#EXPECTATION}}<li><div><b>{{EXPLAINED}}</b> <span class="quiet"><code>{{WORDS}}</code>, {{#OWN}}added here{{/OWN}}{{#SHIPPED}}shipped{{/SHIPPED}}</span></div>{{#OWN}}<form method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="step" value="withdraw"><input type="hidden" name="position" value="{{POSITION}}"><input type="hidden" name="words" value="{{WORDS:pre_escape}}"><button class="button">Withdraw<span class="vh"> {{EXPLAINED}}</span></button></form>{{/OWN}}</li>{{/EXPECTATION}}</ul></section>
{{#ASKS_NOTHING}}<p class="quiet">This is a heading or a remark. It asks for nothing itself, so nothing can be expected of it.</p>
{{/ASKS_NOTHING}}{{#EDIT}}<form class="form kind-part" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>INPUTS}}{{#PREVIEW}}<div class="flash" role="status"><p>That asks for: <b>{{PREVIEW_WORDS}}</b>. Add it if this is what you mean.</p></div>
{{/PREVIEW}}<div class="action-bar">{{#PREVIEW}}<button type="submit" class="button button-main" name="step" value="add">Add this expectation</button><button type="submit" class="button" name="step" value="show">Show it in words again</button>{{/PREVIEW}}{{#FIRST}}<button type="submit" class="button button-main" name="step" value="show">Show it in words</button>{{/FIRST}}<a class="button" href="{{CLAUSE_HREF}}">Leave</a></div>
</form>
{{/EDIT}}<section class="kind-part"><h2 class="block-title">History</h2>{{#NO_HISTORY}}<p class="quiet">Nothing was added or withdrawn here.</p>{{/NO_HISTORY}}{{>HISTORY}}</section>
