"""A single page over Flask-Security as its documentation sets it up for one ("CSRF: Single Page Applications"): a session, XSRF-TOKEN, and an Authentication-Token for what runs elsewhere."""

import os

from flask import Flask, jsonify, request
from flask_security import Security, SQLAlchemyUserDatastore, auth_required, current_user, hash_password
from flask_security.models import fsqla_v3 as fsqla
from flask_sqlalchemy import SQLAlchemy
from flask_wtf.csrf import CSRFProtect

app = Flask(__name__)
app.config.update(
    SECRET_KEY="pf9Wkove4IKEAXvy-cQkeDPhv9Cb3Ag-wyJILbq_dFw", SECURITY_PASSWORD_SALT="146585145368132386173505678016728509634",
    SQLALCHEMY_DATABASE_URI="sqlite://", SECURITY_PASSWORD_HASH="pbkdf2_sha512", SECURITY_CSRF_COOKIE_NAME="XSRF-TOKEN",
    SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS=False, WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None,
    SECURITY_CSRF_PROTECT_MECHANISMS=["session", "basic"], SECURITY_REDIRECT_BEHAVIOR="spa",
    SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False, "test_environment": True}, REMEMBER_COOKIE_SAMESITE="strict", SESSION_COOKIE_SAMESITE="strict")
CSRFProtect(app)
db = SQLAlchemy(app)
fsqla.FsModels.set_db_info(db)


class Role(db.Model, fsqla.FsRoleMixin):
    pass


class User(db.Model, fsqla.FsUserMixin):
    pass


security = Security(app, SQLAlchemyUserDatastore(db, User, Role))
tasks = []
PAGE = """<!doctype html><title>Tasks</title><link rel="icon" href="data:,">
<form id="login"><input name="email"><input name="password" type="password"><label><input name="remember" type="checkbox">Remember</label><button>Log in</button></form>
<button id="load">Tasks</button> <button id="add">Add</button> <button id="sync">Sync</button> <button id="compact">Compact</button> <button id="out">Log out</button>
<p id="said"></p><script>
const $ = (id) => document.querySelector(id);
const say = (text) => { $('#said').textContent = text; };
const xsrf = () => /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
const api = (path, options = {}) => fetch(path, { ...options, headers: { Accept: 'application/json', 'Content-Type': 'application/json',
  ...(xsrf() && options.method ? { 'X-XSRF-Token': xsrf() } : {}), ...options.headers } });
$('#login').onsubmit = async (event) => {
  event.preventDefault();
  const { csrf_token } = (await (await api('/login')).json()).response;
  const { email, password, remember } = $('#login');
  const answer = await api('/login?include_auth_token', { method: 'POST', headers: { 'X-CSRFToken': csrf_token }, body: JSON.stringify({ email: email.value, password: password.value, remember: remember.checked }) });
  if (!answer.ok) return say('failed');
  window.deviceToken = (await answer.json()).response.user.authentication_token;
  say('logged in');
};
$('#load').onclick = async () => { say(''); const answer = await api('/api/tasks'); say(answer.ok ? 'tasks: ' + (await answer.json()).tasks.length : 'refused'); };
$('#add').onclick = async () => say((await api('/api/tasks', { method: 'POST', body: JSON.stringify({ title: 'Read' }) })).ok ? 'added' : 'refused');
$('#sync').onclick = async () => say((await api('/api/sync', { headers: { 'Authentication-Token': window.deviceToken } })).ok ? 'synced' : 'refused');
$('#compact').onclick = () => { document.cookie = 'view=compact; max-age=31536000; path=/'; say('compact'); };
$('#out').onclick = async () => { await api('/logout', { method: 'POST', body: '{}' }); say('logged out'); };
</script>"""


@app.route("/")
def index():
    return PAGE


@app.route("/api/tasks", methods=["GET", "POST"])
@auth_required("session")
def all_tasks():
    if request.method == "POST":
        tasks.append(request.json["title"])
    return jsonify(tasks=tasks, owner=current_user.email)


@app.route("/api/sync")
@auth_required("token")
def sync():
    return jsonify(tasks=tasks, synced=True)


with app.app_context():
    db.create_all()
    security.datastore.create_user(email="ada@example.test", password=hash_password(os.environ["USER_PASSWORD"]))
    db.session.commit()
app.run("127.0.0.1", int(os.environ["PORT"]), threaded=False)
