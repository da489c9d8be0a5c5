{{%AUTOESCAPE context="HTML"}}
<section class="discussion" id="notes"><h2>Notes and discussion</h2>
{{#OLDER}}<p class="small"><a href="{{OLDER_HREF}}">Earlier notes</a></p>
{{/OLDER}}{{#THREADS}}<ol class="remarks">
{{#THREAD}}<li>{{#EARLIER}}<p class="small quiet">Answers an earlier note:</p>{{/EARLIER}}{{>REMARK}}{{#ANSWERS}}<ol class="remarks">{{#ANSWER_ROW}}<li>{{>REMARK}}</li>{{/ANSWER_ROW}}</ol>{{/ANSWERS}}</li>
{{/THREAD}}</ol>
{{/THREADS}}{{#NONE}}<p class="quiet remark-none">Nobody has written anything yet.</p>
{{/NONE}}{{#WRITE}}<form class="remark-form" method="post" action="{{NOTES_HREF}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="field"><label for="note-body">Write a note</label><p class="help" id="note-body-h">A question, an answer, what you found. References such as <code>[the audit](audit:3)</code> work as everywhere.</p><textarea class="input" id="note-body" name="body" rows="3" aria-describedby="note-body-h"></textarea></div>
<button class="button">Add the note</button></form>
{{/WRITE}}{{#SIGN_IN}}<p class="small remark-none"><a href="{{SIGN_IN_HREF}}">Sign in</a> to write a note.</p>
{{/SIGN_IN}}</section>
