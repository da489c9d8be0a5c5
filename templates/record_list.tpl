{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>{{PLURAL}}</h1><div class="page-actions">{{>WATCH}}<a class="button" href="{{UPDATES_HREF}}">Updates</a><a class="button" href="{{STATISTICS_HREF}}">Statistics</a>{{#MAY_EDIT}}<a class="button button-main" href="{{NEW_HREF}}" data-key="n">New {{KIND_SMALL}}</a>{{/MAY_EDIT}}</div></div>
<p class="page-intro">{{DESCRIPTION}}</p>
<ul class="counts">
{{#COUNT}}<li{{#COUNT_LATE}} class="late"{{/COUNT_LATE}}><a href="{{COUNT_HREF}}"{{#COUNT_HERE}} aria-current="true"{{/COUNT_HERE}}><b>{{COUNT_NUMBER}}</b> {{COUNT_WORDS}}</a></li>{{/COUNT}}
</ul>
</header>
<form class="filters" action="{{LIST_HREF}}">
<div class="filter wide"><label for="f-q">Words</label><input id="f-q" name="q" type="search" value="{{FILTER_WORDS}}"></div>
<div class="filter"><label for="f-status">Status</label><select id="f-status" name="status">{{#STATUS_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_LABEL}}</option>{{/STATUS_OPTION}}</select></div>
<div class="filter"><label for="f-owner">{{OWNER_LABEL}}</label><select id="f-owner" name="owner">{{#OWNER_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_LABEL}}</option>{{/OWNER_OPTION}}</select></div>
{{#FIELD_FILTER}}<div class="filter"><label for="f-{{FILTER_NAME}}">{{FILTER_LABEL}}</label><select id="f-{{FILTER_NAME}}" name="{{FILTER_NAME}}">{{#FIELD_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_LABEL}}</option>{{/FIELD_OPTION}}</select></div>
{{/FIELD_FILTER}}{{#KEEP_SORT}}<input type="hidden" name="sort" value="{{SORT}}">{{/KEEP_SORT}}
<button class="button">Filter</button>
<span class="end"><a href="{{CSV_HREF}}">CSV</a><a href="{{JSON_HREF}}">JSON</a></span>
</form>
{{#TABLE}}<table class="table list stack compact">
<caption class="vh">{{CAPTION}}</caption>
<thead><tr>{{#COLUMN}}<th scope="col"{{#ASCENDING}} aria-sort="ascending"{{/ASCENDING}}{{#DESCENDING}} aria-sort="descending"{{/DESCENDING}}>{{#SORTABLE}}<a href="{{SORT_HREF}}">{{COLUMN_LABEL}}</a>{{/SORTABLE}}{{#FIXED}}{{COLUMN_LABEL}}{{/FIXED}}</th>{{/COLUMN}}</tr></thead>
<tbody>
{{#ROW}}<tr><td class="id" data-label="Number"><a class="{{REF_CSS}}" href="{{REF_HREF}}" target="footnote"><span class="vh">Footnote of number </span>{{NUMBER}}</a></td><td><a class="title" href="{{ROW_HREF}}">{{ROW_TITLE}}</a>{{#ROW_SUB}}<span class="sub">{{SUB_WORDS}}</span>{{/ROW_SUB}}</td>{{#CELL}}<td data-label=""><span><span{{#CELL_STATE}} class="{{STATE_CSS}}"{{/CELL_STATE}}>{{CELL_WORDS}}</span>{{#CELL_LATE}}<span class="sub late">{{LATE_WORDS}}</span>{{/CELL_LATE}}</span></td>{{/CELL}}</tr>
{{/ROW}}</tbody></table>
{{>PAGING}}{{/TABLE}}
{{#NONE_YET}}<div class="empty"><h2>Nothing has been recorded here</h2><p>{{DESCRIPTION}}</p>{{#NONE_NEW}}<a class="button button-main" href="{{NEW_HREF}}">Record the first one</a>{{/NONE_NEW}}</div>{{/NONE_YET}}
{{#NONE_FOUND}}<div class="empty"><h2>Nothing matches</h2><p><a href="{{LIST_HREF}}">Show all that are open</a>, or <a href="{{ALL_HREF}}">everything, closed ones too</a>.</p></div>{{/NONE_FOUND}}
