{{%AUTOESCAPE context="HTML"}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>{{TITLE}}</h1><div class="page-actions">{{>WATCH}}<a class="button" href="{{HISTORY_HREF}}">History</a>
{{#APPROVE}}<form method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="approve" value="{{HASH}}"><button class="button button-main">Approve this text</button></form>{{/APPROVE}}</div></div>
<dl class="doc-control">{{#HAS_REFERENCE}}<div><dt>Reference</dt><dd>{{VALUE}}</dd></div>{{/HAS_REFERENCE}}<div><dt>Version</dt><dd>{{STATE}}</dd></div>{{#OWNER}}<div><dt>Owner</dt><dd><a class="{{REF_CSS}}" href="{{REF_HREF}}" target="footnote">{{REF_LABEL}}</a></dd></div>{{/OWNER}}{{#APPROVED}}<div><dt>Approved by</dt><dd>{{NAME}}, <time datetime="{{DATE}}">{{SHOWN}}</time></dd></div>{{/APPROVED}}{{#UPDATED}}<div><dt>Last updated</dt><dd><time datetime="{{DATE}}">{{SHOWN}}</time></dd></div>{{/UPDATED}}{{#NEXT_REVIEW}}<div><dt>Next review</dt><dd{{#LATE}} class="late"{{/LATE}}><time datetime="{{DATE}}">{{SHOWN}}</time></dd></div>{{/NEXT_REVIEW}}{{#HAS_CLASSIFICATION}}<div><dt>Classification</dt><dd>{{VALUE}}</dd></div>{{/HAS_CLASSIFICATION}}</dl>
</header>
{{#JUST_APPROVED}}<p class="flash" role="status">Approved: exactly this text, under your name.</p>{{/JUST_APPROVED}}
{{#PROBLEM}}<div class="flash flash-error" role="alert"><div><p><b>This page cannot be shown.</b> {{PATH}}: {{MESSAGE}}.</p><p>The rest of the manual works. Correct the file, then load this page again.</p></div></div>{{/PROBLEM}}
{{#BROKEN}}<div class="flash flash-warning"><div><p>References on this page that lead nowhere:</p><ul>{{#LINK}}<li><code>{{WRITTEN}}</code>, line {{LINE}}: {{REASON}}</li>{{/LINK}}</ul></div></div>{{/BROKEN}}
<div class="prose{{#NO_INSTRUCTIONS}} no-instructions{{/NO_INSTRUCTIONS}}">
{{#SECTION}}{{#H2}}<h2 id="{{SLUG}}">{{TITLE}}<a class="anchor" href="#{{SLUG}}" aria-label="Link to this section">#</a></h2>
{{/H2}}{{#H3}}<h3 id="{{SLUG}}">{{TITLE}}<a class="anchor" href="#{{SLUG}}" aria-label="Link to this section">#</a></h3>
{{/H3}}{{#H4}}<h4 id="{{SLUG}}">{{TITLE}}<a class="anchor" href="#{{SLUG}}" aria-label="Link to this section">#</a></h4>
{{/H4}}{{#H5}}<h5 id="{{SLUG}}">{{TITLE}}<a class="anchor" href="#{{SLUG}}" aria-label="Link to this section">#</a></h5>
{{/H5}}{{#H6}}<h6 id="{{SLUG}}">{{TITLE}}<a class="anchor" href="#{{SLUG}}" aria-label="Link to this section">#</a></h6>
{{/H6}}{{#MEETS}}<ul class="meets"><li class="meets-title">Meets</li>{{#CLAIM}}<li{{#OUTSIDE}} class="outside"{{/OUTSIDE}}><a href="{{HREF}}"{{#FOOTNOTE}} target="footnote"{{/FOOTNOTE}}>{{#MARK}}<span class="dot is-{{VERDICT}}"></span>{{/MARK}}<span><b>{{CLAUSE}}</b> {{HEADING}}<span class="vh"> ({{WORD}})</span></span></a></li>{{/CLAIM}}</ul>
{{/MEETS}}{{HTML:none}}
{{/SECTION}}
{{#CONTENTS}}<h2 id="pages-below">Pages</h2>
<ul class="contents">{{#ENTRY}}<li><a href="{{HREF}}">{{TITLE}}</a> <span class="quiet">{{SUMMARY}}</span></li>{{/ENTRY}}</ul>
{{/CONTENTS}}</div>
{{#LINKED_WORK}}<section class="referrers"><h2 class="block-title">What refers to this page</h2>
{{>LINKED}}</section>{{/LINKED_WORK}}<p class="small screen-only"><a href="{{LINKS_HREF}}">All links of this page</a></p>
