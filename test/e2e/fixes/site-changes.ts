import { randomBytes } from 'node:crypto';
import { loginPage } from '../../../accuracy/support/site.js';
import type { Fix } from './fix.js';
import { type FixCase, SOUND, SOUND_IN_CLEAR } from './fix-case.js';
import type { Site } from './site.js';
import { follow, keptInCaches, linkTo, savedBy } from './site-parts.js';
import { claimsFor, es256, signedByExpress } from './tokens.js';
import { submit } from './visit.js';

const FLAGS = 'Secure; HttpOnly; SameSite=Lax';
const PLAIN = `sid=<value>; ${FLAGS}; Path=/`;
const sound: Site = { lines: [SOUND] };
const header =
  (name: string) =>
  ({ headers }: Fix): Partial<Site> => ({ headers: { [name]: headers[name] } });
const cookie = ({ headers }: Fix): Partial<Site> => ({
  lines: [(headers['set-cookie'] ?? '').replace('<random id>', '<value>')],
});
const toHttps = { movesToHttps: true, scheme: 'http', mended: () => ({}) } as const;

/**
 * What of a site is to be changed beside the line of a cookie: headers, and what its server does.
 */
export const SITE_CASES: readonly FixCase[] = [
  {
    what: 'sent without Strict-Transport-Security',
    rules: ['hsts-missing'],
    site: { ...sound, headers: { 'strict-transport-security': undefined } },
    mended: header('strict-transport-security'),
  },
  {
    what: 'kept in caches, though it needs a login',
    rules: ['authenticated-response-cacheable'],
    site: { ...sound, first: [SOUND], ...keptInCaches('public, max-age=600') },
    logsOut: true,
    mended: ({ headers }) => keptInCaches(headers['cache-control'] ?? ''),
  },
  {
    what: 'a session that keeps its id at the login',
    rules: ['session-not-rotated-at-login'],
    site: { lines: [SOUND], first: [SOUND], keepsId: true },
    mended: () => ({ keepsId: undefined }),
  },
  {
    what: 'a session that the logout does not end',
    rules: ['session-survives-logout'],
    site: { lines: [SOUND], outlivesLogout: true },
    logsOut: true,
    mended: () => ({ outlivesLogout: undefined }),
  },
  {
    what: 'an id that can be counted',
    rules: ['session-id-low-entropy'],
    site: { lines: [SOUND], makeId: counter() },
    mended: () => ({ makeId: () => randomBytes(32).toString('base64url') }),
  },
  {
    what: 'called as its framework calls it',
    rules: ['session-default-name'],
    site: { lines: ['connect.sid=<value>; Path=/; Secure; HttpOnly; SameSite=Lax'] },
    mended: cookie,
  },
  {
    what: 'signed with a secret of a tutorial',
    rules: ['session-weak-secret'],
    site: { lines: [SOUND], makeId: () => signedByExpress('keyboard cat') },
    mended: () => {
      const secret = randomBytes(64).toString('base64url');
      return { makeId: () => signedByExpress(secret) };
    },
  },
  {
    what: 'larger than browsers keep',
    rules: ['cookie-too-large'],
    site: { lines: [SOUND], makeId: () => randomBytes(3200).toString('base64url') },
    mended: (fix) => ({ ...cookie(fix), makeId: undefined }),
  },
  {
    what: 'a Secure cookie that comes over http',
    rules: ['cookie-rejected-by-browser'],
    site: { lines: ['sid=<value>; Path=/; Secure; HttpOnly; SameSite=Lax'] },
    ...toHttps,
    mended: cookie,
  },
  {
    what: 'two cookies of one name',
    rules: ['cookie-duplicate-name'],
    site: { lines: [PLAIN, `${PLAIN}account`.replace('<value>', '<other>')] },
    mended: () => ({
      lines: [PLAIN, 'sid=; Path=/account; Secure; HttpOnly; SameSite=Lax; Max-Age=0'],
    }),
  },
  {
    what: 'a login that is remembered for years',
    rules: ['remember-me-lifetime-too-long'],
    site: { lines: [SOUND, `__Host-remember_me=<other>; Max-Age=63072000; ${FLAGS}; Path=/`] },
    mended: ({ line = '' }) => ({ lines: [SOUND, line.replace('<value>', '<other>')] }),
  },
  {
    what: 'set over http',
    rules: ['cookie-set-over-http'],
    site: { lines: [SOUND_IN_CLEAR], headers: { 'strict-transport-security': undefined } },
    ...toHttps,
    stay: async (page, _others, own) => {
      await page.goto(`${own}/`);
    },
    mended: (fix) => ({ ...cookie(fix), ...header('strict-transport-security')(fix) }),
  },
  {
    what: 'a password that goes over http',
    rules: ['password-over-http'],
    reads: 'bodies',
    site: { lines: [SOUND_IN_CLEAR] },
    ...toHttps,
    mended: () => ({ lines: [SOUND] }),
  },
  {
    what: 'a password in an address',
    rules: ['password-in-url'],
    site: {
      ...sound,
      more: (app) => {
        app.get('/login', (request, response, next) => {
          if (request.query.password === undefined)
            return void response.send(loginPage().replace('method="post"', 'method="get"'));
          request.body = request.query;
          request.method = 'POST';
          next();
        });
      },
    },
    mended: () => ({ more: undefined }),
  },
  {
    what: 'a form that other sites could send',
    rules: ['csrf-unprotected'],
    reads: 'bodies',
    site: { lines: ['sid=<value>; Path=/; Secure; HttpOnly; SameSite=None'], ...savedBy('') },
    stay: (page) => submit(page, '#save'),
    mended: () => savedBy(`<input type="hidden" name="csrf_token" value="${token()}">`),
  },
  {
    what: 'an address with a token, which others are told',
    rules: ['referrer-policy-unsafe'],
    site: {
      ...sound,
      ...linkTo(`?access_token=${es256(claimsFor(600))}`),
      headers: { 'referrer-policy': 'unsafe-url' },
    },
    stay: follow,
    mended: header('referrer-policy'),
  },
  {
    what: 'the id of a session in an address',
    rules: ['session-id-in-url'],
    site: { ...sound, ...linkTo(`?PHPSESSID=${randomBytes(16).toString('hex')}`) },
    stay: follow,
    mended: () => linkTo(''),
  },
  {
    what: 'a logout by GET',
    rules: ['state-changed-by-get'],
    site: { ...sound, logoutBy: 'get' },
    logsOut: true,
    mended: () => ({ logoutBy: undefined }),
  },
];

function counter(): () => string {
  let next = 100_000;
  return () => String(next++);
}

function token(): string {
  return randomBytes(24).toString('base64url');
}
