"""twisted.web with its own sessions: request.getSession(), session.expire(), as in "Web in 60 seconds"."""

import os

from twisted.internet import reactor
from twisted.web.resource import Resource
from twisted.web.server import Site
from twisted.web.util import redirectTo
from zope.interface import Attribute, Interface, implementer
from twisted.python.components import registerAdapter


class IAvatar(Interface):
    name = Attribute("Who is logged in.")


@implementer(IAvatar)
class Avatar:
    def __init__(self, session):
        self.name = None


from twisted.web.server import Session  # noqa: E402

registerAdapter(Avatar, Session, IAvatar)
orders = []


def avatar(request):
    return IAvatar(request.getSession())


def show(request, body):
    menu = '<a id="logout" href="/expire">Leave</a>' if avatar(request).name else '<a href="/enter">Enter</a>'
    return f"""<!doctype html><title>Bakery</title><link rel="icon" href="data:,"><h1><a href="/">Bakery</a></h1>
<a id="theme" href="/crust?kind=dark">dark crust</a> {menu}{body}""".encode()


class Page(Resource):
    isLeaf = True

    def __init__(self, get, post=None):
        super().__init__()
        self.get, self.post = get, post

    def render_GET(self, request):
        request.setHeader(b"Content-Type", b"text/html; charset=utf-8")
        return self.get(request)

    def render_POST(self, request):
        request.setHeader(b"Content-Type", b"text/html; charset=utf-8")
        return self.post(request)


def crust(request):
    request.addCookie(b"crust", request.args[b"kind"][0], max_age=b"31536000", path=b"/")
    return redirectTo(b"/", request)


def enter(request):
    return show(request, """<form id="login" method="post"><input type="text" name="username"><input type="password" name="password">
<input type="submit" value="Enter"></form>""")


def check(request):
    name, password = (request.args[field][0].decode() for field in (b"username", b"password"))
    if name != os.environ["USER_NAME"] or password != os.environ["USER_PASSWORD"]:
        return enter(request)
    avatar(request).name = name
    return redirectTo(b"/orders", request)


def expire(request):
    request.getSession().expire()
    return redirectTo(b"/", request)


def list_orders(request):
    if not avatar(request).name:
        return redirectTo(b"/enter", request)
    return show(request, '<form id="note" method="post" action="/orders"><input type="text" name="order"><input type="submit"></form>')


def order(request):
    if avatar(request).name:
        orders.append(request.args[b"order"][0])
    return redirectTo(b"/orders", request)


root = Resource()
root.putChild(b"", Page(lambda request: show(request, f"<p>{len(orders)} orders today</p>")))
root.putChild(b"crust", Page(crust))
root.putChild(b"enter", Page(enter, check))
root.putChild(b"expire", Page(expire))
root.putChild(b"orders", Page(list_orders, order))
root.putChild(b"ledger", Page(list_orders))
reactor.listenTCP(int(os.environ["PORT"]), Site(root), interface="127.0.0.1")
reactor.run()
