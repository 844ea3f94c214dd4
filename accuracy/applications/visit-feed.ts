import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  CHOSEN,
  cookieLabels,
  type GuestCookies,
  gives,
  GUARD,
  hex,
  restIs,
  strolls,
  TRACKED,
  url64,
  writes,
} from './support/guest-site.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'warble.test';
const API = 'api.warble.test';
const APP = `AAAAAAAAAAAAAAAAAAAAA${url64(60)}%3D${url64(30)}`;
const year = '; Max-Age=31536000; Secure; SameSite=None';
const id = () => `v1%3A17${hex(8)}`;
const COOKIES: GuestCookies = {
  guest_id: { role: TRACKED, line: year, make: id },
  guest_id_ads: { role: TRACKED, line: year, make: id },
  guest_id_marketing: { role: TRACKED, line: year, make: id },
  personalization_id: { role: TRACKED, line: year, make: () => `"v1_${url64(16)}=="` },
  ct0: { role: 'csrf', line: '; Max-Age=21600; Secure; SameSite=Lax', make: () => hex(16) },
  gt: { role: ['other', 'device', 'tracking'], make: () => `19${Date.now()}4321` },
  night_mode: { role: CHOSEN, make: () => '2' },
  lang: { role: CHOSEN, line: '', make: () => 'en' },
  __cf_bm: {
    role: GUARD,
    line: '; Max-Age=1800; HttpOnly; Secure; SameSite=None',
    make: () => `${url64(32)}-1764259200-1.0.1.1-${url64(64)}`,
  },
};

/**
 * Short messages that everybody may read: the page's own token for all, and a number for a guest.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-feed',
  docs: [
    // "guest_id, guest_id_ads, personalization_id, ct0, gt".
    'https://help.x.com/en/rules-and-policies/x-cookies',
    // "App only … bearer token": of the application, no user.
    'https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only',
  ],
  truth: {
    // The page's token is the same for everybody who opens it.
    mechanism: ['none', 'api-key', 'bearer-token'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'header', name: 'authorization', role: ['api-key', 'access-token'] },
      {
        carrier: 'header',
        name: 'x-guest-token',
        role: ['other', 'device', 'tracking', 'access-token'],
      },
      {
        carrier: 'body',
        name: '/guest_token',
        role: ['other', 'device', 'tracking', 'access-token'],
      },
      { carrier: 'header', name: 'x-csrf-token', role: 'csrf' },
      ...restIs(),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: warble, [API]: api }),
  visit: strolls(['/', '/larks'], [{ on: '/larks', press: '#more' }]),
};

function warble(app: Express, originOf: OriginOf): void {
  app.use(gives(COOKIES));
  const script = `
const cookie = (name) => document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1);
const headers = () => ({ authorization: 'Bearer ${APP}', 'x-guest-token': cookie('gt') ?? '', 'x-csrf-token': cookie('ct0'), 'x-twitter-active-user': 'yes', 'x-client-transaction-id': '${url64(70)}' });
const { guest_token } = await fetch('${originOf(API)}/1.1/guest/activate.json', { method: 'POST', headers: headers() }).then((answer) => answer.json());
document.cookie = 'gt=' + guest_token + '; path=/; max-age=9000; secure';
const more = (cursor) => fetch('${originOf(API)}/graphql/V7H0Ap3_Hh2FyS75OCDO3Q/Tweets?cursor=' + cursor, { headers: headers(), credentials: 'include' }).then((answer) => answer.json()).then(({ next }) => { document.querySelector('#more').dataset.next = next; });
await more('');
document.querySelector('#more').onclick = ({ target }) => more(target.dataset.next);`;
  pages(app, ['', 'larks'], {
    body: () =>
      `<button id="more">More</button>${writes(COOKIES)}<script type="module">${script}</script>`,
  });
}

function api(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.post('/1.1/guest/activate.json', (request, response) =>
    request.get('authorization') === `Bearer ${APP}`
      ? response.json({ guest_token: `19${Date.now()}4321` })
      : response.sendStatus(403),
  );
  app.get('/graphql/:query/Tweets', (request, response) =>
    request.get('x-guest-token')
      ? response.json({ entries: [{ text: 'Heard a lark.' }], next: `DAABCgABG${url64(20)}` })
      : response.sendStatus(403),
  );
}
