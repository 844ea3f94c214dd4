import { html } from './site.js';

/** A single page with a login form, a profile, and buttons; the script defines what they do. */
export function spaPage(script: string, head = ''): string {
  return html(
    'App',
    `<form id="login"><label>Name <input name="username"></label><label>Password <input name="password" type="password"></label><button type="submit">Log in</button></form>
<p id="profile">…</p><button id="load">Load</button> <button id="refresh">Refresh</button> <button id="out">Log out</button>
<script>
const show = (text) => { document.querySelector('#profile').textContent = text; };
const asJson = (body) => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const form = document.querySelector('#login');
const credentials = () => Object.fromEntries(new FormData(form));
form.addEventListener('submit', (event) => { event.preventDefault(); logIn().then(() => show('logged in'), (error) => show('failed: ' + error)); });
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().then((text) => show(text), (error) => show('failed: ' + error)));
on('#load', () => load());
on('#refresh', () => refresh());
on('#out', () => logOut());
async function refresh() { return 'nothing to refresh'; }
${script}
</script>`,
    head,
  );
}
