"""A Flask site as in Flask-Login's documentation ("Login Example", "Remember Me") with Flask-WTF's CSRFProtect."""

import os

from flask import Flask, flash, get_flashed_messages, redirect, render_template_string, request, url_for
from flask_login import LoginManager, UserMixin, current_user, login_required, login_user, logout_user
from flask_wtf.csrf import CSRFProtect

app = Flask(__name__)
app.secret_key = "192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf"
CSRFProtect(app)
login_manager = LoginManager(app)
login_manager.login_view = "login"
login_manager.session_protection = "strong"
notes = []

PAGE = """<!doctype html><title>Notebook</title><link rel="icon" href="data:,">
<body class="{{ request.cookies.get('theme', 'light') }}">
{% for message in get_flashed_messages() %}<p class="flash">{{ message }}</p>{% endfor %}
<nav><a href="/">Home</a> <a id="theme" href="/theme/dark">Dark</a>
{% if current_user.is_authenticated %}<a href="/settings">Settings</a> <a id="logout" href="/logout">Logout</a>
{% else %}<a href="/login">Login</a>{% endif %}</nav>{{ body|safe }}"""
CSRF = '<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">'


class User(UserMixin):
    def __init__(self, name):
        self.id = name


@login_manager.user_loader
def load_user(user_id):
    return User(user_id) if user_id == os.environ["USER_NAME"] else None


def page(body):
    return render_template_string(PAGE, body=render_template_string(body, notes=notes))


@app.route("/")
def index():
    return page("<h1>A notebook for everybody</h1>")


@app.route("/theme/<name>")
def theme(name):
    response = redirect(url_for("index"))
    response.set_cookie("theme", name, max_age=31536000)
    return response


@app.route("/login", methods=["GET", "POST"])
def login():
    if request.method == "POST":
        form = request.form
        if form["username"] == os.environ["USER_NAME"] and form["password"] == os.environ["USER_PASSWORD"]:
            login_user(User(form["username"]), remember="remember" in form)
            flash("Logged in successfully.")
            return redirect(url_for("notebook"))
        flash("Invalid username or password.")
        return redirect(url_for("login"))
    return page('<form id="login" method="post">' + CSRF + """<input name="username"><input type="password" name="password">
<label><input type="checkbox" name="remember" value="y">Remember Me</label><input type="submit" value="Sign In"></form>""")


@app.route("/notes", methods=["GET", "POST"])
@login_required
def notebook():
    if request.method == "POST":
        notes.append(request.form["text"])
        flash("Your note is kept.")
        return redirect(url_for("notebook"))
    return page("<h1>Hi, {{ current_user.id }}!</h1>{% for note in notes %}<p>{{ note }}</p>{% endfor %}"
                '<form id="note" method="post">' + CSRF + '<input type="text" name="text"><input type="submit"></form>')


@app.route("/settings")
@login_required
def settings():
    return page("<h1>Settings of {{ current_user.id }}</h1>")


@app.route("/logout")
@login_required
def logout():
    logout_user()
    return redirect(url_for("index"))


app.run("127.0.0.1", int(os.environ["PORT"]), threaded=True)
