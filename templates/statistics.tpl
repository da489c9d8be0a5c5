{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>Statistics: {{PLURAL}}</h1><div class="page-actions"><a class="button" href="{{LIST_HREF}}">The list</a></div></div>
<p class="page-intro">{{STATISTICS_WORDS}}</p>
</header>
{{#NONE}}<div class="empty"><h2>Nothing to count yet</h2><p>The charts are here as soon as something has been recorded.</p></div>
{{/NONE}}<div class="charts">
{{#CHART}}<section class="chart"><h2 class="block-title">{{CHART_TITLE}}</h2><p class="small quiet">{{CHART_NOTE}}</p>
<svg class="chart-bars" width="100%" height="{{CHART_HEIGHT}}" role="img"><title>{{CHART_SUMMARY}}</title>{{#BAR}}<text x="0" y="{{BAR_TEXT_Y}}">{{BAR_LABEL}}</text><text class="chart-number" x="100%" y="{{BAR_TEXT_Y}}">{{BAR_COUNT}}</text><rect class="chart-track" x="0" y="{{BAR_Y}}" width="100%" height="8"/><rect class="chart-bar" x="0" y="{{BAR_Y}}" width="{{BAR_WIDTH}}%" height="8"/>{{/BAR}}</svg>
<details><summary>The numbers as a table</summary><table class="table"><caption class="vh">{{CHART_TITLE}}</caption><thead><tr><th scope="col">{{CHART_TITLE}}</th><th scope="col" class="num">Records</th><th scope="col" class="num">Share</th></tr></thead>
<tbody>{{#LINE}}<tr><th scope="row">{{LINE_LABEL}}</th><td class="num">{{#LINE_LINK}}<a href="{{LINE_HREF}}">{{LINE_COUNT}}<span class="vh"> records, {{LINE_LABEL}}</span></a>{{/LINE_LINK}}{{#LINE_PLAIN}}{{LINE_COUNT}}{{/LINE_PLAIN}}</td><td class="num">{{LINE_SHARE}}</td></tr>{{/LINE}}</tbody></table></details>
</section>
{{/CHART}}</div>
