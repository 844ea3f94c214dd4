"""A web.py site as in its cookbook ("Sessions", "User authentication"): web.session with DiskStore."""

import os

import web

urls = ("/", "index", "/login", "login", "/logout", "logout", "/todo", "todo", "/todo/done", "todo", "/view", "view")
app = web.application(urls, globals(), autoreload=False)
session = web.session.Session(app, web.session.DiskStore("sessions"), initializer={"login": 0, "privilege": 0})
todos = []


def show(body):
    menu = '<a id="logout" href="/logout">logout</a>' if session.login else '<a href="/login">login</a>'
    web.header("Content-Type", "text/html; charset=utf-8")
    return f"""<!doctype html><title>Todo</title><link rel="icon" href="data:,"><a href="/">home</a>
<a id="theme" href="/view?as=list">as a list</a> {menu}{body}"""


class index:
    def GET(self):
        return show("<h1>Todo list</h1>")


class view:
    def GET(self):
        web.setcookie("view", web.input()["as"], 3600 * 24 * 365)
        raise web.seeother("/")


class login:
    def GET(self):
        return show("""<form id="login" method="post"><input type="text" name="user"><input type="password" name="passwd">
<input type="submit" value="login"></form>""")

    def POST(self):
        name, passwd = web.input().user, web.input().passwd
        if name == os.environ["USER_NAME"] and passwd == os.environ["USER_PASSWORD"]:
            session.login = 1
            session.privilege = 1
            raise web.seeother("/todo")
        session.login = 0
        return show("<h1>Login error</h1>")


class logout:
    def GET(self):
        session.login = 0
        session.kill()
        return show("<p>You are logged out.</p>")


class todo:
    def GET(self):
        if not session.login:
            raise web.seeother("/login")
        return show(f"""<ul>{"".join(f"<li>{text}" for text in todos)}</ul>
<form id="note" method="post"><input type="text" name="title"><input type="submit"></form>""")

    def POST(self):
        if session.login:
            todos.append(web.input().title)
        raise web.seeother("/todo")


web.httpserver.runsimple(app.wsgifunc(), ("127.0.0.1", int(os.environ["PORT"])))
