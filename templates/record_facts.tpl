{{%AUTOESCAPE context="HTML"}}
<dl class="facts">
{{#FACT}}<dt>{{FACT_LABEL}}</dt><dd>{{#FACT_TEXT}}{{FACT_VALUE}}{{/FACT_TEXT}}{{#FACT_LEVEL}}<span class="{{LEVEL_CSS}}">{{FACT_VALUE}}</span>{{/FACT_LEVEL}}{{#FACT_ADDRESS}}<a href="{{FACT_HREF}}" rel="noopener noreferrer">{{FACT_VALUE}}</a>{{/FACT_ADDRESS}}{{#FACT_PART}}<progress max="100" value="{{FACT_PERCENT}}" aria-hidden="true"></progress> {{FACT_VALUE}}{{/FACT_PART}}{{#FACT_DATE}}<time datetime="{{FACT_DAY}}">{{FACT_SHOWN}}</time>{{#FACT_DUE}}, {{FACT_WORDS}}{{/FACT_DUE}}{{#FACT_LATE}}, <span class="late">{{FACT_WORDS}}</span>{{/FACT_LATE}}{{/FACT_DATE}}{{#FACT_REF}}{{>REF}}{{#LINK_CHANGED}} <span class="changed">changed since linked</span>{{/LINK_CHANGED}}{{#FACT_REF_separator}}, {{/FACT_REF_separator}}{{/FACT_REF}}</dd>
{{/FACT}}<dt>Recorded</dt><dd><time datetime="{{CREATED_DAY}}">{{CREATED_SHOWN}}</time></dd>
<dt>Reference</dt><dd><code>{{RECORD_REF}}</code></dd>
</dl>
