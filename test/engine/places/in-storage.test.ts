import { describe, expect, it } from 'vitest';
import { candidatesInStorage } from '../../../src/engine/places/in-storage.js';
import { b64u } from '../../support/base64.js';
import { anyJwt } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('storage');
const JWT = anyJwt(random);
const ID = random.base62(32);

function storedUnder(key: string, value: string): [string, string][] {
  const items = [{ key, value, length: value.length }];
  return candidatesInStorage({
    kind: 'storage',
    at: 0,
    origin: 'https://a.example',
    area: 'localStorage',
    items,
    dropped: 0,
  }).map((c) => [c.locator, c.value]);
}

describe('web storage', () => {
  it.each([
    ['a bare token', 'token', JWT, 'token', JWT],
    ['an opaque token', 'refresh_token', ID, 'refresh_token', ID],
    ['quoted', 'access_token', JSON.stringify(ID), 'access_token', ID],
    [
      'JSON',
      'oidc.user:https://id.example:web',
      JSON.stringify({ access_token: ID, scope: 'openid' }),
      'oidc.user:https://id.example:web/access_token',
      ID,
    ],
    [
      'JSON in base64',
      'auth',
      `base64-${b64u(JSON.stringify({ refresh_token: ID }))}`,
      'auth/refresh_token',
      ID,
    ],
    [
      'a cache that names the kind in its key',
      'home-login.example-refreshtoken-client--',
      JSON.stringify({ credentialType: 'RefreshToken', secret: ID }),
      'home-login.example-refreshtoken-client--/secret',
      ID,
    ],
    [
      'a key with slashes',
      'firebase:authUser:key/one',
      JSON.stringify({ stsTokenManager: { accessToken: JWT } }),
      'firebase:authUser:key/one/stsTokenManager/accessToken',
      JWT,
    ],
    ['JSON that was cut', 'state', `{"a":1,"jwt":"${JWT}","rest":"…`, 'state', JWT],
  ])('%s', (_, key, value, locator, found) => {
    expect(storedUnder(key, value)).toEqual([[locator, found]]);
  });

  it.each([
    ['theme', 'dark'],
    ['_ga', ID],
    ['amplitude_session', ID],
    ['cart', JSON.stringify({ id: ID, items: [] })],
    ['lastVisit', '2026-01-01T00:00:00Z'],
    ['build', ID],
  ])('nothing in %s', (key, value) => {
    expect(storedUnder(key, value)).toEqual([]);
  });
});
