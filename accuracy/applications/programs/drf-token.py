"""Django REST framework's TokenAuthentication: obtain_auth_token, and a page that remembers the token."""

import os

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="django-insecure-7h!s_s1te#0f&b00ks@w1th(en0ugh)b1ts+in*it",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="__main__",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "rest_framework.authtoken"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.abspath("db.sqlite3")}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    REST_FRAMEWORK={"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
                    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]},
)
django.setup()

from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework.authtoken.views import obtain_auth_token  # noqa: E402
from rest_framework.permissions import IsAuthenticated  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.views import APIView  # noqa: E402

PAGE = """<!doctype html><title>Books</title><link rel="icon" href="data:,"><form id="login"><input name="username"><input name="password" type="password">
<button type="submit">Sign in</button></form><p id="said">…</p><button id="load">Books</button> <button id="add">Add</button>
<button id="dark">Serif</button> <button id="out">Sign out</button><script>
const say = (text) => { document.querySelector('#said').textContent = text; };
const kept = () => JSON.parse(localStorage.getItem('books.user') || 'null');
const key = () => kept() ? { Authorization: 'Token ' + kept().token } : {};
const send = (path, body, headers) => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().then(say));
const told = async (answer) => { const body = await answer.json(); return answer.ok ? JSON.stringify(body) : 'refused: ' + body.detail; };
document.querySelector('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const user = Object.fromEntries(new FormData(event.target));
  const answer = await send('/api-token-auth/', user);
  const body = await answer.json();
  if (!answer.ok) return say('failed: ' + body.non_field_errors);
  localStorage.setItem('books.user', JSON.stringify({ name: user.username, token: body.token })); say('signed in');
});
on('#load', async () => told(await fetch('/books/', { headers: key() })));
on('#add', async () => told(await send('/books/', { title: 'Middlemarch' }, key())));
on('#dark', async () => { localStorage.setItem('books.font', 'serif'); return 'serif'; });
on('#out', async () => { await send('/logout/', {}, key()); localStorage.removeItem('books.user'); return 'signed out'; });
</script>"""


class Books(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response({"reader": request.user.username, "books": ["Middlemarch"]})

    post = get


class Logout(APIView):
    permission_classes = [IsAuthenticated]

    def post(self, request):
        request.auth.delete()
        return Response(status=204)


urlpatterns = [
    path("", lambda request: HttpResponse(PAGE)),
    path("api-token-auth/", obtain_auth_token),
    path("books/", Books.as_view()),
    path("logout/", Logout.as_view()),
]

if __name__ == "__main__":
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User

    User.objects.create_user(os.environ["USER_NAME"], password=os.environ["USER_PASSWORD"])
    call_command("runserver", f"127.0.0.1:{os.environ['PORT']}", "--noreload")
