"""Django REST framework with Simple JWT as in its "Getting started": token, token/refresh, token/blacklist."""

import os

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="django-insecure-k3y$0f!th1s#s1te@w1th^en0ugh&b1ts*in(it)",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="__main__",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "rest_framework",
                    "rest_framework_simplejwt", "rest_framework_simplejwt.token_blacklist"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.abspath("db.sqlite3")}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    REST_FRAMEWORK={"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
                    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]},
)
django.setup()

from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework.permissions import IsAuthenticated  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.views import APIView  # noqa: E402
from rest_framework_simplejwt.views import TokenBlacklistView, TokenObtainPairView, TokenRefreshView  # noqa: E402

PAGE = """<!doctype html><title>App</title><link rel="icon" href="data:,"><form id="login"><input name="username"><input name="password" type="password">
<button type="submit">Sign in</button></form><p id="profile">…</p><button id="load">Load</button> <button id="save">Save</button>
<button id="refresh">Renew</button> <button id="dark">Dark</button> <button id="out">Sign out</button><script>
const show = (text) => { document.querySelector('#profile').textContent = text; };
const post = (path, body, headers = {}) => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
const bearer = () => { const access = localStorage.getItem('access'); return access ? { Authorization: 'Bearer ' + access } : {}; };
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().then(show));
const said = async (answer) => { const body = await answer.json(); return answer.ok ? body.username : 'refused: ' + body.detail; };
document.querySelector('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await post('/api/token/', Object.fromEntries(new FormData(event.target)));
  const body = await answer.json();
  if (!answer.ok) return show('failed: ' + body.detail);
  localStorage.setItem('access', body.access); localStorage.setItem('refresh', body.refresh); show('signed in');
});
on('#load', async () => said(await fetch('/api/me/', { headers: bearer() })));
on('#save', async () => said(await post('/api/me/', { city: 'London' }, bearer())));
on('#dark', async () => { localStorage.setItem('theme', 'dark'); return 'dark'; });
on('#refresh', async () => { const body = await (await post('/api/token/refresh/', { refresh: localStorage.getItem('refresh') })).json();
  localStorage.setItem('access', body.access); return 'renewed'; });
on('#out', async () => { await post('/api/token/blacklist/', { refresh: localStorage.getItem('refresh') });
  localStorage.removeItem('access'); localStorage.removeItem('refresh'); return 'signed out'; });
</script>"""


class Me(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response({"username": request.user.username, "id": request.user.pk})

    post = get


urlpatterns = [
    path("", lambda request: HttpResponse(PAGE)),
    path("api/token/", TokenObtainPairView.as_view()),
    path("api/token/refresh/", TokenRefreshView.as_view()),
    path("api/token/blacklist/", TokenBlacklistView.as_view()),
    path("api/me/", Me.as_view()),
]

if __name__ == "__main__":
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User

    User.objects.create_user(os.environ["USER_NAME"], password=os.environ["USER_PASSWORD"])
    call_command("runserver", f"127.0.0.1:{os.environ['PORT']}", "--noreload")
