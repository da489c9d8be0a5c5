{{%AUTOESCAPE context="HTML"}}
{{#STALE}}<section class="error-summary" role="alert"><h2>Not saved yet: the kinds were changed while you were writing</h2>
<p>Everything you typed is still in the form below. {{#STALE_UPGRADE}}The program was upgraded meanwhile, and brought its kinds anew. {{/STALE_UPGRADE}}Look whether your change still makes sense. Saving once more puts what the form says in place of what is there now.{{#STALE_BY}} This was saved meanwhile:{{/STALE_BY}}</p>
{{#STALE_BY}}{{>HISTORY}}{{/STALE_BY}}</section>
{{/STALE}}{{#SUMMARY}}<div class="error-summary" role="alert" tabindex="-1"><h2>Not saved yet: {{SUMMARY_WORDS}}</h2><ul>{{#PROBLEM}}<li><a href="#{{PROBLEM_ID}}">{{#PROBLEM_NAMED}}{{PROBLEM_LABEL}}: {{/PROBLEM_NAMED}}{{PROBLEM_WORDS}}</a></li>{{/PROBLEM}}</ul></div>
{{/SUMMARY}}
