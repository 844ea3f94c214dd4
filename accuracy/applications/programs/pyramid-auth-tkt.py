"""A Pyramid site as in its documentation (tutorials/wiki2/authentication): AuthTktCookieHelper, CookieCSRFStoragePolicy."""

import os
from wsgiref.simple_server import make_server

from pyramid.authentication import AuthTktCookieHelper
from pyramid.config import Configurator
from pyramid.csrf import CookieCSRFStoragePolicy, get_csrf_token
from pyramid.httpexceptions import HTTPFound, HTTPSeeOther
from pyramid.response import Response
from pyramid.session import SignedCookieSessionFactory
from pyramid.view import forbidden_view_config, view_config

pages = []


class SecurityPolicy:
    def __init__(self, secret):
        self.helper = AuthTktCookieHelper(secret, hashalg="sha512")

    def identity(self, request):
        identity = self.helper.identify(request)
        return identity and identity["userid"]

    def authenticated_userid(self, request):
        return self.identity(request)

    def permits(self, request, context, permission):
        return self.identity(request) is not None

    def remember(self, request, userid, **kw):
        return self.helper.remember(request, userid, **kw)

    def forget(self, request, **kw):
        return self.helper.forget(request, **kw)


def show(request, body):
    flashes = "".join(f"<div class='alert'>{message}</div>" for message in request.session.pop_flash())
    who = request.authenticated_userid
    menu = (f"<form method='post' action='/logout'>{guard(request)}{who} <button id='logout'>Logout</button></form>"
            if who else "<a href='/login'>Login</a>")
    return Response(f"""<!doctype html><title>Wiki</title><link rel="icon" href="data:,">{flashes}
<a href="/">FrontPage</a> <a id="theme" href="/style?skin=night">Night</a> {menu}{body}""")


def guard(request):
    return f'<input type="hidden" name="csrf_token" value="{get_csrf_token(request)}">'


@view_config(route_name="view_wiki")
def view_wiki(request):
    return show(request, "<h1>FrontPage</h1>" + "".join(f"<p>{text}</p>" for text in pages))


@view_config(route_name="style")
def style(request):
    response = HTTPSeeOther("/")
    response.set_cookie("skin", request.params["skin"], max_age=2592000)
    return response


@view_config(route_name="edit", permission="edit")
@view_config(route_name="history", permission="edit")
def edit(request):
    if request.method == "POST":
        pages.append(request.params["body"])
        request.session.flash("The page was saved.")
        return HTTPSeeOther("/edit")
    return show(request, f'<form id="note" method="post">{guard(request)}<input type="text" name="body"><input type="submit"></form>')


@view_config(route_name="login")
def login(request):
    message = ""
    if request.method == "POST":
        who = request.params["login"]
        if who == os.environ["USER_NAME"] and request.params["password"] == os.environ["USER_PASSWORD"]:
            request.session.flash(f"Welcome, {who}")
            return HTTPSeeOther(location=request.params["next"] or "/", headers=SECURITY.remember(request, who))
        message = "Failed login"
    return show(request, f"""<p>{message}</p><form id="login" method="post" action="/login">{guard(request)}
<input type="hidden" name="next" value="{request.params.get("next", "/edit")}">
<input type="text" name="login"><input type="password" name="password"><button type="submit">Log In</button></form>""")


@view_config(route_name="logout", request_method="POST")
def logout(request):
    return HTTPSeeOther("/", headers=SECURITY.forget(request))


@forbidden_view_config()
def forbidden(request):
    return HTTPFound(request.route_url("login", _query={"next": request.path}))


SECURITY = SecurityPolicy("seekrit for the tickets")
with Configurator() as config:
    config.set_security_policy(SECURITY)
    config.set_session_factory(SignedCookieSessionFactory("itsaseekreet"))
    config.set_csrf_storage_policy(CookieCSRFStoragePolicy())
    config.set_default_csrf_options(require_csrf=True)
    for name, path in dict(view_wiki="/", style="/style", edit="/edit", history="/history", login="/login", logout="/logout").items():
        config.add_route(name, path)
    config.scan("__main__")
    make_server("127.0.0.1", int(os.environ["PORT"]), config.make_wsgi_app()).serve_forever()
