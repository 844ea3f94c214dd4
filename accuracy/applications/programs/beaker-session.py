"""Bottle with Beaker's session middleware, as both documentations join them: a file store, a signed id."""

import os

import bottle
from beaker.middleware import SessionMiddleware

recipes = []


def session():
    return bottle.request.environ["beaker.session"]


def show(body):
    menu = '<a id="logout" href="/signout">Sign out</a>' if "user_name" in session() else '<a href="/signin">Sign in</a>'
    return f"""<!doctype html><title>Recipes</title><link rel="icon" href="data:,"><h1><a href="/">Recipes</a></h1>
<a id="theme" href="/units/metric">grams</a> {menu} {body}"""


@bottle.route("/")
def index():
    return show("".join(f"<p>{title}</p>" for title in recipes))


@bottle.route("/units/<unit>")
def units(unit):
    bottle.response.set_cookie("units", unit, path="/", max_age=31536000)
    bottle.redirect("/")


@bottle.get("/signin")
def sign_in_form():
    return show("""<form id="login" method="post"><input type="text" name="username"><input type="password" name="password">
<input type="submit" value="Sign in"></form>""")


@bottle.post("/signin")
def sign_in():
    name, password = bottle.request.forms.get("username"), bottle.request.forms.get("password")
    if name != os.environ["USER_NAME"] or password != os.environ["USER_PASSWORD"]:
        return show("<p>Unknown name or password.</p>")
    session()["user_name"] = name
    session().save()
    bottle.redirect("/kitchen")


@bottle.route("/signout")
def sign_out():
    session().delete()
    bottle.redirect("/")


@bottle.route("/kitchen", method=["GET", "POST"])
@bottle.route("/pantry")
def kitchen():
    if "user_name" not in session():
        bottle.redirect("/signin")
    if bottle.request.method == "POST":
        recipes.append(bottle.request.forms.get("title"))
        bottle.redirect("/kitchen")
    return show('<form id="note" method="post" action="/kitchen"><input type="text" name="title"><input type="submit"></form>')


application = SessionMiddleware(
    bottle.app(),
    {"session.type": "file", "session.data_dir": "./data", "session.secret": "a secret of these recipes", "session.auto": True},
)
bottle.run(app=application, server="wsgiref", host="127.0.0.1", port=int(os.environ["PORT"]), quiet=True)
