import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// Logouts that clear nothing which anybody sees: what is refused after them tells.

const SITE = 'https://box.test';
const random = new Seeded('quiet logouts');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, type: 'fetch', ...more });
const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  call(path, { method: 'POST', ...more });
const login = (more: Partial<ExchangeSpec>) =>
  post('/login', { requestBody: json({ user: 'ada', password: 'x' }), ...more });
const logouts = (visit: readonly ReturnType<typeof exchange>[]) =>
  momentsTold(visit).filter((one) => one.startsWith('logout'));

describe('a session that the server ends and the browser keeps', () => {
  const cookie = `box=${random.bytes(16).toString('hex')}`;
  const known = { sends: { cookie } };
  const visit = (leave: ReturnType<typeof exchange>, then: Partial<ExchangeSpec>) => [
    login({ gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly` } }),
    call('/orders', known),
    leave,
    call('/orders', { ...known, ...then }),
  ];
  it.each([
    ['/staff/leave', { status: 403 }],
    ['/session/close', { status: 401 }],
    ['/api/goodbye', { status: 403 }],
    ['/lock', { redirectUrl: `${SITE}/login`, status: 302 }],
  ])('is left by %s', (path, then) => {
    const at = visit(post(path, known), then);
    const sorted = at.map((one, n) => ({ ...one, startedAt: at[0]!.startedAt + n * 1_000 }));
    expect(logouts(sorted)).toEqual([`logout ${path}`]);
  });

  it.each([
    ['where the page answers still', () => visit(post('/staff/leave', known), {})],
    ['where nobody asked to leave', () => visit(post('/orders/add', known), { status: 403 })],
    [
      'where leaving was refused',
      () => visit(post('/leave', { ...known, status: 409 }), { status: 403 }),
    ],
    [
      'where something else is refused',
      () => [...visit(post('/group/leave', known), {}), call('/admin', { ...known, status: 403 })],
    ],
  ])('is not left %s', (_why, all) => {
    const at = all();
    const sorted = at.map((one, n) => ({ ...one, startedAt: at[0]!.startedAt + n * 1_000 }));
    expect(logouts(sorted)).toEqual([]);
  });
});

describe('a token in memory', () => {
  const token = random.base62(40);
  const bearer = { sends: { authorization: `Bearer ${token}` } };
  const begun = () => [
    login({ responseBody: json({ access_token: token }) }),
    call('/notes', bearer),
  ];

  it('is let go of where the page asks without it, and is refused', () => {
    expect(logouts([...begun(), call('/notes', { status: 401 })])).toEqual(['logout /notes']);
  });

  it.each([
    ['is refused with it', () => [...begun(), call('/notes', { ...bearer, status: 401 })]],
    [
      'has another one',
      () => [
        ...begun(),
        call('/notes', { status: 401, sends: { authorization: `Bearer ${random.base62(40)}` } }),
      ],
    ],
    [
      'was loaded again',
      () => [...begun(), exchange({ url: `${SITE}/` }), call('/notes', { status: 401 })],
    ],
    ['asks for what it never got', () => [...begun(), call('/admin', { status: 401 })]],
  ])('is not, where the page %s', (_why, all) => {
    expect(logouts(all())).toEqual([]);
  });
});
