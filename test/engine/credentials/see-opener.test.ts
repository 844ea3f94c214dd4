import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import { seeOpener } from '../../../src/engine/credentials/see-opener.js';
import type { Credential, StorageSnapshot } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('opener');
const VALUE = random.base62(44);
const NEXT = random.base62(44);
const OTHER = random.base62(44);
const UUID = '6f1c2a90-4b7d-4e38-9c15-7a2e0b94d3f8';
const HOME = 'https://shop.test';

const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const form = (text: string) => readBody('application/x-www-form-urlencoded', text);
const api = (more: Partial<ExchangeSpec> = {}): ExchangeSpec => ({
  url: `${HOME}/api/liste`,
  type: 'fetch',
  responseBody: json([{ nr: 1 }]),
  ...more,
});
const refused = api({ status: 401, responseBody: json({}) });
const typed = { k: 'ada@shop.test', p: 'geheim' };
const gives = (answer: unknown, more: Partial<ExchangeSpec> = {}): ExchangeSpec =>
  api({
    url: `${HOME}/rein`,
    method: 'POST',
    requestBody: json(typed),
    responseBody: json(answer),
    ...more,
  });
const given = gives({ ok: 1, karte: VALUE });
const opens = api({ sends: { 'x-karte': VALUE } });

function analysed(all: readonly ExchangeSpec[], asks = false): Analysis {
  const analysis = new Analysis();
  for (const [at, one] of all.entries()) {
    analysis.addExchange(exchange({ at: START + 1e9 + at * 1000, ...one }));
    if (asks) analysis.credentials();
  }
  return analysis;
}

const told = ({ name, role, carriers }: Credential) => `${role} ${name} ${carriers.join(',')}`;

function foundIn(...all: ExchangeSpec[]): string[] {
  const found = analysed(all).credentials().map(told);
  expect(analysed(all, true).credentials().map(told)).toEqual(found);
  return found;
}

describe('what an answer gave, and with what a refused address is open', () => {
  it.each<[where: string, opens: ExchangeSpec, found: string]>([
    ['a header of its own', opens, 'access-token x-karte header,body'],
    [
      'a parameter',
      api({ url: `${HOME}/api/liste?karte=${VALUE}` }),
      'access-token karte url,body',
    ],
    [
      'a cookie that a script wrote',
      api({ sends: { cookie: `karte=${VALUE}` } }),
      'session karte cookie,body',
    ],
    [
      'a header, with a scheme',
      api({ sends: { 'x-karte': `Bearer ${VALUE}` } }),
      'access-token x-karte header,body',
    ],
  ])('is what the user is known by: in %s', (_, one, found) => {
    expect(foundIn(refused, given, one)).toEqual([found]);
  });

  it.each<[where: string, posts: Partial<ExchangeSpec>]>([
    ['JSON', { requestBody: json({ lage: VALUE, a: 1 }) }],
    ['a form', { requestBody: form(`lage=${VALUE}&a=1`) }],
  ])('is so in the body of a request: in %s', (_, posts) => {
    const post = { url: `${HOME}/api/tun`, method: 'POST' };
    const before = api({
      ...post,
      status: 403,
      requestBody: json({ a: 1 }),
      responseBody: json({}),
    });
    expect(foundIn(before, given, api({ ...post, ...posts }))).toHaveLength(1);
  });

  it('was given by a login, whatever was typed', () => {
    const analysis = analysed([refused, given, opens]);
    const [one] = analysis.credentials();
    expect(one?.behaviour.issuedAtLogin?.url).toBe(`${HOME}/rein`);
    expect(one?.behaviour.opened?.url).toBe(`${HOME}/api/liste`);
  });

  it('was given by the login that was known by its password', () => {
    const login = gives(
      { karte: VALUE },
      { url: `${HOME}/login`, requestBody: json({ user: 'ada', password: 'geheim' }) },
    );
    const [one] = analysed([refused, login, opens]).credentials();
    expect(one?.behaviour.issuedAtLogin?.url).toBe(`${HOME}/login`);
    expect(one?.role).toBe('access-token');
  });

  it('is renewed with each answer: one credential', () => {
    const first = gives({ ok: 1 }, { gets: { 'x-naechste': VALUE } });
    const second = api({ sends: { 'x-marke': VALUE }, gets: { 'x-naechste': NEXT } });
    const third = api({ sends: { 'x-marke': NEXT }, gets: { 'x-naechste': OTHER } });
    const fourth = api({ sends: { 'x-marke': OTHER } });
    const found = analysed([refused, first, second, third, fourth]).credentials();
    expect(found.map(told)).toEqual(['access-token x-naechste header']);
    expect(found[0]?.value).toBe(OTHER);
  });

  it('takes the place of what was in use before it was refused', () => {
    const renewed = gives({ karte: NEXT }, { url: `${HOME}/neu` });
    const expired = { ...refused, sends: { 'x-karte': VALUE } };
    const again = api({ sends: { 'x-karte': NEXT } });
    const found = analysed([given, opens, expired, renewed, again]).credentials();
    expect(found.map(told)).toEqual(['access-token x-karte header,body']);
    expect(found[0]?.pastValues).toEqual([VALUE]);
    expect(found[0]?.behaviour.issuedAtLogin?.url).toBe(`${HOME}/rein`);
  });

  it('is known in storage that was seen before', () => {
    const analysis = analysed([refused, given]);
    const stored: StorageSnapshot = {
      kind: 'storage',
      area: 'localStorage',
      origin: HOME,
      at: START + 1e9 + 1_500,
      items: [{ key: 'lage', value: VALUE, length: VALUE.length }],
      dropped: 0,
    };
    analysis.addSnapshot(stored);
    const again = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    again.addExchange(exchange({ ...opens, at: START + 1e9 + 3_000 }));
    expect(again.credentials().map(told)).toEqual(['access-token lage localStorage,header,body']);
  });
});

