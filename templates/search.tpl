{{%AUTOESCAPE context="HTML"}}<header class="page-head"><div class="page-title"><h1>Search</h1></div>
{{#NO_WORDS}}<p class="page-intro">Type words into the field at the top. Pages, records, clauses and people are found by every word you type.</p>{{/NO_WORDS}}{{#NO_HITS}}<p class="page-intro">Nothing has all of these words: {{WORDS}}. Try fewer of them.</p>{{/NO_HITS}}{{#HAS_HITS}}<p class="page-intro">Found for {{WORDS}}, the best first.</p>{{/HAS_HITS}}</header>
<ul class="plain">{{#HIT}}
<li><span><a class="{{REF_CSS}}" href="{{REF_HREF}}" target="footnote">{{REF_LABEL}}</a><span class="sub">{{EXCERPT}}</span></span><a href="{{HREF}}">Open<span class="vh"> {{REF_LABEL}}</span></a></li>{{/HIT}}
</ul>
{{#NEXT}}<nav class="paging" aria-label="Pages of the list"><ol><li><a href="{{HREF}}">Next</a></li></ol></nav>{{/NEXT}}
