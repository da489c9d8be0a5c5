{{%AUTOESCAPE context="HTML"}}
{{#FLASH}}<p class="flash" role="status">{{FLASH_WORDS}}</p>
{{/FLASH}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>{{HEADING}}</h1><div class="page-actions"><a class="button" href="{{LIST_HREF}}">The list</a><a class="button button-main" href="{{NEW_FIELD_HREF}}" data-key="n">New field</a></div></div>
<p class="status-line"><span>Name <code>{{KIND_NAME}}</code></span>{{#MADE}}<span class="state state-active">made here</span>{{/MADE}}{{#CHANGED}}<span class="state state-wait">changed here</span>{{/CHANGED}}{{#SHIPPED}}<span class="quiet">shipped</span>{{/SHIPPED}}<span>{{RECORD_COUNT}}</span></p>
</header>
{{>MESSAGES}}<form class="form" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="stamp" value="{{STAMP}}">
{{>INPUTS}}<fieldset class="fieldset" id="f-statuses"><legend>Statuses</legend>
<div>
<p class="help">New records begin with the first one that is offered. A retired status stays with the records that have it. To add one, fill in an empty row.</p>
{{#STATUSES_WRONG}}<p class="error-text">{{ERROR_WORDS}}</p>{{/STATUSES_WRONG}}
<table class="table stack status-table">
<caption class="vh">Statuses of the kind</caption>
<thead><tr><th scope="col">Place</th><th scope="col">Name</th><th scope="col">Label</th><th scope="col">Look</th><th scope="col">Evidence</th><th scope="col">Closed</th><th scope="col">Approval</th><th scope="col">Records</th><th scope="col">State</th></tr></thead>
<tbody>
{{#STATUS}}<tr><td data-label="Place"><input class="input narrow" name="status-{{N}}-place" value="{{PLACE}}" inputmode="numeric" aria-label="Place of status {{N}}"></td><td data-label="Name">{{#KNOWN}}<span><code>{{NAME}}</code></span><input type="hidden" name="status-{{N}}-name" value="{{NAME}}">{{/KNOWN}}{{#FRESH}}<input class="input" id="f-status-{{N}}-name" name="status-{{N}}-name" value="{{NAME:pre_escape}}" autocomplete="off" aria-label="Name of status {{N}}"{{#NAME_WRONG}} aria-invalid="true"{{/NAME_WRONG}}>{{/FRESH}}</td><td data-label="Label"><input class="input" id="f-status-{{N}}-label" name="status-{{N}}-label" value="{{LABEL:pre_escape}}" autocomplete="off" aria-label="Label of status {{N}}"{{#LABEL_WRONG}} aria-invalid="true"{{/LABEL_WRONG}}></td><td data-label="Look"><select class="input" id="f-status-{{N}}-style" name="status-{{N}}-style" aria-label="Look of status {{N}}">{{#STYLE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_LABEL}}</option>{{/STYLE}}</select></td><td data-label="Evidence"><input type="checkbox" name="status-{{N}}-live" value="1"{{#LIVE}} checked{{/LIVE}} aria-label="Status {{N}} counts as evidence"></td><td data-label="Closed"><input type="checkbox" name="status-{{N}}-closed" value="1"{{#CLOSED}} checked{{/CLOSED}} aria-label="With status {{N}} nothing more is to be done"></td><td data-label="Approval"><input type="checkbox" name="status-{{N}}-approves" value="1"{{#APPROVES}} checked{{/APPROVES}} aria-label="Status {{N}} is given only by those who may approve"></td><td data-label="Records"><span>{{USED}}</span></td><td data-label="State"><select class="input" name="status-{{N}}-state" aria-label="State of status {{N}}">{{#STATE_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_LABEL}}</option>{{/STATE_OPTION}}</select></td></tr>
{{/STATUS}}</tbody></table>
</div></fieldset>
<fieldset class="fieldset"><legend>For the history</legend>
<div>
<div class="field"><label for="f-why">Why this change <span class="optional">(goes into the history)</span></label><input class="input" id="f-why" name="why" value="{{WHY_TYPED:pre_escape}}" autocomplete="off"></div>
</div></fieldset>
<div class="action-bar"><button class="button button-main">Save</button><a class="button" href="/admin/kinds">Leave</a></div>
</form>
<section class="kind-part"><h2 class="block-title">Fields</h2>
<table class="table list stack">
<caption class="vh">Fields of the kind</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Section</th><th scope="col">Type</th><th scope="col">Required</th><th scope="col">In the list</th><th scope="col">Origin</th></tr></thead>
<tbody>
{{#FIELD}}<tr><td><a class="title" href="{{FIELD_HREF}}">{{FIELD_LABEL}}</a><span class="sub"><code>{{FIELD_NAME}}</code></span></td><td data-label="Section"><span>{{FIELD_SECTION}}</span></td><td data-label="Type"><span>{{FIELD_TYPE}}</span></td><td data-label="Required"><span>{{FIELD_REQUIRED}}</span></td><td data-label="In the list"><span>{{FIELD_LISTED}}</span></td><td data-label="Origin"><span>{{#RETIRED}}<span class="state">retired</span> {{/RETIRED}}{{#OWN}}here{{/OWN}}{{#FOREIGN}}<span class="quiet">shipped</span>{{/FOREIGN}}</span></td></tr>
{{/FIELD}}</tbody></table>
<p class="more"><a class="button" href="{{NEW_FIELD_HREF}}">New field</a></p></section>
<section class="kind-part"><h2 class="block-title">History</h2>{{#NO_HISTORY}}<p class="quiet">Nothing was changed here: it is as it was shipped.</p>{{/NO_HISTORY}}{{>HISTORY}}</section>
