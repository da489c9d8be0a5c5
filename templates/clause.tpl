{{%AUTOESCAPE context="HTML"}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1><span class="number">{{ID}}</span> {{HEADING}}</h1><div class="page-actions">{{#OBJECT}}<a class="button" href="{{OBJECT_HREF}}">{{OBJECT_LABEL}}</a>{{/OBJECT}}{{#WALK}}<a class="button button-main" href="{{WALK_HREF}}">Walk from here</a>{{/WALK}}</div></div>
<p class="status-line">{{#JUDGED}}<span class="verdict verdict-badge is-{{VERDICT}}">{{VERDICT_WORD}}</span>{{/JUDGED}}<span>{{STANDARD_NAME}}, as of <time datetime="{{AS_OF}}">{{AS_OF_SHOWN}}</time></span></p>
</header>
<div class="record">
<div>
<section><h2>What is asked, in our words</h2><p class="asked">{{ASKS}}</p>{{#ASKS_NOTHING}}<p class="quiet small">This is a remark of the standard. It asks for nothing by itself, so it has no verdict.</p>{{/ASKS_NOTHING}}{{#LICENSED}}<details class="licensed"><summary>The standard's own words</summary><p class="quiet small">Licensed text, not exported.</p><p class="licensed-words">{{LICENSED_WORDS:pre_escape}}</p></details>{{/LICENSED}}</section>
{{#CHILDREN}}<section><h2>What is below it</h2>{{>BAR}}<p class="quiet small">{{WORDS}}</p>
<ul class="plain">{{#CHILD}}<li><span><a href="{{HREF}}"><span class="num">{{ID}}</span> {{HEADING}}</a>{{#ROLLED}}<span class="sub">{{WORDS}}</span>{{/ROLLED}}</span><span class="verdict is-{{VERDICT}}">{{VERDICT_WORD}}</span></li>{{/CHILD}}</ul></section>
{{/CHILDREN}}{{#ITEM}}{{#REASONS}}<section><h2>What is left to do</h2><ul class="plain">{{#REASON}}<li><span><span class="severity-{{SEVERITY}}"><b>{{SEVERITY_WORD}}</b> <a class="rule-id" href="{{RULE_HREF}}"{{#RULE_ABOVE}} target="_top"{{/RULE_ABOVE}}>{{RULE}}</a> {{MESSAGE}}</span><span class="sub">{{MEND}}</span></span><span>{{#MEND_LINK}}<a href="{{MEND_HREF}}">{{MEND_LABEL}}</a>{{/MEND_LINK}}</span></li>{{/REASON}}</ul></section>
{{/REASONS}}{{#EXCLUDED}}<section><h2>Why it does not apply</h2>
{{#EXCLUSION}}<div class="provision prose">{{HTML:none}}</div><p class="provision-source"><a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a>{{#DATED}}, decided <time datetime="{{DATE}}">{{DATE_SHOWN}}</time>{{/DATED}}</p>
{{/EXCLUSION}}</section>
{{/EXCLUDED}}{{#MEETING}}<section><h2>How we meet it</h2>
<div class="prose">{{#PROVISION}}<div>{{#TEXT}}<div class="provision prose">{{HTML:none}}</div>{{/TEXT}}{{#NO_TEXT}}<div class="provision prose"><p class="quiet">The text of this section cannot be shown here.</p></div>{{/NO_TEXT}}<p class="provision-source"><a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a> · {{#REFERENCE}}{{PAGE_REFERENCE}} {{/REFERENCE}}{{APPROVAL}} · <a href="{{MAIN_HREF}}">{{#TO_APPROVE}}open in main window to review it{{/TO_APPROVE}}{{#APPROVED}}open in main window{{/APPROVED}}</a></p></div>
{{/PROVISION}}</div>{{#NO_PROVISION}}<p>No section of the manual claims this clause. Where one says how it is met, put this line straight under its heading:</p><p><code>{{CLAIM}}</code></p>
{{/NO_PROVISION}}</section>
{{/MEETING}}{{/ITEM}}{{#LINKS}}<section><h2>What refers to it</h2><ul class="plain">{{#LINK}}<li><span><a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a></span><span class="quiet">{{STATUS}}</span></li>{{/LINK}}</ul>{{#MORE}}<p class="quiet small">The newest {{COUNT}}; there are more.</p>{{/MORE}}</section>
{{/LINKS}}{{>RAISE}}</div>
<aside class="record-side" aria-label="Evidence and neighbours">
{{#ITEM}}<section><h2>What must exist, and does it</h2><ul class="expect">
{{#EXPECTATION}}<li><span class="dot is-{{MARK}}"></span><div><b>{{EXPLAINED}}</b> <span class="quiet">{{STATE_WORDS}}{{#SINCE}}, counted from <time datetime="{{OLDEST}}">{{OLDEST_SHOWN}}</time>{{/SINCE}}.</span>{{#NO_RECORD}}<p class="quiet small">Nothing on record.</p>{{/NO_RECORD}}{{#RECORDS}}<ul>{{#RECORD}}<li><span><a class="{{REF_CSS}} ref-label" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a>{{#TITLED}} {{TITLE}}{{/TITLED}}{{#OLD}} <span class="late small">(too old)</span>{{/OLD}}</span>{{#DATED}}<time datetime="{{DATE}}">{{DATE_SHOWN}}</time>{{/DATED}}</li>{{/RECORD}}</ul>{{/RECORDS}}{{#MORE}}<p class="quiet small">and {{#AT_LEAST}}at least {{/AT_LEAST}}{{COUNT}} older</p>{{/MORE}}</div></li>
{{/EXPECTATION}}{{#NO_EXPECTATION}}<li><span class="dot is-excluded"></span><div><b>An approved provision</b> <span class="quiet">is all that is expected.</span></div></li>{{/NO_EXPECTATION}}</ul>{{#NO_REASON}}<p class="small">Nothing is left to do.</p>{{/NO_REASON}}</section>
{{/ITEM}}{{#EXPECT}}<p class="small"><a href="{{EXPECT_HREF}}">Change what is expected</a></p>
{{/EXPECT}}<section><h2>Before and after</h2><dl class="linked">{{#PREVIOUS}}<dt>Before</dt><dd><a href="{{HREF}}" data-key="k"><span class="num">{{ID}}</span> {{HEADING}}</a></dd>{{/PREVIOUS}}{{#NEXT}}<dt>After</dt><dd><a href="{{HREF}}" data-key="j"><span class="num">{{ID}}</span> {{HEADING}}</a></dd>{{/NEXT}}</dl></section>
</aside>
</div>
