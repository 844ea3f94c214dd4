import { describe, expect, it } from 'vitest';
import { hex, HIDDEN, MONTH, rolesOf } from '../../support/given-at-login.js';
import { jwtOf } from '../../support/jose.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('beside a random cookie that scripts cannot read', () => {
  it.each([
    ['an account’s number', '100001234567890'],
    ['a number with its name', 'u%3D100001234567'],
    ['an account’s UUID', '0b1e2d3c-1111-4222-8333-9f0c2a7b6d5e'],
    ['a random id', hex()],
    ['a long random value', hex(80)],
    [
      'what a script is to know of the user, in base64',
      base64(
        JSON.stringify({ uid: '0b1e2d3c-1111-4222-8333-9f0c2a7b6d5e', ate: 1_795_000_000_000 }),
      ),
    ],
  ])('%s that they can is none of a session', (_, value) => {
    expect(rolesOf([`zx=${hex()}${HIDDEN}`, `qv=${value}; Path=/`])).toEqual({
      zx: 'session',
      qv: 'other',
    });
    expect(rolesOf([`zx=${hex()}${HIDDEN}${MONTH}`, `qv=${value}; Path=/${MONTH}`])).toEqual({
      zx: 'session',
      qv: 'other',
    });
  });

  it.each([
    ['is called a session', `desk_session=${hex()}; Path=/`, []],
    ['is a token', `qv=${jwtOf({ sub: 'u1', iat: 1_700_000_000 })}; Path=/`, []],
    ['was there, and is another now', `qv=${hex()}; Path=/`, [`qv=${hex()}; Path=/`]],
    ['holds a secret', `qv=${base64(JSON.stringify({ id: 'u1', key: hex(32) }))}; Path=/`, []],
  ])('what they can read stays a session where it %s', (_, line, before) => {
    const [name = ''] = line.split('=', 1);
    expect(rolesOf([`zx=${hex()}${HIDDEN}`, line], before)[name]).toBe('session');
  });

  it('is none only where the hidden one does not outlive it', () => {
    const { qv } = rolesOf([`zx=${hex()}${HIDDEN}${MONTH}`, `qv=${hex()}; Path=/`]);
    expect(qv).toBe('session');
  });
});

describe('a token that the login gave for scripts to read', () => {
  const lineOf = (claims: Record<string, unknown>) => [
    `zx=${hex()}${HIDDEN}`,
    `qv=${jwtOf({ iat: 1_700_000_000, exp: 1_800_000_000, ...claims })}; Path=/`,
  ];

  it.each([
    ['what is switched on', { flags: ['new-menu', 'dark'] }],
    ['what is shown', { theme: 'dark', features: { beta: true } }],
    ['where a page connects to', { channel: 'news', cluster: 'eu-1' }],
  ])('is none of a session beside one that is hidden where it says only %s', (_, claims) => {
    expect(rolesOf(lineOf(claims))).toEqual({ zx: 'session', qv: 'other' });
  });

  it.each([
    ['who the user is', { sub: 'u1', flags: ['dark'] }],
    ['which user', { userId: 4, theme: 'dark' }],
    ['what the user may', { roles: ['staff'] }],
    ['nothing of its own', {}],
  ])('may be one where it says %s', (_, claims) => {
    expect(rolesOf(lineOf(claims))['qv']).toBe('session');
  });

  it('may be one where it is hidden, and where nothing is beside it', () => {
    const [hidden = '', read = ''] = lineOf({ flags: ['dark'] });
    expect(rolesOf([hidden, `${read}; HttpOnly`])['qv']).toBe('session');
    expect(rolesOf([read])['qv']).toBe('session');
  });
});

describe('a value that says what anybody may know', () => {
  it.each([
    '27_Nov_2026_10:00:00_GMT',
    '2026-11-27:10:00:00Z',
    '11/27/2026 10:00:00 AM',
    base64('11/27/2026 10:00:00 AM'),
    base64('2026-11-27:10:00:00Z\\1'),
    'C%7B%22t3%22%3A%5B%5D%7D',
    '%22url%22%3A%22https%3A%2F%2Fdesk.test%2Fhome%22%20%22label%22%3A%22Home%22',
    'Ada%20Lovelace%2C%2012%20Main%20Street',
    'ada.lovelace1815%40desk.test',
    'ada.lovelace-of-ockham',
    'environment%3Dproduction',
  ])('logs nobody in, though a login gave it: %s', (value) => {
    const flags = ['; Path=/', '; Path=/; HttpOnly'];
    const logsIn = flags.map(
      (flag) => rolesOf([`zx=${hex()}${HIDDEN}`, `qv=${value}${flag}`])['qv'],
    );
    expect(logsIn).not.toContain('session');
    expect(logsIn).not.toContain('remember-me');
  });

  it.each([
    ['serialized by PHP', encodeURIComponent(`a:2:{i:0;s:1:"2";i:1;s:40:"${hex(20)}";}`)],
    ['a token under its scheme', `Bearer%20${jwtOf({ sub: 'u1', iat: 1_700_000_000 })}`],
    ['quoted', `"${hex()}"`],
  ])('is another thing where a secret is in it: %s', (_, value) => {
    expect(rolesOf([`qv=${value}; Path=/; HttpOnly`])['qv']).toBe('session');
  });
});

it.each(['MMCSRF', 'deskXSRF', 'anticsrf', 'PSCSRFTOKEN', 'my-xsrf-token'])(
  'takes %s for a value against forgery',
  (name) => {
    expect(rolesOf([`zx=${hex()}${HIDDEN}`, `${name}=${hex()}; Path=/`])[name]).toBe('csrf');
  },
);
