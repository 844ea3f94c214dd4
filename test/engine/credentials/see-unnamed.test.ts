import { describe, expect, it } from 'vitest';
import type { Exchange, Snapshot, StorageSnapshot } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('unnamed');
const TOKEN = random.base62(43);
const SID = random.base62(40);
const OTHER = random.base62(43);
const UUID = '6f1c2a90-4b7d-4e38-9c15-7a2e0b94d3f8';
const HOME = 'https://shop.test';

type Told = ExchangeSpec | StorageSnapshot;
let count = 0;
const later = () => START + 1e9 + ++count * 1000;
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const html = (text: string) => readBody('text/html', text);

const api = (more: Partial<ExchangeSpec> = {}): ExchangeSpec => ({
  url: `${HOME}/api`,
  type: 'fetch',
  ...more,
});
const used = api({ sends: { authorization: `Bearer ${TOKEN}` } });
const session: ExchangeSpec = {
  url: `${HOME}/login`,
  method: 'POST',
  requestBody: readBody('application/x-www-form-urlencoded', 'user=a&password=b'),
  gets: { 'set-cookie': `sitz=${SID}; Secure; HttpOnly; Path=/` },
};
const stored = (
  items: Record<string, string>,
  area: StorageSnapshot['area'] = 'localStorage',
  origin = HOME,
): StorageSnapshot => ({
  kind: 'storage',
  area,
  origin,
  at: 0,
  items: Object.entries(items).map(([key, value]) => ({ key, value, length: value.length })),
  dropped: 0,
});

/** Told one after the other, with or without a report between each two. */
function analysed(all: readonly Told[], asks = false): Analysis {
  const analysis = new Analysis();
  for (const one of all) {
    const at = later();
    if ('kind' in one) analysis.addSnapshot({ ...one, at } satisfies Snapshot);
    else analysis.addExchange(exchange({ ...one, at }));
    if (asks) analysis.credentials();
  }
  return analysis;
}

/** Where else than in its own places the value of a credential was seen. */
function placesOf(value: string, ...all: readonly Told[]): string[] {
  const places = (asks: boolean) =>
    analysed(all, asks)
      .credentials()
      .filter((one) => one.value === value)
      .flatMap(({ sightings }) => sightings)
      .filter(({ byValue }) => byValue)
      .map(({ carrier, locator, direction }) => `${direction} ${carrier} ${locator}`)
      .sort();
  const told = places(false);
  expect(places(true)).toEqual(told);
  return told;
}

/** Every place that no name speaks for. */
const PLACES: [where: string, told: (value: string) => Told, place: string][] = [
  ['localStorage', (v) => stored({ karte: v }), 'stored localStorage karte'],
  ['sessionStorage', (v) => stored({ karte: v }, 'sessionStorage'), 'stored sessionStorage karte'],
  ['quotes', (v) => stored({ karte: JSON.stringify(v) }), 'stored localStorage karte'],
  ['a scheme', (v) => stored({ karte: `Bearer ${v}` }), 'stored localStorage karte'],
  ['percent-encoding', (v) => stored({ karte: `%22${v}%22` }), 'stored localStorage karte'],
  [
    'JSON in storage',
    (v) => stored({ lage: JSON.stringify({ a: { k: v } }) }),
    'stored localStorage lage/a/k',
  ],
  ['an answer', (v) => api({ responseBody: json({ lage: v }) }), 'received body /lage'],
  ['a body', (v) => api({ method: 'POST', requestBody: json({ lage: v }) }), 'sent body /lage'],
  [
    'a form',
    (v) => ({
      url: `${HOME}/f`,
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', `lage=${v}`),
    }),
    'sent body lage',
  ],
  ['a header', (v) => api({ sends: { 'x-karte': v } }), 'sent header x-karte'],
  [
    'a header with a scheme',
    (v) => api({ sends: { 'x-karte': `Bearer ${v}` } }),
    'sent header x-karte',
  ],
  ['a header of an answer', (v) => api({ gets: { 'x-karte': v } }), 'received header x-karte'],
  ['an address', (v) => ({ url: `${HOME}/druck?zug=${v}` }), 'sent url zug'],
  [
    'JSON in an address',
    (v) => ({ url: `${HOME}/druck?f=${encodeURIComponent(JSON.stringify({ a: v }))}` }),
    'sent url f',
  ],
  ['a path', (v) => ({ url: `${HOME}/druck/${v}/1` }), 'sent url path'],
  [
    'a redirect',
    (v) => ({ url: `${HOME}/a`, status: 302, gets: { location: `/druck?zug=${v}` } }),
    'received url zug',
  ],
  [
    'a script in a page',
    (v) => ({ url: `${HOME}/p`, responseBody: html(`<script>var lage="${v}";</script>`) }),
    'received body script[lage]',
  ],
  [
    'a hidden field',
    (v) => ({
      url: `${HOME}/p`,
      responseBody: html(`<form><input type="hidden" name="lage" value="${v}"></form>`),
    }),
    'received body input[lage]',
  ],
];

