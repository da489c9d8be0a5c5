{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>{{HEADING}}</h1></div>
</header>
{{#SUMMARY}}<div class="error-summary" role="alert" tabindex="-1"><h2>Not saved yet: {{SUMMARY_WORDS}}</h2><ul>{{#PROBLEM}}<li><a href="#{{PROBLEM_ID}}">{{#PROBLEM_NAMED}}{{PROBLEM_LABEL}}: {{/PROBLEM_NAMED}}{{PROBLEM_WORDS}}</a></li>{{/PROBLEM}}</ul></div>
{{/SUMMARY}}<form class="form" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#OPENED_ON}}<input type="hidden" name="revision" value="{{OPENED_REVISION}}">
{{/OPENED_ON}}{{#FIELDSET}}<fieldset class="fieldset"><legend>{{LEGEND}}</legend>
<div>
{{#GROUP}}{{#IN_ROW}}<div class="row">
{{/IN_ROW}}{{#FIELD}}{{#LINE}}<div class="field{{#WRONG}} field-error{{/WRONG}}"><label for="{{ID}}">{{LABEL}}{{#DEMAND}} <span class="optional">({{DEMAND_WORDS}})</span>{{/DEMAND}}</label>{{#HELP}}<p class="help" id="{{ID}}-h">{{HELP_WORDS}}</p>{{/HELP}}{{#ERROR}}<p class="error-text" id="{{ID}}-e">{{ERROR_WORDS}}</p>{{/ERROR}}<input class="input" id="{{ID}}" name="{{NAME}}" type="{{INPUT_TYPE}}" value="{{VALUE:pre_escape}}"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#WRONG}} aria-invalid="true"{{/WRONG}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}></div>
{{/LINE}}{{#AREA}}<div class="field{{#WRONG}} field-error{{/WRONG}}"><label for="{{ID}}">{{LABEL}}{{#DEMAND}} <span class="optional">({{DEMAND_WORDS}})</span>{{/DEMAND}}</label>{{#HELP}}<p class="help" id="{{ID}}-h">{{HELP_WORDS}}</p>{{/HELP}}{{#ERROR}}<p class="error-text" id="{{ID}}-e">{{ERROR_WORDS}}</p>{{/ERROR}}<textarea class="input" id="{{ID}}" name="{{NAME}}" rows="5"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#WRONG}} aria-invalid="true"{{/WRONG}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{VALUE:pre_escape}}</textarea></div>
{{/AREA}}{{#SELECT}}<div class="field{{#WRONG}} field-error{{/WRONG}}"><label for="{{ID}}">{{LABEL}}{{#DEMAND}} <span class="optional">({{DEMAND_WORDS}})</span>{{/DEMAND}}</label>{{#HELP}}<p class="help" id="{{ID}}-h">{{HELP_WORDS}}</p>{{/HELP}}{{#ERROR}}<p class="error-text" id="{{ID}}-e">{{ERROR_WORDS}}</p>{{/ERROR}}<select class="input" id="{{ID}}" name="{{NAME}}"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#WRONG}} aria-invalid="true"{{/WRONG}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>{{#OPTION}}<option value="{{OPTION_VALUE:pre_escape}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_LABEL}}</option>{{/OPTION}}</select></div>
{{/SELECT}}{{#RADIO}}<div class="field{{#WRONG}} field-error{{/WRONG}}" role="radiogroup" aria-labelledby="{{ID}}-l"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#WRONG}} aria-invalid="true"{{/WRONG}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}><span class="field-label" id="{{ID}}-l">{{LABEL}}{{#DEMAND}} <span class="optional">({{DEMAND_WORDS}})</span>{{/DEMAND}}</span>{{#HELP}}<p class="help" id="{{ID}}-h">{{HELP_WORDS}}</p>{{/HELP}}{{#ERROR}}<p class="error-text" id="{{ID}}-e">{{ERROR_WORDS}}</p>{{/ERROR}}<div class="choices">{{#OPTION}}<label><input type="radio"{{#OPTION_FIRST}} id="{{ID}}"{{/OPTION_FIRST}} name="{{NAME}}" value="{{OPTION_VALUE:pre_escape}}"{{#OPTION_CHOSEN}} checked{{/OPTION_CHOSEN}}> {{OPTION_LABEL}}</label>{{/OPTION}}</div></div>
{{/RADIO}}{{#REFERENCES}}<div class="field{{#WRONG}} field-error{{/WRONG}}"><label for="{{ID}}">{{LABEL}}{{#DEMAND}} <span class="optional">({{DEMAND_WORDS}})</span>{{/DEMAND}}</label>{{#HELP}}<p class="help" id="{{ID}}-h">{{HELP_WORDS}}</p>{{/HELP}}{{#ERROR}}<p class="error-text" id="{{ID}}-e">{{ERROR_WORDS}}</p>{{/ERROR}}<input class="input" id="{{ID}}" name="{{NAME}}" value="{{VALUE:pre_escape}}" autocomplete="off" spellcheck="false"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#WRONG}} aria-invalid="true"{{/WRONG}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>{{#CHIPS}}<ul class="chosen">{{#CHIP}}<li>{{>REF}}</li>{{/CHIP}}</ul>{{/CHIPS}}</div>
{{/REFERENCES}}{{/FIELD}}{{#IN_ROW}}</div>
{{/IN_ROW}}{{/GROUP}}</div></fieldset>
{{/FIELDSET}}<fieldset class="fieldset"><legend>For the history</legend>
<div>
<div class="field"><label for="f-why">Why this change <span class="optional">(goes into the history)</span></label><input class="input" id="f-why" name="why" value="{{WHY_TYPED:pre_escape}}"></div>
</div></fieldset>
<div class="action-bar"><button class="button button-main">Save</button><a class="button" href="{{LEAVE}}">Leave</a><span class="end">{{OPENED}}</span></div>
</form>
