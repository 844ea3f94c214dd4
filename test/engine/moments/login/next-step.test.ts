import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';
import { options } from '../../../support/told-analysis.js';

// A cookie that stands for half a login, until a code or a choice has come.

const SITE = 'https://bank.test';
const random = new Seeded('half a login');
const hex = () => random.bytes(16).toString('hex');
const posted = (body: string) => readBody('application/x-www-form-urlencoded', body);
const gone = (name: string) => `${name}=; Path=/; Max-Age=0`;

interface Ways {
  /** Address of the second step. */
  path: string;
  body: string;
  /** The cookie of the first step, which the second takes, unless it is `kept`. */
  half?: string;
  kept?: boolean;
  /** What the first step gave beside it, which stays. */
  beside?: string;
  /** What the second step gives. */
  gives?: readonly string[];
  /** The page from which it is sent, if not its own. */
  page?: string;
  /** Milliseconds between the two. */
  after?: number;
}

function told({
  path,
  page = path,
  body,
  half = 'half',
  kept = false,
  beside,
  gives = ['sid'],
  after = 3_000,
}: Ways) {
  const at = Date.UTC(2026, 5, 1);
  const first = `${half}=${hex()}`;
  const stays = beside === undefined ? [] : [`${beside}=${hex()}`];
  const given = gives.map((name) => `${name}=${hex()}`);
  const before = { cookie: [first, ...stays].join('; ') };
  const later = { cookie: [...(kept ? [first] : []), ...stays, ...given].join('; ') };
  const lines = [
    ...given.map((pair) => `${pair}; Path=/; HttpOnly`),
    ...(kept ? [] : [gone(half)]),
  ];
  const login = posted('user=ada&password=correct-horse');
  const analysis = new Analysis();
  const moments = momentsTold(
    [
      exchange({ url: `${SITE}/login`, at }),
      exchange({
        url: `${SITE}/login`,
        at: at + 1_000,
        method: 'POST',
        requestBody: login,
        status: 302,
        redirectUrl: SITE + page,
        gets: { 'set-cookie': [first, ...stays].map((pair) => `${pair}; Path=/; HttpOnly`) },
      }),
      exchange({ url: SITE + page, at: at + 2_000, sends: before }),
      exchange({
        url: SITE + path,
        at: at + after,
        method: 'POST',
        requestBody: posted(body),
        sends: before,
        status: 302,
        redirectUrl: `${SITE}/home`,
        gets: { 'set-cookie': lines },
      }),
      exchange({ url: `${SITE}/home`, at: at + after + 1_000, sends: later }),
      exchange({ url: `${SITE}/orders`, at: at + after + 2_000, sends: later }),
    ],
    analysis,
  );
  const { credentials } = analysis.report(options);
  return { moments, roles: Object.fromEntries(credentials.map(({ name, role }) => [name, role])) };
}

describe('the next step of a login, which takes what the first gave', () => {
  it.each([
    { path: '/2fa', body: 'otp=123456' },
    { path: '/challenge/totp', body: 'totp=123456' },
    { path: '/login/step2', body: 'pin=1234' },
    { path: '/select-organisation', body: 'org=7' },
    { path: '/consent', body: 'accept=1' },
    { path: '/terms', body: 'agree=on', gives: ['sid', 'remember_me'] },
  ])('belongs to it: $path', (ways) => {
    const { moments, roles } = told(ways);
    expect(moments).toEqual(['login /login']);
    expect(roles).toMatchObject({ half: 'oauth-state', sid: 'session' });
  });

  it('is no logout either where it leaves that one', () => {
    const { moments, roles } = told({ path: '/2fa', body: 'otp=123456', kept: true });
    expect(moments).toEqual(['login /login']);
    expect(roles).toMatchObject({ sid: 'session' });
  });
});

describe('what takes a cookie that a login gave beside its session', () => {
  it('is no step of that login, and what it gives is none of its keys', () => {
    const ways = { path: '/cart', body: 'item=7', half: 'hello', beside: 'sid', gives: ['basket'] };
    const { moments, roles } = told(ways);
    expect(moments).toEqual(['login /login']);
    expect(roles).toMatchObject({ sid: 'session' });
    expect(roles['basket']).not.toBe('session');
  });
});

describe('what takes the session of a login', () => {
  it('is a logout where it gives no other', () => {
    const { moments } = told({ path: '/close', body: 'ok=1', gives: [] });
    expect(moments).toEqual(['login /login', 'logout /close']);
  });

  it('is one that says so, whatever it gives', () => {
    const { moments } = told({ path: '/logout', page: '/home', body: 'ok=1', gives: ['other'] });
    expect(moments).toEqual(['login /login', 'logout /logout']);
  });

  it('is one after a long time, whatever it gives', () => {
    const { moments } = told({ path: '/close', body: 'ok=1', gives: ['other'], after: 3_600_000 });
    expect(moments).toEqual(['login /login', 'logout /close']);
  });
});

describe('a token that stands for half a login', () => {
  it.each(['mfa_token', 'mfaToken', 'otp_token', 'challenge_token', 'two_factor_token'])(
    'is no token of the user: %s',
    (name) => {
      const half = hex();
      const analysis = new Analysis();
      const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
      const call = (path: string, request: unknown, response: unknown) =>
        analysis.addExchange(
          exchange({
            url: `${SITE}${path}`,
            topUrl: `${SITE}/`,
            type: 'fetch',
            method: 'POST',
            requestBody: json(request),
            responseBody: json(response),
          }),
        );
      call('/api/login', { user: 'ada', password: 'correct-horse' }, { [name]: half });
      call('/api/mfa', { [name]: half, code: '123456' }, { access_token: hex() });
      const { credentials } = analysis.report(options);
      const found = credentials.find((one) => one.name.includes(name));
      expect(found?.role).toBe('oauth-state');
    },
  );
});
