import { describe, expect, it } from 'vitest';
import { jarCookie, jarText } from '../../src/capture/browser-cookie.js';

const COOKIE = {
  name: 'sid',
  value: 'v',
  domain: '.shop.test',
  hostOnly: false,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'no_restriction' as const,
  session: false,
  expirationDate: 1_800_000_000.5,
  storeId: '0',
  firstPartyDomain: '',
};

describe('jarCookie', () => {
  it('reads a cookie of the browser', () => {
    expect(jarCookie(COOKIE)).toEqual({
      name: 'sid',
      value: 'v',
      domain: 'shop.test',
      hostOnly: false,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'none',
      partitioned: false,
      persistent: true,
      expiresAt: 1_800_000_000_500,
    });
  });

  it('knows session cookies, unset SameSite and partitions', () => {
    const { expirationDate: _, ...rest } = COOKIE;
    const cookie = jarCookie({
      ...rest,
      session: true,
      sameSite: 'unspecified',
      partitionKey: { topLevelSite: 'https://top.test' },
    });
    expect(cookie).toMatchObject({
      persistent: false,
      sameSite: 'unset',
      partitioned: true,
      partitionKey: 'https://top.test',
    });
    expect(cookie).not.toHaveProperty('expiresAt');
  });
});

describe('jarText', () => {
  it('does not depend on the order, but on everything else', () => {
    const [a, b] = [jarCookie(COOKIE), jarCookie({ ...COOKIE, name: 'other' })];
    expect(jarText([a, b])).toBe(jarText([b, a]));
    expect(jarText([a])).not.toBe(jarText([{ ...a, value: 'w' }]));
  });
});
