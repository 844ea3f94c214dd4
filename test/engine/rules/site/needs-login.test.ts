import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';
import { options } from '../../../support/told-analysis.js';

const random = new Seeded('needs login');
const SITE = 'https://shop.test';
const HTML = { 'content-type': 'text/html' };
const FORM = '<form method=post><input name=user><input type=password name=pw></form>';
const [BEFORE, AFTER] = [random.bytes(16).toString('hex'), random.bytes(16).toString('hex')];

let clock = Date.UTC(2026, 0, 1);
/** Whoever is not logged in sends the first cookie. */
let sid = BEFORE;

const get = (path: string, more: Partial<ExchangeSpec> = {}): Exchange =>
  exchange({
    url: SITE + path,
    at: (clock += 3_000),
    ...more,
    sends: { cookie: `sid=${sid}`, ...more.sends },
  });
const page = (path: string, markup = '<h1>Shop</h1>', more: Partial<ExchangeSpec> = {}) =>
  get(path, {
    ...more,
    gets: { ...HTML, ...more.gets },
    responseBody: readBody('text/html', markup),
  });
const sentTo = (path: string, to: string) => get(path, { status: 302, redirectUrl: SITE + to });
/** What shared caches may keep. */
const kept = (path: string, markup?: string) =>
  page(path, markup, { gets: { 'cache-control': 'public, max-age=600' } });
function login(path: string, from: string, to: string): Exchange {
  const posted = get(path, {
    method: 'POST',
    status: 302,
    redirectUrl: SITE + to,
    sends: { referer: SITE + from },
    gets: { 'set-cookie': `sid=${AFTER}; Path=/; HttpOnly; Secure; SameSite=Lax` },
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&pw=secret-word'),
  });
  sid = AFTER;
  return posted;
}

/** How grave it is that shared caches may keep what needs a login. */
function found(visit: () => Exchange[]): string[] {
  sid = BEFORE;
  const analysis = new Analysis();
  for (const one of visit()) analysis.addExchange(one);
  return analysis
    .report(options)
    .findings.filter(({ ruleId }) => ruleId === 'authenticated-response-cacheable')
    .map(({ severity }) => severity);
}
const other = (path: string) => get(path, { gets: { 'cache-control': 'no-store' } });

describe('an address needs a login', () => {
  it.each<[string, () => Exchange[]]>([
    [
      'that sent whoever was not to the page with the form, whatever that is called',
      () => [
        sentTo('/desk', '/welcome'),
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/desk'),
        other('/other'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them to the first page, on which the form is',
      () => [
        sentTo('/desk', '/'),
        page('/', FORM),
        login('/enter', '/', '/desk'),
        other('/x'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them to the page from which the password then came, of which no body was seen',
      () => [
        sentTo('/desk', '/welcome'),
        get('/welcome'),
        login('/enter', '/welcome', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them to the address for logging out',
      () => [
        sentTo('/desk', '/logout.php'),
        get('/logout.php'),
        page('/enter', FORM),
        login('/enter', '/enter', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them by a header of the answer',
      () => [
        get('/desk', { gets: { refresh: '0; url=/welcome' } }),
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that was left at once for the page with the form, before anybody could read it',
      () => [
        get('/desk', { gets: { ...HTML, 'content-length': '310' } }),
        page('/welcome', FORM, { at: clock + 400, sends: { referer: `${SITE}/desk` } }),
        login('/welcome', '/welcome', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that showed them the form itself',
      () => [page('/', FORM), login('/', '/', '/'), other('/x'), kept('/', '<h1>Desk</h1>')],
    ],
    [
      'of a front controller that showed them the form',
      () => [
        page('/index.php?mod=Map&act=view', FORM),
        login('/index.php', '/index.php', '/index.php'),
        other('/x'),
        kept('/index.php?mod=Map&act=view', '<h1>Map</h1>'),
      ],
    ],
    [
      'that answered a script with 401, among others that did so',
      () => [
        get('/api/a', { type: 'fetch', status: 401 }),
        get('/api/b', { type: 'fetch', status: 401 }),
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/desk'),
        get('/api/c', { type: 'fetch', gets: { 'cache-control': 'public, max-age=600' } }),
        get('/api/b', { type: 'fetch', gets: { 'cache-control': 'public, max-age=600' } }),
      ],
    ],
    [
      'that is asked for among many of the same kind',
      () => [
        sentTo('/desk', '/login'),
        page('/login', FORM),
        login('/login', '/login', '/a'),
        kept('/a'),
        kept('/b'),
        kept('/desk'),
      ],
    ],
  ])('%s', (_, visit) => {
    expect(found(visit)).toEqual(['medium']);
  });
});

describe('nothing says that an address needs a login', () => {
  it.each<[string, () => Exchange[]]>([
    [
      'where a shop sends everybody from an empty cart to its first page',
      () => [
        sentTo('/cart', '/'),
        page('/'),
        page('/login', FORM),
        login('/login', '/login', '/'),
        kept('/cart'),
      ],
    ],
    [
      'where the shop has a small form on every page',
      () => [
        sentTo('/cart', '/'),
        ...['/', '/shoes', '/hats'].map((path) => page(path, FORM)),
        login('/enter', '/', '/'),
        kept('/cart'),
      ],
    ],
    [
      'where it sends those who are logged in there, too',
      () => [
        sentTo('/cart', '/'),
        page('/', FORM),
        login('/', '/', '/'),
        sentTo('/cart', '/'),
        kept('/cart'),
      ],
    ],
    [
      'where it leads to the same page in another language',
      () => [
        sentTo('/', '/en/'),
        page('/en/', FORM),
        login('/en/enter', '/en/', '/en/'),
        kept('/'),
      ],
    ],
    [
      'where it adds the language',
      () => [
        sentTo('/desk', '/start?lang=en'),
        page('/start?lang=en', FORM),
        login('/start', '/start?lang=en', '/start'),
        kept('/desk'),
      ],
    ],
    [
      'where the page asks those who are logged in as well',
      () => [page('/', FORM), login('/', '/', '/'), kept('/', `<h1>Desk</h1>${FORM}`)],
    ],
    [
      'where nobody saw what those are shown who are',
      () => [
        page('/', FORM),
        login('/', '/', '/'),
        get('/', { gets: { 'cache-control': 'public' } }),
      ],
    ],
    [
      'where somebody read the page before they went to log in',
      () => [
        get('/start', { gets: { ...HTML, 'content-length': '310' } }),
        page('/welcome', FORM, { at: clock + 2_500, sends: { referer: `${SITE}/start` } }),
        login('/welcome', '/welcome', '/desk'),
        kept('/start'),
      ],
    ],
    [
      'where the page could be read',
      () => [
        page('/start', '<a href=/welcome>', { gets: { 'content-length': '310' } }),
        page('/welcome', FORM, { at: clock + 400, sends: { referer: `${SITE}/start` } }),
        login('/welcome', '/welcome', '/desk'),
        kept('/start'),
      ],
    ],
    [
      'where only those who were logged in were asked for a password',
      () => [
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/safe'),
        page('/safe', FORM),
        kept('/safe', '<h1>Changed</h1>'),
      ],
    ],
  ])('%s', (_, visit) => {
    expect(found(visit)).toEqual([]);
  });
});
