import { describe, expect, it } from 'vitest';
import { cookieParam, jarCookie } from '../../../cli/inspect/jar.js';
import type { JarCookie } from '../../../src/engine/model.js';

/** As the protocol gives it of a jar. */
const protocolCookie = {
  name: 'sid',
  value: 'v',
  domain: 'shop.test',
  path: '/app',
  expires: -1,
  size: 4,
  httpOnly: true,
  secure: true,
  session: true,
  priority: 'Medium' as const,
  sourceScheme: 'Secure' as const,
  sourcePort: 443,
};
const jar: JarCookie = {
  name: 'sid',
  value: 'v',
  domain: 'shop.test',
  path: '/app',
  hostOnly: true,
  httpOnly: true,
  secure: true,
  sameSite: 'unset',
  partitioned: false,
  persistent: false,
};

describe('a cookie of the DevTools protocol', () => {
  it.each([
    ['for its host alone', {}, {}],
    ['for subdomains', { domain: '.shop.test' }, { hostOnly: false }],
    ['with SameSite', { sameSite: 'None' as const }, { sameSite: 'none' }],
    [
      'with an end',
      { session: false, expires: 1_800_000_000.5 },
      { persistent: true, expiresAt: 1_800_000_000_500 },
    ],
    [
      'in a partition',
      { partitionKey: { topLevelSite: 'https://top.test', hasCrossSiteAncestor: true } },
      { partitioned: true, partitionKey: 'https://top.test' },
    ],
  ])('is read %s', (_, told, expected) => {
    expect(jarCookie({ ...protocolCookie, ...told })).toEqual({ ...jar, ...expected });
  });
});

describe('a cookie of a saved state', () => {
  it.each([
    ['for its host alone', {}, { url: 'https://shop.test/app' }],
    [
      'for subdomains, over http',
      { hostOnly: false, secure: false },
      { url: 'http://shop.test/app', domain: '.shop.test' },
    ],
    ['with SameSite', { sameSite: 'strict' as const }, { sameSite: 'Strict' }],
    ['with an end', { expiresAt: 1_800_000_000_000 }, { expires: 1_800_000_000 }],
  ])('is set %s', (_, cookie, expected) => {
    const param = cookieParam({ ...jar, ...cookie });
    expect(param).toMatchObject({ name: 'sid', value: 'v', path: '/app', ...expected });
    expect('domain' in param).toBe('domain' in expected);
  });
});
