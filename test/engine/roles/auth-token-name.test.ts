import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

const SITE = 'https://cloud.test';
const random = new Seeded('auth token names');

function roleOf(name: string, value: string): string | undefined {
  const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: `${SITE}/` }));
  for (const path of ['/projects', '/users'])
    analysis.addExchange(exchange({ url: SITE + path, ...fetched, sends: { [name]: value } }));
  return analysis.credentials().find((one) => one.name === name)?.role;
}

describe('a header that is called an authentication token', () => {
  it.each([
    'x-auth-token',
    'auth-token',
    'authtoken',
    'authentication-token',
    'x-authorization-token',
  ])('carries an access token: %s', (name) => {
    expect(roleOf(name, random.base62(43))).toBe('access-token');
    expect(roleOf(name, SIGNED_BUILDERS['Fernet']!(random))).toBe('access-token');
  });

  it('is no session’s token', () => {
    expect(roleOf('x-session-token', random.base62(43))).toBe('session');
  });
});

describe('a token of an installation', () => {
  const stored = (key: string, value: object): string | undefined => {
    const analysis = new Analysis();
    const text = JSON.stringify(value);
    analysis.addSnapshot({
      kind: 'storage',
      at: 1_795_796_310_000,
      origin: SITE,
      area: 'localStorage',
      dropped: 0,
      items: [{ key, value: text, length: text.length }],
    });
    return analysis.credentials()[0]?.role;
  };

  it.each(['app-installations', 'installation/default'])('is that of a device: %s', (key) =>
    expect(stored(key, { authToken: { token: jwtOf({ appId: 'a', fid: 'b' }) } })).toBe('device'),
  );

  it('is an access token where it is nobody’s but the user’s', () =>
    expect(stored('app', { authToken: { token: random.base62(43) } })).toBe('access-token'));

  it('is that of a device in a header, too', () =>
    expect(roleOf('x-acme-installations-auth', jwtOf({ appId: 'a', fid: 'b' }))).toBe('device'));
});
