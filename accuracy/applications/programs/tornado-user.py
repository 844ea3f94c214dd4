"""A Tornado site as in its guide ("Authentication and security"): signed cookies, xsrf_cookies, get_current_user."""

import asyncio
import os

import tornado.locale
import tornado.template
import tornado.web

notes = []
HEAD = """<!doctype html><title>Chat</title><link rel="icon" href="data:,"><a href="/">Home</a>
<a id="theme" href="/locale?code=de_DE">Deutsch</a>
{% if current_user %}<a id="logout" href="/auth/logout">Sign out</a>{% else %}<a href="/auth/login">Sign in</a>{% end %}"""
HOME = HEAD + "<h1>Welcome</h1>"
NOTES = HEAD + """<h1>Hello, {{ current_user }}</h1>{% for note in notes %}<p>{{ note }}</p>{% end %}
<form id="note" method="post">{% raw xsrf_form_html() %}<input type="text" name="body"><input type="submit"></form>"""
LOGIN = HEAD + """<p>{{ error }}</p><form id="login" action="/auth/login" method="post">{% raw xsrf_form_html() %}
Name: <input type="text" name="name">Password: <input type="password" name="password"><input type="submit" value="Sign in"></form>"""


class BaseHandler(tornado.web.RequestHandler):
    def get_current_user(self):
        user = self.get_secure_cookie("user")
        return user and user.decode()

    def get_user_locale(self):
        code = self.get_cookie("locale")
        return tornado.locale.get(code) if code else None

    def show(self, text, **more):
        names = {**self.get_template_namespace(), "notes": notes, "error": "", **more}
        self.finish(tornado.template.Template(text).generate(**names))


class HomeHandler(BaseHandler):
    def get(self):
        self.show(HOME)


class LocaleHandler(BaseHandler):
    def get(self):
        self.set_cookie("locale", self.get_argument("code"), expires_days=365)
        self.redirect("/")


class NotesHandler(BaseHandler):
    @tornado.web.authenticated
    def get(self):
        self.show(NOTES)

    @tornado.web.authenticated
    def post(self):
        notes.append(self.get_argument("body"))
        self.redirect("/notes")


class LoginHandler(BaseHandler):
    def get(self):
        self.show(LOGIN, error=self.get_argument("error", ""))

    def post(self):
        name = self.get_argument("name")
        if name != os.environ["USER_NAME"] or self.get_argument("password") != os.environ["USER_PASSWORD"]:
            return self.redirect("/auth/login?error=Unknown+name+or+password")
        self.set_secure_cookie("user", name)
        self.redirect("/notes")


class LogoutHandler(BaseHandler):
    def get(self):
        self.clear_cookie("user")
        self.redirect("/")


async def main():
    site = tornado.web.Application(
        [(r"/", HomeHandler), (r"/locale", LocaleHandler), (r"/notes", NotesHandler), (r"/archive", NotesHandler),
         (r"/auth/login", LoginHandler), (r"/auth/logout", LogoutHandler)],
        cookie_secret="61oETzKXQAGaYdkL5gEmGeJJFuYh7EQnp2XdTP1o/Vo=", login_url="/auth/login", xsrf_cookies=True)
    site.listen(int(os.environ["PORT"]), "127.0.0.1")
    await asyncio.Event().wait()


asyncio.run(main())
