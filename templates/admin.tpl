{{%AUTOESCAPE context="HTML"}}
<header class="page-head">
<div class="page-title"><h1>Administration</h1></div>
<p class="page-intro">What only the IMS Administrator may change.</p>
</header>
<table class="table list stack">
<caption class="vh">What can be administered</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="num">How many</th></tr></thead>
<tbody>
<tr><td><a class="title" href="/admin/kinds">Kinds of record</a><span class="sub">Make a custom track; add fields, choices and statuses to the registers</span></td><td class="num" data-label="How many"><span>{{KIND_COUNT}}</span></td></tr>
<tr><td><a class="title" href="/admin/standards">Standards</a><span class="sub">Which standards and editions we work to; expectations of our own</span></td><td class="num" data-label="How many"><span>{{STANDARD_COUNT}}</span></td></tr>
<tr><td><a class="title" href="/account">Instruction boxes</a><span class="sub">Shown in the manual or not; the switch stands below your account</span></td><td class="num" data-label="How many"><span></span></td></tr>
</tbody></table>
<p class="small quiet">People and their roles are managed by the command <code>ims user</code>: see <a href="/help/commands">Commands</a>.</p>
