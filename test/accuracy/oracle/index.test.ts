import { describe, expect, it } from 'vitest';
import { isJudged } from '../../../accuracy/oracle/index.js';
import type { PlacedValue } from '../../../accuracy/evaluate/inventory.js';
import type { Label } from '../../../accuracy/support/stack.js';
import { jwtOf } from '../../support/jose.js';
import { label, line, HARD, value, answers } from './labelled.js';

const STORED = { direction: 'stored', name: 't' } as const;

describe('expectedFindings', () => {
  it.each<[string, Label, PlacedValue[], string[]]>([
    ['a hardened session', label(), [line(HARD)], []],
    [
      'a bare session',
      label(),
      [line('x; Path=/')],
      ['cookie-missing-httponly', 'cookie-missing-secure', 'cookie-missing-samesite'],
    ],
    ['what its deletion lacks', label(), [line(HARD), line('x; Max-Age=0')], []],
    ['what an empty value lacks', label(), [line(HARD), line('; Path=/')], []],
    ['a preference', label({ role: 'preference' }), [line('x')], []],
    [
      'a session of two days',
      label(),
      [line(`${HARD}; Max-Age=172800`)],
      ['cookie-persistent-session'],
    ],
    ['a session of a day', label(), [line(`${HARD}; Max-Age=86400`)], []],
    [
      'a date in the old form, two years on',
      label({ role: 'remember-me' }),
      [line(`${HARD}; Expires=Sat, 01-Jan-2028 00:00:00 GMT`)],
      ['remember-me-lifetime-too-long'],
    ],
    [
      'a word of SameSite that is none',
      label(),
      [line('x; Secure; HttpOnly; SameSite=Strickt')],
      ['cookie-samesite-invalid'],
    ],
    [
      'a cookie that is refused',
      label({ role: 'preference' }),
      [line('x; SameSite=None')],
      ['cookie-samesite-none-insecure'],
    ],
    [
      'a number that counts',
      label(),
      [line(HARD), value({ direction: 'sent', value: '100234' })],
      ['session-id-low-entropy'],
    ],
    [
      'an internal address',
      label({ role: 'load-balancer' }),
      [line('167837962.36895.0000; Path=/')],
      ['session-affinity-exposed'],
    ],
    [
      'a login that is remembered for a year',
      label({ role: 'remember-me' }),
      [line(`${HARD}; Max-Age=31536000`)],
      ['remember-me-lifetime-too-long'],
    ],
    [
      'a token in an address',
      label({ carrier: 'url', name: 't', role: 'access-token' }),
      [value({ carrier: 'url', name: 't', value: 'abcdefghij', direction: 'sent' })],
      ['token-in-url'],
    ],
    [
      'a secret in a token',
      label({ carrier: 'header', name: 'authorization', role: 'access-token' }),
      [
        value({
          carrier: 'header',
          name: 'authorization',
          direction: 'sent',
          value: `Bearer ${jwtOf({ exp: 1_767_229_200, iat: 1_767_225_600, password: 'x' })}`,
        }),
      ],
      ['jwt-sensitive-claims'],
    ],
    [
      'a token that has ended',
      label({ carrier: 'header', name: 'authorization', role: 'access-token' }),
      [
        value({
          carrier: 'header',
          name: 'authorization',
          direction: 'sent',
          value: `Bearer ${jwtOf({ exp: 1_767_200_000, iat: 1_767_199_000 })}`,
        }),
      ],
      ['jwt-expired-in-use'],
    ],
    [
      'a token in a header over http',
      label({ carrier: 'header', name: 'authorization', role: 'access-token' }),
      [value({ carrier: 'header', name: 'authorization', direction: 'sent', encrypted: false })],
      ['token-over-http'],
    ],
    [
      'a token without an end, in localStorage',
      label({ carrier: 'localStorage', name: 't', role: 'access-token' }),
      [value({ carrier: 'localStorage', value: jwtOf({ sub: '1' }), ...STORED })],
      ['token-in-local-storage', 'jwt-missing-exp'],
    ],
    [
      'what renews a login, in localStorage, which is told once',
      label({ carrier: 'localStorage', name: 't', role: 'refresh-token' }),
      [value({ carrier: 'localStorage', value: 'renewal', ...STORED })],
      ['refresh-token-readable'],
    ],
    [
      'a token of a year, in sessionStorage',
      label({ carrier: 'sessionStorage', name: 't', role: 'access-token' }),
      [
        value({
          carrier: 'sessionStorage',
          value: jwtOf({ iat: 1_700_000_000, exp: 1_731_536_000 }),
          ...STORED,
        }),
      ],
      ['token-in-session-storage', 'jwt-lifetime-too-long'],
    ],
    [
      'name and password over https',
      label({ carrier: 'header', name: 'authorization', role: 'basic' }),
      [value({ carrier: 'header', name: 'authorization', direction: 'sent', value: 'Basic eDp5' })],
      ['basic-auth-in-use'],
    ],
    [
      'a password in a header of its own',
      label({ carrier: 'header', name: 'x-password', role: 'api-key' }),
      [value({ carrier: 'header', name: 'x-password', direction: 'sent', value: 'secret' })],
      ['password-in-header'],
    ],
    [
      'an id in an address',
      label({ carrier: 'url', name: 'sid' }),
      [value({ carrier: 'url', direction: 'sent' })],
      ['session-id-in-url'],
    ],
  ])('asks of %s', (_what, one, values, expected) => {
    expect(answers([one], values, 'asked')).toEqual(expected.toSorted());
  });

  it('knows its rules, and no others', () => {
    expect(isJudged('cookie-missing-secure')).toBe(true);
    expect(isJudged('session-default-name')).toBe(true);
    expect(isJudged('cookie-of-tomorrow')).toBe(false);
  });

  it('asks of the first label only that fits', () => {
    const first = label({ role: 'preference' });
    expect(answers([first, label()], [line('x')], 'asked')).toEqual([]);
  });
});
