{{%AUTOESCAPE context="HTML"}}
{{#FLASH}}<p class="flash" role="status">{{FLASH_WORDS}}</p>
{{/FLASH}}<header class="page-head">
{{#CRUMBS}}<nav aria-label="Where you are"><ol class="crumbs">{{#CRUMB}}<li>{{#LINKED}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</li>{{/CRUMB}}</ol></nav>{{/CRUMBS}}
<div class="page-title"><h1>Kinds of record</h1><div class="page-actions"><a class="button button-main" href="/admin/kinds/new">New kind</a></div></div>
<p class="page-intro">Each kind is a register of its own, with a list, a form, a history and references. Those that came with the program can be extended; what you add stays when the program is upgraded. <a href="/help/tracks">How custom tracks work</a></p>
</header>
<table class="table list stack">
<caption class="vh">Kinds of record</caption>
<thead><tr><th scope="col">Kind</th><th scope="col">Category</th><th scope="col">Origin</th><th scope="col" class="num">Fields</th><th scope="col" class="num">Records</th></tr></thead>
<tbody>
{{#KIND}}<tr><td><a class="title" href="{{KIND_HREF}}">{{KIND_PLURAL}}</a><span class="sub"><code>{{KIND_NAME}}</code></span></td><td data-label="Category"><span>{{KIND_CATEGORY}}</span></td><td data-label="Origin"><span>{{#MADE}}<span class="state state-active">made here</span>{{/MADE}}{{#CHANGED}}<span class="state state-wait">changed here</span>{{/CHANGED}}{{#SHIPPED}}<span class="quiet">shipped</span>{{/SHIPPED}}</span></td><td class="num" data-label="Fields"><span>{{KIND_FIELDS}}</span></td><td class="num" data-label="Records"><a href="{{LIST_HREF}}">{{KIND_RECORDS}}<span class="vh"> records</span></a></td></tr>
{{/KIND}}</tbody></table>
