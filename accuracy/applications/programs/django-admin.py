"""A Django project in one file: django.contrib.admin as `startproject` sets it up, and the `set_language` view of its documentation."""

import os

import django
from django.conf import settings

settings.configure(
    DEBUG=False,
    SECRET_KEY="django-insecure-6q$v!x0k2m#r8w@1z^y3t5n7p9s+d-f_g=h(j)l",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="__main__",
    INSTALLED_APPS=["django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes",
                    "django.contrib.sessions", "django.contrib.messages", "django.contrib.staticfiles"],
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.contrib.sessions.middleware.SessionMiddleware",
                "django.middleware.locale.LocaleMiddleware", "django.middleware.common.CommonMiddleware",
                "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
                "django.contrib.messages.middleware.MessageMiddleware",
                "django.middleware.clickjacking.XFrameOptionsMiddleware"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {"context_processors": [
        "django.template.context_processors.debug", "django.template.context_processors.request",
        "django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages"]}}],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.abspath("db.sqlite3")}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_I18N=True, LANGUAGES=[("en", "English"), ("fr", "Français")], STATIC_URL="/static/",
)
django.setup()

from django.contrib import admin  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import include, path  # noqa: E402

HOME = engines["django"].from_string("""<!doctype html><title>Site</title><link rel="icon" href="data:,"><a href="/admin/">Administration</a>
<form action="{% url 'set_language' %}" method="post">{% csrf_token %}<input name="next" type="hidden" value="/">
<select name="language"><option value="fr">Français</option><option value="en">English</option></select>
<input id="theme" type="submit" value="Go"></form>""")


def home(request):
    return HttpResponse(HOME.render({}, request))


urlpatterns = [path("", home), path("i18n/", include("django.conf.urls.i18n")), path("admin/", admin.site.urls)]

if __name__ == "__main__":
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User

    User.objects.create_superuser(os.environ["USER_NAME"], "ada@example.test", os.environ["USER_PASSWORD"])
    call_command("runserver", f"127.0.0.1:{os.environ['PORT']}", "--noreload", "--insecure")
