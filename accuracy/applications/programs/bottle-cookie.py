"""Bottle's own signed cookie, as its tutorial writes it: the account's name, and a signature."""

import os

from bottle import redirect, request, response, route, run

SECRET = "some-secret-key"
tickets = []


def user():
    return request.get_cookie("account", secret=SECRET)


def show(body):
    menu = '<form id="leave" method="post" action="/bye"><button id="logout">Bye</button></form>' if user() else '<a href="/hello">Hello</a>'
    return f"""<!doctype html><title>Tickets</title><link rel="icon" href="data:,"><a href="/">Tickets</a>
<a id="theme" href="/view?rows=50">50 rows</a> {menu} {body}"""


@route("/")
def index():
    return show("".join(f"<li>{text}" for text in tickets))


@route("/view")
def view():
    response.set_cookie("rows", request.query.rows, max_age=8640000)
    redirect("/")


@route("/hello")
def login_form():
    return show("""<form id="login" action="/hello" method="post">Username: <input name="username" type="text">
Password: <input name="password" type="password"><input value="Login" type="submit"></form>""")


@route("/hello", method="POST")
def do_login():
    username, password = request.forms.get("username"), request.forms.get("password")
    if username == os.environ["USER_NAME"] and password == os.environ["USER_PASSWORD"]:
        response.set_cookie("account", username, secret=SECRET, httponly=True)
        redirect("/restricted")
    return show("<p>Login failed.</p>")


@route("/bye", method="POST")
def bye():
    response.delete_cookie("account")
    redirect("/")


@route("/restricted", method=["GET", "POST"])
@route("/restricted/closed")
def restricted():
    if not user():
        redirect("/hello")
    if request.method == "POST":
        tickets.append(request.forms.get("text"))
        redirect("/restricted")
    return show(f'<p>Hello {user()}. Welcome back.</p><form id="note" method="post"><input type="text" name="text"><input type="submit"></form>')


run(host="127.0.0.1", port=int(os.environ["PORT"]), quiet=True)
