import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { b64u } from '../../support/base64.js';
import { exchange } from '../../support/exchange.js';
import { anyJwe } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

const SHOP = 'https://shop.test';
const random = new Seeded('written anew');
const form = readBody('application/x-www-form-urlencoded', 'user=ada&password=correct+horse');
const sets = (value: string) => ({
  'set-cookie': `box=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`,
});
const sends = (value: string) => ({ cookie: `box=${value}` });

/** Types of what happened to the cookie when a login, and then a page, gave it another value. */
function changes(value: () => string, page = '/account'): string[] {
  const [before, given, renewed] = [value(), value(), value()];
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SHOP}/`, gets: sets(before) }),
    exchange({
      url: `${SHOP}/login`,
      method: 'POST',
      status: 303,
      redirectUrl: `${SHOP}${page}`,
      requestBody: form,
      sends: sends(before),
      gets: sets(given),
    }),
    exchange({ url: `${SHOP}${page}`, sends: sends(given), gets: sets(renewed) }),
    exchange({ url: `${SHOP}/orders`, sends: sends(renewed) }),
  ])
    analysis.addExchange(one);
  const { events } = analysis.report({
    source: { kind: 'har', url: SHOP, dropped: 0 },
    version: '0',
  });
  return events.flatMap(({ type }) => (type === 'rotated' || type === 'refreshed' ? [type] : []));
}

describe('a cookie that gets another value', () => {
  it.each([
    ['Laravel', () => encodeURIComponent(SIGNED_BUILDERS['Laravel']!(random))],
    ['Flask', () => SIGNED_BUILDERS['Flask']!(random)],
    ['a JWE', () => anyJwe(random)],
    ['JSON', () => b64u(JSON.stringify({ user: 'ada', seen: random.below(1e9) }))],
  ])('is another one at a login, and only written anew by a page (%s)', (_, value) => {
    expect(changes(value)).toEqual(['rotated', 'refreshed']);
  });

  it('is another one where a page takes a code from an authorization server', () => {
    const value = () => SIGNED_BUILDERS['Flask']!(random);
    expect(changes(value, '/back?code=x7&state=q1')).toEqual(['rotated', 'rotated']);
    expect(changes(value, '/shop?code=SUMMER')).toEqual(['rotated', 'refreshed']);
  });

  it('is another one each time where it is an id', () => {
    expect(changes(() => random.bytes(16).toString('hex'))).toEqual(['rotated', 'rotated']);
  });
});
