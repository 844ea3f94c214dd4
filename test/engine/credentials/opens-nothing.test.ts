import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import { seeOpener } from '../../../src/engine/credentials/see-opener.js';
import { json } from '../../support/bodies.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import {
  analysed,
  api,
  foundIn,
  given,
  gives,
  HOME,
  opens,
  OTHER,
  random,
  refused,
  VALUE,
} from '../../support/refused-list.js';

const UUID = '6f1c2a90-4b7d-4e38-9c15-7a2e0b94d3f8';

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
