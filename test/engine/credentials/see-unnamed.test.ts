import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { html, json } from '../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import {
  analysed,
  api,
  HOME,
  later,
  OTHER,
  placesOf,
  session,
  SID,
  stored,
  TOKEN,
  type Told,
  used,
} from '../../support/values-at-home.js';

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
