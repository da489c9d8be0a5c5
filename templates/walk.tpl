{{%AUTOESCAPE context="HTML"}}<nav class="walk-bar" aria-label="Walk">{{#PREVIOUS}}<a class="prev" href="{{HREF}}" data-key="k">← {{ID}} {{HEADING}}</a>{{/PREVIOUS}}{{#AT_START}}<span class="prev quiet">The first clause</span>{{/AT_START}}<div class="place"><b>Clause {{PLACE}}</b> of {{COUNT}} in {{STANDARD_NAME}}<svg class="progress" viewBox="0 0 240 4" role="img" aria-label="{{PLACE}} of {{COUNT}} clauses"><rect class="track" width="240" height="4"/><rect class="done" width="{{DONE_WIDTH}}" height="4"/></svg></div>{{#NEXT}}<a class="next" href="{{HREF}}" data-key="j">{{ID}} {{HEADING}} →</a>{{/NEXT}}{{#AT_END}}<span class="next quiet">The last clause</span>{{/AT_END}}</nav>
<div class="walk">
<header class="walk-head"><div class="clause-head"><h1><span>{{ID}}</span>{{HEADING}}</h1><span class="verdict verdict-badge is-{{VERDICT}}">{{VERDICT_WORD}}</span>{{#OBJECT}}<div class="decide"><a class="button button-main" href="{{OBJECT_HREF}}" data-key="f">{{OBJECT_LABEL}}</a></div>{{/OBJECT}}</div><p class="clause-also"><a href="{{CLAUSE_HREF}}">Everything about this clause</a>, as of <time datetime="{{AS_OF}}">{{AS_OF_SHOWN}}</time></p></header>
<div>
<section><h2>What is asked, in our words</h2><p class="asked">{{ASKS}}</p></section>
{{#EXCLUDED}}<section><h2>Why it does not apply</h2>
{{#EXCLUSION}}<div class="provision prose">{{HTML:none}}</div><p class="provision-source"><a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a>{{#DATED}}, decided <time datetime="{{DATE}}">{{DATE_SHOWN}}</time>{{/DATED}}</p>
{{/EXCLUSION}}</section>
{{/EXCLUDED}}<section><h2>How we meet it</h2>
{{#PROVISION}}{{#TEXT}}<div class="provision prose">{{HTML:none}}</div>{{/TEXT}}{{#NO_TEXT}}<div class="provision prose"><p class="quiet">The text of this section cannot be shown here.</p></div>{{/NO_TEXT}}<p class="provision-source"><a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a> · {{#REFERENCE}}{{PAGE_REFERENCE}} {{/REFERENCE}}{{APPROVAL}} · <a href="{{MAIN_HREF}}">{{#TO_APPROVE}}open in main window to review it{{/TO_APPROVE}}{{#APPROVED}}open in main window{{/APPROVED}}</a></p>
{{/PROVISION}}{{#NO_PROVISION}}<p>No section of the manual claims this clause.</p>
{{/NO_PROVISION}}</section>
{{#REASONS}}<section><h2>Why it is not evidenced</h2><ul class="plain">{{#REASON}}<li><span class="severity-{{SEVERITY}}"><b>{{SEVERITY_WORD}}</b> <a class="rule-id" href="{{RULE_HREF}}"{{#RULE_ABOVE}} target="_top"{{/RULE_ABOVE}}>{{RULE}}</a> {{MESSAGE}}</span></li>{{/REASON}}</ul></section>
{{/REASONS}}<ul class="keys">{{#NEXT}}<li><kbd>j</kbd> next clause</li>{{/NEXT}}{{#PREVIOUS}}<li><kbd>k</kbd> previous</li>{{/PREVIOUS}}{{#KEYS}}<li><kbd>1</kbd> to <kbd>{{LAST_KEY}}</kbd> evidence</li>{{/KEYS}}{{#ONE_KEY}}<li><kbd>1</kbd> evidence</li>{{/ONE_KEY}}{{#OBJECT}}<li><kbd>f</kbd> {{OBJECT_LABEL}}</li>{{/OBJECT}}<li><kbd>Esc</kbd> clear footnote</li></ul>
</div>
<aside aria-label="Evidence"><section><h2>What must exist, and does it</h2><ul class="expect">
{{#EXPECTATION}}<li><span class="dot is-{{MARK}}"></span><div><b><span class="vh">{{MARK_WORD}}: </span>{{EXPLAINED}}</b>{{#NO_RECORD}}<p class="quiet small">Nothing on record.</p>{{/NO_RECORD}}<ul>{{#RECORD}}<li><span>{{#KEY}}<kbd>{{NUMBER}}</kbd>{{/KEY}}<a class="{{REF_CSS}}{{#TITLED}} ref-label{{/TITLED}}" href="{{REF_HREF}}" target="footnote"{{#KEY}} data-key="{{NUMBER}}"{{/KEY}}{{#CURRENT}} aria-current="true"{{/CURRENT}}>{{REF_LABEL}}</a>{{#TITLED}} {{TITLE}}{{/TITLED}}{{#OLD}} <span class="late small">(too old)</span>{{/OLD}}</span>{{#DATED}}<time datetime="{{DATE}}">{{DATE_SHOWN}}</time>{{/DATED}}</li>{{/RECORD}}</ul></div></li>
{{/EXPECTATION}}</ul></section>
{{#OBJECTIONS}}<section><h2>{{PLURAL}} against this clause</h2>{{#NONE_OPEN}}<p class="small">None open.</p>{{/NONE_OPEN}}<ul class="plain">{{#OBJECTION}}<li><span><a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a></span><span class="quiet">{{STATUS}}</span></li>{{/OBJECTION}}</ul></section>
{{/OBJECTIONS}}</aside>
</div>