it('what was in use before the refusal opens nothing, though that is told later', () => {
  const place = { carrier: 'header', locator: 'x-karte', origin: HOME } as const;
  const by = (method: string) => ({ id: method, method, url: `${HOME}/rein` });
  const openerAfter = (usedAt: number) => {
    const store = CredentialStore.empty();
    store.beside.openers.refuse(`GET ${HOME}/api/liste`, START + 2_000);
    const gift = { ...place, direction: 'received', exchange: by('POST') } as const;
    store.beside.unnamed.note(VALUE, { ...gift, at: START + 3_000 });
    store.beside.unnamed.note(VALUE, { ...place, direction: 'sent', at: START + usedAt });
    return seeOpener(store, exchange({ ...opens, at: START + 5_000 }), []);
  };
  expect(openerAfter(4_000)?.givenBy).toBe('POST');
  expect(openerAfter(1_000)).toBeUndefined();
});

describe('what opens nothing', () => {
  const csrf = random.base62(40);
  it.each<[what: string, all: ExchangeSpec[]]>([
    ['where nothing was refused', [given, opens]],
    ['where it is refused as well', [refused, given, { ...opens, status: 401 }]],
    [
      'where the answer says no',
      [refused, given, { ...opens, responseBody: json({ error: 'x', success: false }) }],
    ],
    ['where another address was refused', [{ ...refused, url: `${HOME}/b` }, given, opens]],
    ['where no answer gave it', [refused, gives({ ok: 1 }), opens]],
    ['where it was in use before', [{ ...refused, sends: { 'x-karte': VALUE } }, given, opens]],
    ['where it was given before the refusal', [given, refused, opens]],
    ['where only a page was asked for', [refused, { ...given, method: 'GET' }, opens]],
    ['where it came much later', [refused, given, { ...opens, at: START + 2e9 }]],
    ['where another site gave it', [refused, { ...given, url: 'https://a.test/rein' }, opens]],
    [
      'where two came together',
      [
        refused,
        gives({ karte: VALUE, lage: OTHER }),
        api({ sends: { 'x-karte': VALUE, 'x-lage': OTHER } }),
      ],
    ],
    ['as the id of an object', [refused, gives({ karte: UUID }), api({ sends: { 'x-a': UUID } })]],
    [
      'as the id of a user',
      [refused, gives({ userId: VALUE }), api({ url: `${HOME}/api/liste?user=${VALUE}` })],
    ],
    ['as a part of a path', [refused, given, api({ url: `${HOME}/api/liste/${VALUE}` })]],
    [
      'as the number of a request',
      [refused, gives({ ok: 1 }), api({ sends: { 'x-request-id': VALUE } })],
    ],
    [
      'as a short value',
      [refused, gives({ karte: 'abc123' }), api({ sends: { 'x-karte': 'abc123' } })],
    ],
  ])('is no credential: %s', (_, all) => {
    expect(foundIn(...all)).toEqual([]);
  });

  it('is no credential beside a cookie that may say who asks', () => {
    const sid = random.base62(32);
    const cookie = { cookie: `sid=${sid}` };
    const all = [
      api({ url: `${HOME}/`, gets: { 'set-cookie': `sid=${sid}; HttpOnly; Secure` } }),
      { ...refused, sends: cookie },
      { ...gives({ ok: 1, pruefwert: csrf }), sends: cookie },
      api({ sends: { ...cookie, 'x-pruefwert': csrf } }),
    ];
    expect(
      analysed(all)
        .credentials()
        .map(({ value }) => value),
    ).toEqual([sid]);
  });

  it('is no credential beside an Authorization header', () => {
    const all = [
      refused,
      gives({ access_token: OTHER, lage: VALUE }),
      api({ sends: { authorization: `Bearer ${OTHER}`, 'x-lage': VALUE } }),
    ];
    expect(
      analysed(all)
        .credentials()
        .map(({ value }) => value),
    ).toEqual([OTHER]);
  });
});