describe('the value of what logs in, at its own site', () => {
  it.each(PLACES)('is seen in %s: of a token', (_, told, place) => {
    expect(placesOf(TOKEN, used, told(TOKEN))).toContain(place);
    expect(placesOf(TOKEN, told(TOKEN), used)).toContain(place);
  });

  it.each(PLACES)('is seen in %s: of a hidden cookie', (_, told, place) => {
    expect(placesOf(SID, session, told(SID))).toContain(place);
  });

  it.each(PLACES)('is none in %s that has another value', (_, told) => {
    expect(placesOf(TOKEN, told(OTHER), used, told(OTHER))).toEqual([]);
  });

  it('is carried by the request that has it', () => {
    const analysis = new Analysis();
    analysis.addExchange(exchange({ ...used, at: later() }));
    const one: Exchange = exchange({ ...api({ sends: { 'x-karte': TOKEN } }), at: later() });
    analysis.addExchange(one);
    expect(analysis.links(one.id).carried).toHaveLength(1);
  });

  it('is counted once for each exchange and each look at storage', () => {
    const inPath: ExchangeSpec = { url: `${HOME}/druck/${TOKEN}` };
    const kept = stored({ access_token: TOKEN });
    const [one] = analysed([used, kept, inPath, inPath]).credentials();
    expect(one?.sightings.map((place) => [place.carrier, place.count])).toEqual([
      ['header', 1],
      ['localStorage', 1],
      ['url', 2],
    ]);
  });

  it('is in the hands of a script that sends it, by whatever name', () => {
    const analysis = analysed([used]);
    const script = 'https://cdn.example';
    const sent = exchange({ ...api({ sends: { 'x-karte': TOKEN } }), at: later() });
    analysis.addExchange({ ...sent, script });
    const leaks = analysis.credentials()[0]?.leaks;
    expect(leaks).toMatchObject([{ through: 'third-party-script', locator: 'x-karte', script }]);
  });

  it('is seen before it is known, and saved between', () => {
    const analysis = analysed([stored({ karte: TOKEN })]);
    const again = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    again.addExchange(exchange({ ...used, at: later() }));
    expect(again.credentials().flatMap((one) => one.carriers)).toContain('localStorage');
  });

  it('is kept by a page that fetched it from another site', () => {
    const given: ExchangeSpec = {
      url: 'https://idp.test/token',
      method: 'POST',
      type: 'fetch',
      topUrl: `${HOME}/`,
      responseBody: json({ access_token: TOKEN }),
    };
    const asked = { ...used, url: 'https://api.example/a', topUrl: `${HOME}/` };
    expect(placesOf(TOKEN, given, asked, stored({ r: TOKEN }))).toEqual(['stored localStorage r']);
  });
});

describe('what has the value of nothing that logs in', () => {
  it.each<[what: string, value: string, all: Told[]]>([
    ['an id of an object', UUID, [api({ responseBody: json({ id: UUID }) })]],
    ['a nonce', OTHER, [{ url: `${HOME}/p`, responseBody: html(`<script nonce="${OTHER}">`) }]],
    ['a number of requests', OTHER, [api({ sends: { 'x-request-id': OTHER } })]],
    ['a hash of a file', OTHER, [{ url: `${HOME}/app.${OTHER}.js` }]],
  ])('stays unknown: %s', (_, value, all) => {
    const twice = [...all, used, ...all, stored({ karte: value })];
    expect(
      analysed(twice)
        .credentials()
        .map((one) => one.value),
    ).toEqual([TOKEN]);
  });

  it('is a cookie that tells visitors apart, wherever its value is', () => {
    const counted: ExchangeSpec = {
      url: `${HOME}/`,
      gets: { 'set-cookie': `_pk_id=${OTHER}; Max-Age=33696000` },
    };
    const again: ExchangeSpec = { url: `${HOME}/a`, sends: { cookie: `_pk_id=${OTHER}` } };
    expect(placesOf(OTHER, counted, again, again, stored({ karte: OTHER }))).toEqual([]);
  });

  it('is a value against forgery', () => {
    const page: ExchangeSpec = {
      url: `${HOME}/p`,
      responseBody: html(`<meta name="csrf-token" content="${OTHER}">`),
    };
    expect(placesOf(OTHER, page, stored({ karte: OTHER }))).toEqual([]);
  });

  it('is short, or at a site that has nothing to do with it', () => {
    expect(placesOf(TOKEN, used, stored({ k: TOKEN }, 'localStorage', 'https://a.test'))).toEqual(
      [],
    );
    const short = api({ sends: { authorization: 'Bearer geheim12' } });
    expect(placesOf('geheim12', short, stored({ k: 'geheim12' }))).toEqual([]);
  });

  it.each(['visitor_id', 'device_id', 'cookie_consent', 'theme'])(
    'has a name that says what else it is: %s',
    (name) => {
      expect(placesOf(TOKEN, used, stored({ [name]: TOKEN }))).toEqual([]);
      expect(placesOf(TOKEN, stored({ [name]: TOKEN }), used)).toEqual([]);
    },
  );
});
