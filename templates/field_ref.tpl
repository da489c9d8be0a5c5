{{%AUTOESCAPE context="HTML"}}<a class="{{REF_CSS}}" href="{{REF_HREF}}"{{#REF_FOOTNOTE}} target="footnote"{{/REF_FOOTNOTE}}>{{REF_LABEL}}</a>
