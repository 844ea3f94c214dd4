"""A Django project with django-allauth as its documentation installs it: accounts by e-mail address, in German, sessions in signed cookies."""

import os

from django.conf import settings

settings.configure(
    DEBUG=False,
    SECRET_KEY="p3#x8d0w_v!l2r@5k7y9z1q4t6n-s+c^b(f)h=j$m",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="__main__",
    SITE_ID=1,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages",
                    "django.contrib.sites", "allauth", "allauth.account", "allauth.socialaccount"],
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.locale.LocaleMiddleware",
                "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
                "django.contrib.auth.middleware.AuthenticationMiddleware", "django.contrib.messages.middleware.MessageMiddleware"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {"context_processors": [
        "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages"]}}],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.abspath("db.sqlite3")}},
    AUTHENTICATION_BACKENDS=["django.contrib.auth.backends.ModelBackend", "allauth.account.auth_backends.AuthenticationBackend"],
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies", SESSION_COOKIE_NAME="sitzung", CSRF_COOKIE_NAME="faelschungsschutz",
    MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
    ACCOUNT_AUTHENTICATION_METHOD="email", ACCOUNT_EMAIL_REQUIRED=True, ACCOUNT_USERNAME_REQUIRED=False,
    ACCOUNT_EMAIL_VERIFICATION="none", LOGIN_REDIRECT_URL="/", EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", USE_I18N=True, LANGUAGE_CODE="de",
    LANGUAGES=[("de", "Deutsch"), ("en", "English")],
)

import django  # noqa: E402

django.setup()

from django.contrib.auth.decorators import login_required  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import include, path  # noqa: E402

HOME = engines["django"].from_string("""<!doctype html><title>Verein</title><link rel="icon" href="data:,">
<a id="theme" href="/farben/dunkel">Dunkel</a> <a href="/mitglieder">Mitglieder</a>
{% for message in messages %}<p>{{ message }}</p>{% endfor %}""")
MEMBERS = engines["django"].from_string("""<!doctype html><title>Mitglieder</title><link rel="icon" href="data:,">
<p>Guten Tag, {{ user.email }}</p>{% for note in notes %}<p>{{ note }}</p>{% endfor %}
<form method="post">{% csrf_token %}<input name="notiz"><button id="note">Merken</button></form>""")
notes = []


def home(request):
    return HttpResponse(HOME.render({}, request))


def colours(request, name):
    response = HttpResponseRedirect("/")
    response.set_cookie("farben", name, max_age=31536000)
    return response


@login_required
def members(request):
    if request.method == "POST":
        notes.append(request.POST["notiz"])
        return HttpResponseRedirect("/mitglieder")
    return HttpResponse(MEMBERS.render({"notes": notes}, request))


urlpatterns = [path("", home), path("farben/<name>", colours), path("mitglieder", members), path("accounts/", include("allauth.urls"))]

if __name__ == "__main__":
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User

    User.objects.create_user(os.environ["USER_NAME"], "ada@example.test", os.environ["USER_PASSWORD"])
    call_command("runserver", f"127.0.0.1:{os.environ['PORT']}", "--noreload")
