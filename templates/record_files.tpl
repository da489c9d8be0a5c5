{{%AUTOESCAPE context="HTML"}}<section aria-labelledby="files"><h2 id="files">Files</h2>
{{#FILES_SAID}}<p class="flash" role="status">{{FILES_WORDS}}</p>
{{/FILES_SAID}}{{#FILE_LIST}}<ul class="file-list">{{#FILE}}<li><div>{{>REF}}<span class="quiet"><a href="{{FILE_HREF}}">Download{{#FILE_NAMED}} {{FILE_NAME}}{{/FILE_NAMED}}{{#FILE_UNNAMED}}<span class="vh"> {{FILE_NAME}}</span>{{/FILE_UNNAMED}}</a>, {{FILE_SIZE}}, filed by {{FILE_BY}}, <time datetime="{{FILE_DAY}}">{{FILE_SHOWN}}</time></span></div>{{#FILE_WITHDRAW}}<form method="post" action="{{WITHDRAW_ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="file" value="{{FILE_HASH}}"><button class="button">Withdraw<span class="vh"> {{FILE_NAME}}</span></button></form>{{/FILE_WITHDRAW}}</li>{{/FILE}}</ul>
{{/FILE_LIST}}{{#FILE_ADD}}<details class="file-add"><summary>Add a file</summary>
<form method="post" action="{{ADD_ACTION}}" enctype="multipart/form-data"><input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="files-file">File</label><p class="help" id="files-file-h">Any kind of file, at most {{ADD_LIMIT}} MB. Once filed it is kept as it is.</p><input class="input" id="files-file" name="file" type="file" required aria-describedby="files-file-h"></div>
<div class="field"><label for="files-title">Title <span class="optional">(optional, else the name of the file)</span></label><input class="input" id="files-title" name="title" maxlength="200" autocomplete="off"></div>
<button class="button">Add the file</button></form></details>
{{/FILE_ADD}}</section>
