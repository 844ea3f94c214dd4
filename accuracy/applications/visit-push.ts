import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import { hex, restIs, signedToken, strolls, TRACKED, url64 } from './support/guest-site.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'tides.test';
const INSTALLS = 'installations.pushworks.test';
const REGISTER = 'fcmregistrations.pushworks.test';
const KEY = `AIza${url64(26).slice(0, 35)}`;

/**
 * Tides by push: a service worker, an installation with tokens of its own, an endpoint for
 * messages.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-push',
  docs: [
    // createInstallation: fid, refreshToken, authToken.token; x-goog-api-key;
    // x-goog-firebase-installations-auth.
    'https://firebase.google.com/docs/projects/manage-installations',
    'https://github.com/firebase/firebase-js-sdk/tree/main/packages/installations',
    // "endpoint … capability URL"; keys.p256dh, keys.auth: to encrypt messages to this browser.
    'https://www.w3.org/TR/push-api/#pushsubscription-interface',
    // "applicationServerKey": public.
    'https://www.rfc-editor.org/rfc/rfc8292#section-4',
    'https://documentation.onesignal.com/docs/web-sdk-reference (onesignal_id, subscription token)',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'bearer-token'],
    host: HOST,
    credentials: [
      // It says which installation of the page asks: of a browser, of nobody.
      { carrier: 'body', name: '/authToken/token', role: ['device', 'access-token', 'other'] },
      {
        carrier: 'header',
        name: 'x-goog-firebase-installations-auth',
        role: ['device', 'access-token', 'other'],
      },
      {
        carrier: 'localStorage',
        name: /authToken.*token$/,
        role: ['device', 'access-token', 'other'],
      },
      { carrier: 'body', name: /refreshToken$/, role: ['refresh-token', 'device', 'other'] },
      {
        carrier: 'localStorage',
        name: /refreshToken$/,
        role: ['refresh-token', 'device', 'other'],
      },
      {
        carrier: 'header',
        name: 'authorization',
        host: INSTALLS,
        role: ['refresh-token', 'device', 'other', 'access-token'],
      },
      { carrier: 'header', name: 'x-goog-api-key', role: 'api-key' },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: tides, [INSTALLS]: installs, [REGISTER]: register }),
  visit: strolls(
    ['/', '/harbours'],
    [
      { on: '/', press: '#tell' },
      { on: '/harbours', press: '#tell' },
    ],
  ),
};

function tides(app: Express, originOf: OriginOf): void {
  app.use(express.json());
  app.get(
    '/sw.js',
    (_, response) =>
      void response.type('text/javascript').send('self.addEventListener("push", () => {});'),
  );
  app.post('/subscriptions', (_, response) => void response.status(201).json({ id: randomUUID() }));
  const script = `
navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
const ask = (url, body, headers = {}) => fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'x-goog-api-key': '${KEY}', ...headers }, body: JSON.stringify(body) }).then((answer) => answer.json());
const held = () => JSON.parse(localStorage.getItem('firebase-installations') ?? 'null');
if (!held()) localStorage.setItem('firebase-installations', JSON.stringify(await ask('${originOf(INSTALLS)}/v1/projects/tides/installations', { fid: 'c' + crypto.randomUUID().replaceAll('-', '').slice(0, 21), authVersion: 'FIS_v2', appId: '1:48371625:web:7e3d', sdkVersion: 'w:0.6.4' })));
else { const one = held(); one.authToken = await ask('${originOf(INSTALLS)}/v1/projects/tides/installations/' + one.fid + '/authTokens:generate', { installation: { sdkVersion: 'w:0.6.4' } }, { Authorization: 'FIS_v2 ' + one.refreshToken }); localStorage.setItem('firebase-installations', JSON.stringify(one)); }
document.querySelector('#tell').onclick = async () => {
  const subscription = { endpoint: 'https://push.services.test/wpush/v2/gAAAAAB' + '${url64(120)}', expirationTime: null, keys: { p256dh: '${url64(65)}', auth: '${url64(16)}' } };
  const { token } = await ask('${originOf(REGISTER)}/v1/projects/tides/registrations', { web: { ...subscription.keys, endpoint: subscription.endpoint, applicationPubKey: '${url64(65)}' } }, { 'x-goog-firebase-installations-auth': 'FIS ' + held().authToken.token });
  await fetch('/subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ subscription, fcm: token, harbour: 'Falmouth' }) });
  localStorage.setItem('push:fcm-token', token);
  localStorage.setItem('OneSignalSDK', JSON.stringify({ onesignal_id: crypto.randomUUID(), subscription_id: crypto.randomUUID(), token: subscription.endpoint, notification_types: 1 }));
};`;
  pages(app, ['', 'harbours'], {
    body: () =>
      `<button id="tell">Tell me of high water</button><script type="module">${script}</script>`,
  });
}

function installs(app: Express): void {
  const fresh = (fid: string) => ({
    token: signedToken({ appId: '1:48371625:web:7e3d', fid, projectNumber: 48_371_625 }, 604_800),
    expiresIn: '604800s',
  });
  allowAll(app);
  app.use(express.json());
  app.post('/v1/projects/tides/installations', (request, response) => {
    const { fid } = request.body as { fid: string };
    response.json({
      name: `projects/48371625/installations/${fid}`,
      fid,
      refreshToken: `3_${url64(70)}`,
      authToken: fresh(fid),
    });
  });
  app.post(/authTokens:generate$/, (request, response) =>
    request.get('authorization')?.startsWith('FIS_v2 ')
      ? response.json(fresh(hex(11)))
      : response.sendStatus(401),
  );
}

function register(app: Express): void {
  allowAll(app);
  app.post('/v1/projects/tides/registrations', (request, response) =>
    request.get('x-goog-firebase-installations-auth')
      ? response.json({
          name: 'projects/tides/registrations/1',
          token: `${url64(16)}:APA91b${url64(100)}`,
        })
      : response.sendStatus(401),
  );
}
