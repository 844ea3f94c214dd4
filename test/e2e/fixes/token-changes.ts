import { randomBytes } from 'node:crypto';
import { type FixCase, SOUND } from './fix-case.js';
import type { Site } from './site.js';
import { claimsFor, es256, hs256, unsigned } from './tokens.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const session = (makeId: () => string, line = SOUND): Site => ({ lines: [line], makeId });
const whole = () => es256(claimsFor(HOUR));

/** A JWT that is the session, made otherwise. */
const JWT_CASES: readonly FixCase[] = [
  {
    what: 'a token with the algorithm none',
    rules: ['jwt-alg-none'],
    site: session(() => unsigned(claimsFor(HOUR))),
    mended: () => ({ makeId: whole }),
  },
  {
    what: 'a token without its signature',
    rules: ['jwt-unsigned'],
    site: session(() => unsigned(claimsFor(HOUR), 'HS256')),
    mended: () => ({ makeId: whole }),
  },
  {
    what: 'a token that never ends',
    rules: ['jwt-missing-exp'],
    site: session(() => es256(claimsFor(HOUR, { exp: undefined }))),
    mended: ({ seconds = 0 }) => ({ makeId: () => es256(claimsFor(seconds)) }),
  },
  {
    what: 'a token that lives for a year',
    rules: ['jwt-lifetime-too-long'],
    site: session(() => es256(claimsFor(365 * DAY))),
    mended: ({ seconds = 0 }) => ({ makeId: () => es256(claimsFor(seconds)) }),
  },
  {
    what: 'a token that outlives its cookie',
    rules: ['jwt-outlives-cookie'],
    site: session(() => es256(claimsFor(20 * HOUR)), `${SOUND}; Max-Age=600`),
    mended: () => ({
      makeId: () => es256(claimsFor(8 * HOUR)),
      lines: [`${SOUND}; Max-Age=${8 * HOUR}`],
    }),
  },
  {
    what: 'a cookie that outlives its token',
    rules: ['cookie-outlives-jwt'],
    site: session(whole, `${SOUND}; Max-Age=${30 * DAY}`),
    mended: ({ line = '' }) => ({ lines: [line] }),
  },
  {
    what: 'an end in milliseconds',
    rules: ['jwt-odd-times'],
    site: session(() => es256(claimsFor(HOUR, { exp: Date.now() + HOUR * 1000 }))),
    mended: () => ({ makeId: whole }),
  },
  {
    what: 'a password in a token',
    rules: ['jwt-sensitive-claims'],
    site: session(() => es256(claimsFor(HOUR, { password: 'hunter2-hunter2' }))),
    mended: () => ({ makeId: whole }),
  },
  {
    what: 'signed with a secret that everybody knows',
    rules: ['jwt-weak-secret'],
    site: session(() => hs256(claimsFor(HOUR), 'secret')),
    mended: () => {
      const secret = randomBytes(64).toString('base64url');
      return { makeId: () => hs256(claimsFor(HOUR), secret) };
    },
  },
  {
    what: 'a token that names its own keys',
    rules: ['jwt-key-in-header'],
    site: session(() => es256(claimsFor(HOUR), { jku: 'https://keys.example.com/jwks.json' })),
    mended: () => ({ makeId: whole }),
  },
  {
    what: 'a claim twice',
    rules: ['jwt-duplicate-members'],
    site: session(() => es256(JSON.stringify(claimsFor(HOUR)).replace('{', '{"sub":"eve",'))),
    mended: () => ({ makeId: whole }),
  },
  {
    what: 'an extension that is none',
    rules: ['jwt-crit-invalid'],
    site: session(() => es256(claimsFor(HOUR), { crit: ['exp'] })),
    mended: () => ({ makeId: whole }),
  },
];

/** The account's page gets a token, and calls its API. */
function page(
  keep: string,
  call = `fetch('/api/me', { headers: { authorization: 'Bearer ' + token } })`,
): Partial<Site> {
  return {
    account: `<script type="module">
      const { token } = await (await fetch('/token', { method: 'POST', headers: { 'x-page': '1' } })).json();
      ${keep};
      await ${call};
      document.body.dataset.ready = '1';
    </script>`,
    more: (app, user) => {
      app.post('/token', (request, response) => {
        if (!user(request)) return void response.status(401).end();
        const own = `https://${request.headers.host}`;
        response.json({ token: es256(claimsFor(600, { iss: own, aud: own })) });
      });
      app.get(
        '/api/me',
        (request, response) =>
          void response.json({ name: 'Ada', query: Object.keys(request.query) }),
      );
    },
  };
}
const stay: FixCase['stay'] = (one) => one.waitForSelector('[data-ready]');

const PAGE_CASES: readonly FixCase[] = [
  ['token-in-local-storage', 'localStorage', 'localStorage.access_token = token'],
  ['token-in-session-storage', 'sessionStorage', 'sessionStorage.access_token = token'],
].map(([rule = '', store, keep = '']): FixCase => ({
  what: `a token in ${store}`,
  rules: [rule],
  site: { lines: [SOUND], ...page(keep) },
  stay,
  mended: () => page(''),
}));

const IN_DATABASE = `await new Promise((done) => {
        const opening = indexedDB.open('app', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('tokens');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('tokens', 'readwrite');
          writing.objectStore('tokens').put(token, 'access_token');
          writing.oncomplete = done;
        };
      })`;

export const TOKEN_CASES: readonly FixCase[] = [
  ...JWT_CASES,
  ...PAGE_CASES,
  {
    what: 'a token in IndexedDB',
    rules: ['token-in-indexed-db'],
    reads: 'bodies',
    site: { lines: [SOUND], ...page(IN_DATABASE) },
    stay,
    mended: () => page(''),
  },
  {
    what: 'a token in an address',
    rules: ['token-in-url'],
    site: { lines: [SOUND], ...page('', `fetch('/api/me?access_token=' + token)`) },
    stay,
    mended: () => page(''),
  },
];
