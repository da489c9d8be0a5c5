{{%AUTOESCAPE context="HTML"}}<section class="raise"><h2>Raise from this</h2><ul>{{#RAISED}}<li><a class="button" href="{{RAISE_HREF}}">{{RAISE_LABEL}}</a></li>{{/RAISED}}</ul></section>
