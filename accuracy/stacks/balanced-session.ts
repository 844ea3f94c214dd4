import express from 'express';
import session from 'express-session';
import { balance } from '../support/balancer.js';
import { formVisit } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

/** Two servers behind a balancer with an affinity cookie, among product analytics. */
export const stack: Stack = {
  name: 'balanced-session',
  half: 'held-out',
  docs: [
    // "cookie SRV insert indirect nocache": the balancer adds the cookie that names the server.
    'https://docs.haproxy.org/3.0/configuration.html#4.2-cookie',
    'https://expressjs.com/en/resources/middleware/session.html',
    // "ph_<project_api_key>_posthog … stores the distinct id" .
    'https://posthog.com/docs/libraries/js/persistence',
    // "_pk_id … stores a few details about the user such as the unique visitor ID; _pk_ses … short
    // lived".
    'https://matomo.org/faq/general/faq_146/',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'balanced-session.test',
    credentials: [
      { carrier: 'cookie', name: 'member', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'SRV', role: 'load-balancer' },
      { carrier: 'cookie', name: /^ph_\w+_posthog$/, role: 'tracking' },
      { carrier: 'localStorage', name: /^(ph_|__ph)/, role: 'tracking' },
      { carrier: 'sessionStorage', name: /^(ph_|__ph)/, role: 'tracking' },
      {
        carrier: 'body',
        name: /(distinct_id|device_id|session_id|window_id|insert_id|token|uuid|pageview_id)/,
        role: ['tracking', 'other'],
      },
      { carrier: 'cookie', name: /^_pk_(id|ses)\./, role: 'tracking' },
      { carrier: 'cookie', name: 'currency', role: 'preference' },
      { carrier: 'cookie', name: 'cookies_ok', role: 'consent' },
    ],
  },
  start,
  visit: formVisit(),
};

const HEAD = `<script src="/js/posthog.js"></script><script>
posthog.init('phc_4f5e6d7c8b9a0f1e2d3c4b5a69788796a5b4c3d2', { api_host: '/collect', persistence: 'localStorage+cookie', advanced_disable_decide: true, disable_session_recording: true });
const keep = (name, value, age) => { if (!document.cookie.includes(name + '=')) document.cookie = name + '=' + value + '; path=/; max-age=' + age; };
keep('_pk_id.1.1fff', [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, '0')).join('') + '.' + Math.floor(Date.now() / 1000) + '.', 33955200);
keep('_pk_ses.1.1fff', '1', 1800);
keep('cookies_ok', 'necessary', 15552000);
</script>`;

function start(): Promise<Running> {
  const store = new session.MemoryStore();
  return balance('balanced-session.test', { cookie: 'SRV', values: ['web1', 'web2'] }, () =>
    app(store),
  );
}

function app(store: session.Store) {
  const site = express();
  site.get('/js/posthog.js', (_, response) =>
    response.sendFile(packageFile('posthog-js', 'dist/array.full.js'), { maxAge: '1h' }),
  );
  site.use('/collect', (_, response) => void response.json({ status: 1 }));
  site.use(
    session({
      name: 'member',
      store,
      secret: 'a secret that is long enough',
      resave: false,
      saveUninitialized: false,
    }),
  );
  site.use(express.urlencoded({ extended: false }));
  site.get(
    '/',
    (_, response) =>
      void response
        .cookie('currency', 'EUR', { maxAge: 31_536_000_000 })
        .send(homePage({ head: HEAD })),
  );
  site.get('/login', (_, response) => void response.send(loginPage({ head: HEAD })));
  site.post('/login', (request, response) => {
    if (!isUser(request.body.username, request.body.password))
      return void response.status(401).send(loginPage());
    Object.assign(request.session, { user: request.body.username });
    return response.redirect('/account');
  });
  site.use((request, response, next) =>
    'user' in request.session ? next() : response.redirect('/login'),
  );
  site.get('/account', (_, response) => void response.send(accountPage({ head: HEAD })));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  site.post('/logout', (request, response, next) => {
    request.session.destroy((error) =>
      error ? next(error) : response.clearCookie('member').redirect('/'),
    );
  });
  return site;
}
