import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldLifetimes } from '../../../../src/engine/normalize/bodies/told-lifetimes.js';

const told = (json: unknown) =>
  toldLifetimes(JSON.stringify(json), json).map((one) => [
    one.pointer,
    'endsAt' in one ? new Date(one.endsAt).toISOString() : one.seconds,
  ]);
const ENDS = '2026-11-28T09:54:02.000Z';
const millis = Date.parse(ENDS);
const access = { access_token: 'a' };

describe('how long an answer says that its tokens live', () => {
  it.each<[string, unknown, [string, number | string][]]>([
    ['OAuth', { ...access, expires_in: 3600 }, [['/access_token', 3600]]],
    ['a string', { ...access, expires_in: '3600' }, [['/access_token', 3600]]],
    [
      'one of the refresh token as well',
      { ...access, refresh_token: 'r', expires_in: 300, refresh_expires_in: 1800 },
      [
        ['/access_token', 300],
        ['/refresh_token', 1800],
      ],
    ],
    [
      'another name for that',
      { refresh_token: 'r', refresh_token_expires_in: 15_811_200 },
      [['/refresh_token', 15_811_200]],
    ],
    ['an envelope', { data: { ...access, expires_in: 60 } }, [['/data/access_token', 60]]],
    ['a list', [{ ...access, expires_in: 60 }], [['/0/access_token', 60]]],
    ['30 days', { ...access, expires_in: 2_592_000 }, [['/access_token', 2_592_000]]],
    ['25 days', { ...access, expires_in: 2_160_000 }, [['/access_token', 2_160_000]]],
    ['another spelling', { accessToken: 'a', expiresIn: 900 }, [['/accessToken', 900]]],
    ['another token', { token: 't', expires_in_seconds: 1800 }, [['/token', 1800]]],
    ['a unit', { ...access, expires_in_ms: 300_000 }, [['/access_token', 300]]],
    ['Protocol Buffers', { token: 't', expiresIn: '604800s' }, [['/token', 604_800]]],
    ['a moment', { token: 't', expires_at: ENDS }, [['/token', ENDS]]],
    [
      'a moment with another offset',
      { token: 't', expiresAt: '2026-11-28T10:54:02+01:00' },
      [['/token', ENDS]],
    ],
    ['a moment in seconds', { token: 't', tokenExpires: millis / 1000 }, [['/token', ENDS]]],
    ['a moment in milliseconds', { token: 't', expires: millis }, [['/token', ENDS]]],
    [
      'a moment that is wrapped',
      { token: 't', tokenExpires: { $date: millis } },
      [['/token', ENDS]],
    ],
    [
      'a session',
      { session: { sessionToken: 't', expiry: ENDS } },
      [['/session/sessionToken', ENDS]],
    ],
    [
      'how long before until when',
      { ...access, expires_in: 60, expires_at: ENDS },
      [['/access_token', 60]],
    ],
    [
      'until when each lives',
      {
        accessToken: 'a',
        accessTokenExpiresAt: ENDS,
        refreshToken: 'r',
        refreshTokenExpiresAt: millis,
      },
      [
        ['/accessToken', ENDS],
        ['/refreshToken', ENDS],
      ],
    ],
    ['the token of a header', { token: { methods: ['password'], expires_at: ENDS } }, [['', ENDS]]],
    ['a number that is no moment', { token: 't', expires: 480 }, []],
    ['a word for a moment', { token: 't', expires_at: 'tomorrow' }, []],
    ['the renewing token of none', { token: 't', refresh_expires_at: ENDS }, []],
    ['a part that is no token', { user: { expires_at: ENDS } }, []],
    ['what has expired', { token: 't', expired: ENDS }, []],
    ['milliseconds of an hour', { ...access, expires_in: 3_600_000 }, []],
    ['milliseconds of a day', { ...access, expires_in: 86_400_000 }, []],
    ['a date', { ...access, expires_in: 1_767_225_600 }, []],
    ['never', { ...access, expires_in: 0 }, []],
    ['a word', { ...access, expires_in: 'never' }, []],
    ['an empty string', { ...access, expires_in: '' }, []],
    ['nothing', access, []],
    ['no token', { expires_in: 3600, device_code: 'd' }, []],
    ['a token elsewhere', { expires_in: 3600, data: access }, []],
    ['a token that is none', { access_token: null, expires_in: 3600 }, []],
  ])('reads %s', (_what, json, lifetimes) => {
    expect(told(json)).toEqual(lifetimes);
  });

  it('follows no JSON for ever', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(500)}{"expires_in":1}${'}'.repeat(500)}`) as unknown;
    expect(told(deep)).toEqual([]);
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(told({ ...access, expires_in: 60, more: json })).toContainEqual([
          '/access_token',
          60,
        ]);
      }),
    );
  });
});
