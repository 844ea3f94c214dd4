"""An aiohttp site as in aiohttp-session's documentation: EncryptedCookieStorage, new_session() at login."""

import os

from aiohttp import web
from aiohttp_session import get_session, new_session, setup
from aiohttp_session.cookie_storage import EncryptedCookieStorage

notes = []


async def show(request, body):
    session = await get_session(request)
    menu = '<a id="logout" href="/logout">Abmelden</a>' if "user" in session else '<a href="/anmelden">Anmelden</a>'
    text = f"""<!doctype html><title>Werkstatt</title><link rel="icon" href="data:,"><a href="/">Start</a>
<a id="theme" href="/farbe/dunkel">Dunkel</a> {menu}{body}"""
    return web.Response(text=text, content_type="text/html")


async def index(request):
    return await show(request, "<h1>Werkstatt</h1>")


async def colour(request):
    response = web.HTTPFound("/")
    response.set_cookie("farbe", request.match_info["name"], max_age=31536000, samesite="Lax")
    raise response


async def login_form(request):
    wrong = "<p>Name oder Kennwort ist falsch.</p>" if "falsch" in request.query else ""
    return await show(request, wrong + """<form id="login" method="post"><input name="benutzer"><input type="password" name="kennwort">
<button type="submit">Anmelden</button></form>""")


async def login(request):
    form = await request.post()
    if form["benutzer"] != os.environ["USER_NAME"] or form["kennwort"] != os.environ["USER_PASSWORD"]:
        raise web.HTTPFound("/anmelden?falsch=1")
    session = await new_session(request)
    session["user"] = form["benutzer"]
    raise web.HTTPFound("/werkbank")


async def logout(request):
    session = await get_session(request)
    session.invalidate()
    raise web.HTTPFound("/")


async def bench(request):
    session = await get_session(request)
    if "user" not in session:
        raise web.HTTPFound("/anmelden")
    if request.method == "POST":
        notes.append((await request.post())["text"])
        session["count"] = len(notes)
        raise web.HTTPFound("/werkbank")
    return await show(request, f"<h1>Guten Tag, {session['user']}</h1>{''.join(notes)}"
                      '<form id="note" method="post"><input type="text" name="text"><input type="submit"></form>')


app = web.Application()
setup(app, EncryptedCookieStorage(b"Thirty  two  length  bytes  key."))
app.router.add_get("/", index)
app.router.add_get("/farbe/{name}", colour)
app.router.add_get("/anmelden", login_form)
app.router.add_post("/anmelden", login)
app.router.add_get("/logout", logout)
for path in ("/werkbank", "/lager"):
    app.router.add_route("*", path, bench)
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]))
