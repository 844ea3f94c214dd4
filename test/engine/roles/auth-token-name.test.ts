import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded, SIGNED_BUILDERS } from '../../support/tokens.js';

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
