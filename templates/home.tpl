{{%AUTOESCAPE context="HTML"}}{{#NO_PAGE}}<header class="page-head"><div class="page-title"><h1>{{NAME}}</h1></div></header>{{/NO_PAGE}}
{{#PAGE}}<header class="page-head">
<div class="page-title"><h1>{{TITLE}}</h1><div class="page-actions"><a class="button" href="{{HISTORY_HREF}}">History</a>
{{#APPROVE}}<form method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="approve" value="{{HASH}}"><button class="button button-main">Approve this text</button></form>{{/APPROVE}}</div></div>
<dl class="doc-control">{{#HAS_REFERENCE}}<div><dt>Reference</dt><dd>{{VALUE}}</dd></div>{{/HAS_REFERENCE}}<div><dt>IMS Version</dt><dd>{{IMS_VERSION}}</dd></div><div><dt>This page</dt><dd>{{STATE}}</dd></div>{{#OWNER}}<div><dt>Owner</dt><dd><a class="{{REF_CSS}}" href="{{REF_HREF}}" target="footnote">{{REF_LABEL}}</a></dd></div>{{/OWNER}}{{#APPROVED}}<div><dt>Approved by</dt><dd>{{NAME}}, <time datetime="{{DATE}}">{{SHOWN}}</time></dd></div>{{/APPROVED}}{{#UPDATED}}<div><dt>Last updated</dt><dd><time datetime="{{DATE}}">{{SHOWN}}</time></dd></div>{{/UPDATED}}{{#NEXT_REVIEW}}<div><dt>Next review</dt><dd{{#LATE}} class="late"{{/LATE}}><time datetime="{{DATE}}">{{SHOWN}}</time></dd></div>{{/NEXT_REVIEW}}</dl>
</header>
{{#JUST_APPROVED}}<p class="flash" role="status">Approved: exactly this text, under your name.</p>{{/JUST_APPROVED}}
{{#PROBLEM}}<div class="flash flash-error" role="alert"><p><b>This page cannot be shown.</b> {{PATH}}: {{MESSAGE}}.</p></div>{{/PROBLEM}}{{/PAGE}}
<div class="home"><div>
{{#PAGE}}<section class="prose{{#NO_INSTRUCTIONS}} no-instructions{{/NO_INSTRUCTIONS}}" aria-label="{{TITLE}}">
{{#SECTION}}{{#H2}}<h2 id="{{SLUG}}">{{TITLE}}</h2>
{{/H2}}{{#H3}}<h3 id="{{SLUG}}">{{TITLE}}</h3>
{{/H3}}{{#H4}}<h4 id="{{SLUG}}">{{TITLE}}</h4>
{{/H4}}{{#H5}}<h5 id="{{SLUG}}">{{TITLE}}</h5>
{{/H5}}{{#H6}}<h6 id="{{SLUG}}">{{TITLE}}</h6>
{{/H6}}{{#MEETS}}<ul class="meets"><li class="meets-title">Meets</li>{{#CLAIM}}<li{{#OUTSIDE}} class="outside"{{/OUTSIDE}}><a href="{{HREF}}"{{#FOOTNOTE}} target="footnote"{{/FOOTNOTE}}>{{#MARK}}<span class="dot is-{{VERDICT}}"></span>{{/MARK}}<span><b>{{CLAUSE}}</b> {{HEADING}}<span class="vh"> ({{WORD}})</span></span></a></li>{{/CLAIM}}</ul>
{{/MEETS}}{{HTML:none}}
{{/SECTION}}
{{#CONTENTS}}<h2 id="pages-below">Pages</h2>
<ul class="contents">{{#ENTRY}}<li><a href="{{HREF}}">{{TITLE}}</a> <span class="quiet">{{SUMMARY}}</span></li>{{/ENTRY}}</ul>
{{/CONTENTS}}</section>{{/PAGE}}
{{#WORK}}<section><h2>Yours to do</h2>{{#NO_WORK}}<p class="quiet">Nothing is waiting for you.</p>{{/NO_WORK}}<ul class="plain">{{#ITEM}}
<li><span><a class="{{REF_CSS}}" href="{{REF_HREF}}" target="footnote">{{REF_LABEL}}</a></span>{{#DUE}}<span{{#LATE}} class="late"{{/LATE}}><time datetime="{{DATE}}">{{SHOWN}}</time>{{#LATE}}, late{{/LATE}}</span>{{/DUE}}</li>{{/ITEM}}</ul></section>{{/WORK}}
{{#CHANGES}}<section><h2>What changed</h2><ul class="plain">{{#ITEM}}
<li><span><a class="{{REF_CSS}}" href="{{REF_HREF}}" target="footnote">{{REF_LABEL}}</a> {{ACTION}}<span class="sub">{{#HAS_WHY}}{{WHY}}{{/HAS_WHY}}{{#HAS_BY}} · {{BY}}{{/HAS_BY}}</span></span><time datetime="{{DATE}}">{{SHOWN}}</time></li>{{/ITEM}}</ul></section>{{/CHANGES}}
</div><aside aria-label="State of the system">
<section><h2>Conformance</h2>{{#STANDARD}}<ul class="plain"><li><span><a href="/conformance/{{ID}}">{{NAME}}</a></span><span class="num">{{EVIDENCED}} of {{APPLICABLE}}</span></li></ul>{{>BAR}}{{/STANDARD}}
<p class="small quiet signature">Clauses with an approved provision and live evidence, today.</p></section>
{{#COMING}}<section><h2>Coming up</h2><ul class="plain">{{#ITEM}}<li><span><a class="{{REF_CSS}}" href="{{REF_HREF}}" target="footnote">{{REF_LABEL}}</a></span><time datetime="{{DATE}}">{{SHOWN}}</time></li>{{/ITEM}}</ul></section>{{/COMING}}
</aside></div>
