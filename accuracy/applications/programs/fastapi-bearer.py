"""FastAPI's tutorial "OAuth2 with Password, Bearer with JWT tokens", and a page that keeps the token for its tab."""

import os
from datetime import datetime, timedelta

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, status
from fastapi.responses import HTMLResponse
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from jose import JWTError, jwt

SECRET_KEY = "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"
app = FastAPI()
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")

PAGE = """<!doctype html><title>Items</title><link rel="icon" href="data:,"><form id="login"><input name="username"><input name="password" type="password">
<button type="submit">Sign in</button></form><p id="said">…</p><button id="load">Items</button> <button id="add">Add</button>
<button id="dark">Wide</button> <button id="out">Sign out</button><script>
const say = (text) => { document.querySelector('#said').textContent = text; };
const bearer = () => { const token = sessionStorage.getItem('token'); return token ? { Authorization: 'Bearer ' + token } : {}; };
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().then(say));
const told = async (answer) => { const body = await answer.json(); return answer.ok ? JSON.stringify(body) : 'refused: ' + body.detail; };
document.querySelector('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await fetch('/token', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
  const body = await answer.json();
  if (!answer.ok) return say('failed: ' + body.detail);
  sessionStorage.setItem('token', body.access_token); say('signed in');
});
on('#load', async () => told(await fetch('/users/me/items/', { headers: bearer() })));
on('#add', async () => told(await fetch('/users/me/items/', { method: 'POST', headers: { ...bearer(), 'Content-Type': 'application/json' }, body: '{"title":"Foo"}' })));
on('#dark', async () => { localStorage.setItem('layout', 'wide'); return 'wide'; });
on('#out', async () => { sessionStorage.removeItem('token'); return 'signed out'; });
</script>"""


def create_access_token(data: dict, expires_delta: timedelta):
    return jwt.encode({**data, "exp": datetime.utcnow() + expires_delta}, SECRET_KEY, algorithm="HS256")


async def get_current_user(token: str = Depends(oauth2_scheme)):
    try:
        return jwt.decode(token, SECRET_KEY, algorithms=["HS256"])["sub"]
    except JWTError:
        raise HTTPException(status_code=401, detail="Could not validate credentials", headers={"WWW-Authenticate": "Bearer"})


@app.get("/", response_class=HTMLResponse)
async def page():
    return PAGE


@app.post("/token")
async def login_for_access_token(form_data: OAuth2PasswordRequestForm = Depends()):
    if form_data.username != os.environ["USER_NAME"] or form_data.password != os.environ["USER_PASSWORD"]:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Incorrect username or password",
                            headers={"WWW-Authenticate": "Bearer"})
    token = create_access_token({"sub": form_data.username}, timedelta(minutes=30))
    return {"access_token": token, "token_type": "bearer"}


@app.get("/users/me/items/")
@app.post("/users/me/items/")
async def read_own_items(user: str = Depends(get_current_user)):
    return [{"item_id": "Foo", "owner": user}]


uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="warning")
