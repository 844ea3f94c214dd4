"""A CherryPy site as in its documentation (sessions tool) and its wiki's AuthenticationAndAccessRestrictions."""

import os

import cherrypy

SESSION_KEY = "_cp_username"
notes = []


def check_auth(*args, **kwargs):
    if not cherrypy.request.config.get("auth.require"):
        return
    username = cherrypy.session.get(SESSION_KEY)
    if not username:
        raise cherrypy.HTTPRedirect("/auth/login")
    cherrypy.request.login = username


cherrypy.tools.auth = cherrypy.Tool("before_handler", check_auth, priority=60)


def page(body):
    who = cherrypy.session.get(SESSION_KEY)
    menu = '<a id="logout" href="/auth/logout">Logout</a>' if who else '<a href="/auth/login">Login</a>'
    return f"""<!doctype html><title>Club</title><link rel="icon" href="data:,">
<a href="/">Club</a> <a id="theme" href="/font?size=large">Large print</a> {menu}{body}"""


class AuthController:
    def get_loginform(self, username, msg="Enter login information", from_page="/"):
        return page(f"""<form method="post" action="/auth/login" id="login"><input type="hidden" name="from_page" value="{from_page}">
{msg}<br>Username: <input type="text" name="username" value="{username}">Password: <input type="password" name="password">
<input type="submit" value="Log in"></form>""")

    @cherrypy.expose
    def login(self, username=None, password=None, from_page="/members"):
        if username is None or password is None:
            return self.get_loginform("", from_page=from_page)
        if username != os.environ["USER_NAME"] or password != os.environ["USER_PASSWORD"]:
            return self.get_loginform(username, "Incorrect username or password.", from_page)
        cherrypy.session.regenerate()
        cherrypy.session[SESSION_KEY] = cherrypy.request.login = username
        raise cherrypy.HTTPRedirect(from_page or "/")

    @cherrypy.expose
    def logout(self, from_page="/"):
        cherrypy.session[SESSION_KEY] = None
        cherrypy.request.login = None
        raise cherrypy.HTTPRedirect(from_page or "/")


class Root:
    auth = AuthController()

    @cherrypy.expose
    def index(self):
        return page("<h1>This page is open to everybody</h1>")

    @cherrypy.expose
    def font(self, size):
        cookie = cherrypy.response.cookie
        cookie["fontsize"] = size
        cookie["fontsize"]["path"] = "/"
        cookie["fontsize"]["max-age"] = 3600000
        raise cherrypy.HTTPRedirect("/")

    @cherrypy.expose
    @cherrypy.config(**{"auth.require": True})
    def members(self, text=None):
        if cherrypy.request.method == "POST":
            notes.append(text)
            raise cherrypy.HTTPRedirect("/members")
        return page(f"<h1>Hello, {cherrypy.request.login}</h1>{''.join(notes)}"
                    '<form id="note" method="post"><input type="text" name="text"><input type="submit"></form>')

    @cherrypy.expose
    @cherrypy.config(**{"auth.require": True})
    def minutes(self):
        return page("<h1>Minutes of the last meeting</h1>")


cherrypy.config.update({"server.socket_host": "127.0.0.1", "server.socket_port": int(os.environ["PORT"])})
cherrypy.quickstart(Root(), "/", {"/": {"tools.sessions.on": True, "tools.auth.on": True}})
