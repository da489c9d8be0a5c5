{{%AUTOESCAPE context="HTML"}}<section class="first beyond" id="beyond"><h2 class="block-title">Beyond the clauses</h2>
{{#NOTHING_FOUND}}<p class="quiet">The rules that look at the manual and the records as a whole find nothing.</p>{{/NOTHING_FOUND}}{{#GROUPS}}<p class="quiet small">What the <a href="/help/rules/">rules</a> find in the manual and the records as a whole. It changes no verdict; an auditor sees it all the same.</p>
<div class="rule-groups">
{{#GROUP}}<details class="rule-group"><summary><span class="severity-{{SEVERITY}}"><b>{{SEVERITY_WORD}}</b></span><b>{{TITLE}}</b><span class="num">{{COUNT}}{{#SOME_WAIVED}}, {{WAIVED_COUNT}} waived{{/SOME_WAIVED}}</span></summary>
<ul>{{#FOUND}}<li><span>{{MESSAGE}}{{#WAIVED}} <span class="waived">Accepted by <a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a></span>{{/WAIVED}}</span><a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a></li>
{{/FOUND}}</ul>{{#MORE}}<p class="quiet small">And {{MORE_COUNT}} more; <code>ims check</code> lists them.</p>{{/MORE}}
<p class="small">{{MEND}} <a class="rule-id" href="{{RULE_HREF}}">{{RULE}}</a>{{#WAIVE}} <a href="{{WAIVE_HREF}}">Accept by a waiver<span class="vh">: {{TITLE}}</span></a>{{/WAIVE}}</p></details>
{{/GROUP}}</div>{{/GROUPS}}</section>
