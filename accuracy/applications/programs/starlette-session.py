"""Starlette's SessionMiddleware below FastAPI: the session itself, signed, in the cookie; "next" goes with the login."""

import os

import uvicorn
from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.middleware.sessions import SessionMiddleware

app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key="a secret of the allotment")
beds = []


def show(request, body):
    menu = '<a id="logout" href="/logout">Log out</a>' if request.session.get("user") else '<a href="/login">Log in</a>'
    flash = request.session.pop("flash", "")
    return HTMLResponse(f"""<!doctype html><title>Allotment</title><link rel="icon" href="data:,"><h1><a href="/">Allotment</a></h1>
<a id="theme" href="/season/winter">winter</a> {menu}<p>{flash}</p>{body}""")


def away(path):
    return RedirectResponse(path, status_code=303)


@app.get("/")
def index(request: Request):
    return show(request, "".join(f"<p>{bed}</p>" for bed in beds))


@app.get("/season/{name}")
def season(name: str):
    answer = away("/")
    answer.set_cookie("season", name, max_age=31536000)
    return answer


@app.get("/login")
def login_form(request: Request):
    return show(request, """<form id="login" method="post"><input type="email" name="email"><input type="password" name="password">
<input type="submit" value="Log in"></form>""")


@app.post("/login")
def login(request: Request, email: str = Form(), password: str = Form()):
    if email != os.environ["USER_NAME"] + "@allotment.example" or password != os.environ["USER_PASSWORD"]:
        request.session["flash"] = "Wrong e-mail or password."
        return away("/login")
    request.session.update(user=email, flash="Welcome back.")
    return away("/beds")


@app.get("/logout")
def logout(request: Request):
    request.session.clear()
    return away("/")


@app.get("/beds")
@app.get("/beds/harvest")
def list_beds(request: Request):
    if not request.session.get("user"):
        return away("/login")
    return show(request, '<form id="note" method="post" action="/beds"><input type="text" name="bed"><input type="submit"></form>')


@app.post("/beds")
def add_bed(request: Request, bed: str = Form()):
    if request.session.get("user"):
        beds.append(bed)
        request.session["flash"] = "Planted."
    return away("/beds")


uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="warning")
