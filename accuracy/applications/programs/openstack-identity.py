"""OpenStack's Identity service behind one page that uses its API (v3) as its documentation shows; needs OS_KEYSTONE_CONFIG_DIR."""

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

sys.argv = sys.argv[:1]

from keystone.server.wsgi import initialize_public_application  # noqa: E402

PAGE = b"""<!doctype html><title>Cloud</title><link rel="icon" href="data:,">
<form id="login"><input name="username"><input name="password" type="password"><button>Sign in</button></form>
<button id="load">Projects</button> <button id="describe">Describe</button> <button id="dense">Dense</button> <button id="out">Sign out</button>
<p id="said"></p><script>
const $ = (id) => document.querySelector(id);
const say = (text) => { $('#said').textContent = text; };
const kept = () => sessionStorage.getItem('subjectToken');
const api = (path, options = {}) => fetch('/v3' + path, { ...options,
  headers: { 'Content-Type': 'application/json', ...(kept() ? { 'X-Auth-Token': kept() } : {}), ...options.headers } });
$('#login').onsubmit = async (event) => {
  event.preventDefault();
  const form = new FormData($('#login'));
  const user = { name: form.get('username'), domain: { id: 'default' }, password: form.get('password') };
  sessionStorage.removeItem('subjectToken');
  const answer = await api('/auth/tokens', { method: 'POST', body: JSON.stringify({ auth: {
    identity: { methods: ['password'], password: { user } }, scope: { project: { name: 'admin', domain: { id: 'default' } } } } }) });
  if (!answer.ok) return say('failed');
  const { token } = await answer.json();
  sessionStorage.setItem('subjectToken', answer.headers.get('X-Subject-Token'));
  sessionStorage.setItem('userId', token.user.id);
  sessionStorage.setItem('expiresAt', token.expires_at);
  say('signed in');
};
$('#load').onclick = async () => {
  say('');
  const answer = await api('/auth/projects');
  say(answer.ok ? 'projects: ' + (await answer.json()).projects.map((one) => one.name) : 'refused');
};
$('#describe').onclick = async () => {
  const answer = await api('/users/' + sessionStorage.getItem('userId'), { method: 'PATCH', body: JSON.stringify({ user: { description: 'Countess' } }) });
  say(answer.ok ? 'described' : 'refused');
};
$('#dense').onclick = () => { localStorage.setItem('density', 'dense'); say('dense'); };
$('#out').onclick = async () => {
  await api('/auth/tokens', { method: 'DELETE', headers: { 'X-Subject-Token': kept() } });
  sessionStorage.clear();
  say('signed out');
};
</script>"""
service = initialize_public_application()


def site(environ, start_response):
    if environ["PATH_INFO"].startswith("/v3"):
        return service(environ, start_response)
    start_response("200 OK", [("Content-Type", "text/html")])
    return [PAGE]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


make_server("127.0.0.1", int(os.environ["PORT"]), site, Server, WSGIRequestHandler).serve_forever()
