import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { readHar } from '../../../src/engine/normalize/sources/har.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('unlisted');
const URL = 'https://shop.test/';
const hex = (bytes = 16) => random.bytes(bytes).toString('hex');
const FORM = 'application/x-www-form-urlencoded';
const rolesOf = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().map(({ role }) => role);
};
const page = (path: string, name: string, value: string) =>
  exchange({
    url: URL + path,
    responseBody: readBody(
      'text/html',
      `<form><input type="hidden" name="${name}" value="${value}"></form>`,
    ),
  });
const post = (name: string, value: string) =>
  exchange({
    url: `${URL}save`,
    method: 'POST',
    requestBody: readBody(FORM, `a=1&${name}=${value}`),
  });
const [A, B, C] = [hex(), hex(), hex()] as const;

describe('a hidden value that no list names', () => {
  const asIs = ['check', 'formid', 'wpBlank', 'zx', 'guard-value'];

  it.each(asIs)('%s is against forgery where all pages have the one of the session', (name) => {
    const before = [page('', name, A), page('in', name, A), post(name, A)];
    expect(rolesOf(...before, page('home', name, B), page('cart', name, B), post(name, B))).toEqual(
      ['csrf'],
    );
  });

  it.each<[string, Partial<Parameters<typeof exchange>[0]>]>([
    ['a header of any name', { sends: { 'x-shop-request': B }, type: 'fetch' }],
    ['the address of a change', { url: `${URL}drop?zx=${B}`, method: 'POST' }],
    ['a deletion', { url: `${URL}drop?zx=${B}`, method: 'DELETE' }],
  ])('is one where it comes back in %s', (_, more) => {
    const pages = [page('', 'zx', A), page('home', 'zx', B), page('cart', 'zx', B)];
    expect(rolesOf(...pages, exchange({ url: `${URL}api`, ...more }))).toEqual(['csrf']);
  });

  it.each<[string, Exchange[]]>([
    ['never comes back', [page('', 'zx', A), page('in', 'zx', A), page('home', 'zx', B)]],
    ['is of one page alone', [page('', 'zx', A), page('home', 'zx', B), post('zx', B)]],
    [
      'is new with every page',
      [page('a', 'zx', A), post('zx', A), page('b', 'zx', B), post('zx', B), page('c', 'zx', C)],
    ],
    [
      'is always the same',
      [page('a', 'zx', A), page('b', 'zx', A), page('c', 'zx', A), post('zx', A)],
    ],
    [
      'is the id of a record that is looked at again',
      [
        page('a', 'zx', A),
        page('a2', 'zx', A),
        page('b', 'zx', B),
        page('a', 'zx', A),
        post('zx', A),
      ],
    ],
    [
      'stands in the address',
      [page(`r/${A}`, 'zx', A), page(`e/${A}`, 'zx', A), page(`r/${B}`, 'zx', B), post('zx', B)],
    ],
    [
      'is called what is random and harmless',
      [
        page('a', 'page_hash', A),
        page('b', 'page_hash', B),
        page('c', 'page_hash', B),
        post('page_hash', B),
      ],
    ],
    [
      'is a word',
      [
        page('a', 'do', 'profile_delete'),
        page('b', 'do', 'save_profile'),
        page('c', 'do', 'save_profile'),
      ],
    ],
  ])('is none that %s', (_, exchanges) => {
    expect(rolesOf(...exchanges)).toEqual([]);
  });

  it('is known again after the state was saved', () => {
    const first = new Analysis();
    for (const one of [page('', 'zx', A), page('in', 'zx', A), page('b', 'zx', B)])
      first.addExchange(one);
    const again = Analysis.restore(JSON.parse(JSON.stringify(first.save())));
    again.addExchange(page('cart', 'zx', B));
    again.addExchange(post('zx', B));
    expect(again.credentials().map(({ role }) => role)).toEqual(['csrf']);
  });
});

it('follows a listed value into a header of any name', () => {
  const analysis = new Analysis();
  analysis.addExchange(page('', 'csrf_token', A));
  analysis.addExchange(
    exchange({ url: `${URL}api`, type: 'fetch', sends: { 'x-webmail-request': A } }),
  );
  const [only, ...others] = analysis.credentials();
  expect([only?.role, others]).toEqual(['csrf', []]);
  expect(only?.sightings.map(({ locator, count }) => [locator, count])).toContainEqual([
    'x-webmail-request',
    1,
  ]);
});

describe('a cookie that keeps what HTTP Basic sends', () => {
  const pair = Buffer.from('ada:correct horse').toString('base64');
  const entry = (cookie: string, headers: { name: string; value: string }[]) => ({
    startedDateTime: new Date(0).toISOString(),
    time: 1,
    request: {
      method: 'GET',
      url: URL,
      headers: [{ name: 'Cookie', value: cookie }, ...headers],
    },
    response: { status: 200, headers: [], content: {} },
  });
  const basic = [{ name: 'Authorization', value: `Basic ${pair}` }];

  it.each([`m=2258:${pair}`, `auth=${encodeURIComponent(pair)}`, `u=ada|${pair}`])(
    '%s is name and password, and nobody keeps them',
    (cookie) => {
      const analysis = new Analysis();
      const { exchanges } = readHar({ log: { entries: [entry(cookie, basic)] } });
      for (const one of exchanges) analysis.addExchange(one);
      expect([...new Set(analysis.credentials().map(({ role }) => role))]).toEqual(['basic']);
      expect(JSON.stringify([exchanges, analysis.save()])).not.toContain(pair.slice(0, 12));
    },
  );

  it('is none where nothing of it is sent as HTTP Basic', () => {
    const { exchanges } = readHar({ log: { entries: [entry(`m=${pair}`, [])] } });
    expect(rolesOf(...exchanges)).not.toContain('basic');
  });
});

describe('a cookie that a form repeats', () => {
  const sets = (name: string) =>
    exchange({
      url: URL,
      gets: { 'set-cookie': `${name}=${A}; Path=/; HttpOnly` },
      responseBody: readBody('text/html', `<input type="hidden" name="${name}" value="${A}">`),
    });
  const back = (name: string) =>
    exchange({
      url: `${URL}save`,
      method: 'POST',
      sends: { cookie: `${name}=${A}` },
      requestBody: readBody(FORM, `${name}=${A}&op=stop`),
    });

  it.each(['org.printers.sid', 'form_session', 'auth_check'])('%s is against forgery', (name) => {
    expect(rolesOf(sets(name), back(name))).toEqual(['csrf']);
  });

  it.each(['PHPSESSID', 'JSESSIONID'])('%s is the session that it is documented as', (name) => {
    expect(rolesOf(sets(name), back(name))).toEqual(['session']);
  });
});
