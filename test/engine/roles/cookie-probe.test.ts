import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// A site sets a cookie and sends the browser on, to look whether it comes back.

const SHOP = 'https://shop.test/in';
const roleOf = (value: string, address: string, before: readonly string[] = []) => {
  const analysis = new Analysis();
  const visit = [
    exchange({
      url: SHOP,
      status: 302,
      gets: { 'set-cookie': `_zx=${value}` },
      redirectUrl: address,
    }),
    ...[...before, address].map((url) => exchange({ url, sends: { cookie: `_zx=${value}` } })),
  ];
  for (const one of visit) analysis.addExchange(one);
  return analysis.credentials().map(({ role }) => role);
};

describe('a cookie that only asks whether cookies are taken', () => {
  it.each([
    '_checkCookie=1',
    'cookie_test',
    'testcookie=1',
    'cookieSupport=true',
    'a=b&cookiesEnabled=1',
  ])('?%s asks', (query) => {
    expect(roleOf('1', `${SHOP}?${query}`)).toEqual(['other']);
  });

  it.each([
    ['another word', `${SHOP}?check=1`],
    ['a choice', `${SHOP}?cookie_settings=1`],
    ['nothing', SHOP],
  ])('%s does not', (_, address) => {
    expect(roleOf('1', address)).toEqual(['preference']);
  });

  it('is none that pages had before', () => {
    expect(roleOf('1', `${SHOP}?cookie_test=1`, [`${SHOP}/a`])).toEqual(['preference']);
  });

  it('is none that may be secret', () => {
    const value = new Seeded('probe').base62(32);
    expect(roleOf(value, `${SHOP}?cookie_test=1`)).toEqual(roleOf(value, SHOP));
  });
});
