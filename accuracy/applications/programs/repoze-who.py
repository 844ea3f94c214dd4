"""repoze.who with its auth_tkt plugin, through its API, below a plain WSGI site."""

import os
from urllib.parse import parse_qs

from repoze.who.api import APIFactory
from repoze.who.classifiers import default_challenge_decider, default_request_classifier
from repoze.who.plugins.auth_tkt import AuthTktCookiePlugin
from waitress import serve

auth_tkt = AuthTktCookiePlugin("SEEKRIT", "auth_tkt")


class Members:
    def authenticate(self, environ, identity):
        if identity.get("login") == os.environ["USER_NAME"] and identity.get("password") == os.environ["USER_PASSWORD"]:
            return identity["login"]


factory = APIFactory([("auth_tkt", auth_tkt)], [("members", Members()), ("auth_tkt", auth_tkt)], [], [],
                     default_request_classifier, default_challenge_decider)
boats = []


def page(user, body):
    menu = '<a id="logout" href="/logout">Log out</a>' if user else '<a href="/login">Log in</a>'
    return f"""<!doctype html><title>Harbour</title><link rel="icon" href="data:,"><h1><a href="/">Harbour</a></h1>
<a id="theme" href="/chart?depth=fathoms">fathoms</a> {menu}{body}"""


def site(environ, start_response):
    api, path, query = factory(environ), environ["PATH_INFO"], parse_qs(environ["QUERY_STRING"])
    identity = api.authenticate()
    user = identity and identity["repoze.who.userid"]

    def show(body, headers=()):
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), *headers])
        return [page(user, body).encode()]

    def away(where, headers=()):
        start_response("302 Found", [("Location", where), *headers])
        return [b""]

    form = {}
    if environ["REQUEST_METHOD"] == "POST":
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
    if path == "/chart":
        return away("/", [("Set-Cookie", f"depth={query['depth'][0]}; Path=/; Max-Age=31536000")])
    if path == "/login":
        if form:
            member, headers = api.login({"login": form["login"], "password": form["password"]})
            if member:
                return away("/moorings", headers)
        return show("""<form id="login" method="post" action="/login"><input type="text" name="login"><input type="password" name="password">
<input type="submit" value="Log in"></form>""")
    if path == "/logout":
        return away("/", api.logout())
    if path.startswith("/moorings"):
        if not user:
            return away("/login?came_from=" + path)
        if form:
            boats.append(form["boat"])
            return away("/moorings")
        return show('<form id="note" method="post" action="/moorings"><input type="text" name="boat"><input type="submit"></form>')
    return show("".join(f"<li>{boat}" for boat in boats))


serve(site, host="127.0.0.1", port=int(os.environ["PORT"]))
