import { describe, expect, it } from 'vitest';
import { html, json } from '../../support/bodies.js';
import type { ExchangeSpec } from '../../support/exchange.js';
import {
  analysed,
  api,
  HOME,
  OTHER,
  placesOf,
  stored,
  TOKEN,
  type Told,
  used,
} from '../../support/values-at-home.js';

const UUID = '6f1c2a90-4b7d-4e38-9c15-7a2e0b94d3f8';

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
