import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// A cookie that a login leaves alone, beside one that it gives.

const random = new Seeded('beside login');
const SHOP = 'https://shop.test';
const FORM = 'application/x-www-form-urlencoded';
const [OWN, GIVEN, GUARD] = [
  random.base62(26),
  random.base62(40),
  random.bytes(16).toString('hex'),
];
const OWN_LINE = `zx=${OWN}; Path=/; HttpOnly`;
const at = (path: string, more: Partial<Parameters<typeof exchange>[0]> = {}) =>
  exchange({ url: SHOP + path, ...more });
const login = () =>
  at('/login', {
    method: 'POST',
    status: 303,
    requestBody: readBody(FORM, 'user=ada&password=x'),
    gets: { 'set-cookie': `shop=${GIVEN}; Path=/; HttpOnly` },
  });
const logout = (...lines: string[]) =>
  at('/logout', {
    method: 'POST',
    status: 303,
    sends: { cookie: `shop=${GIVEN}; zx=${OWN}` },
    gets: { 'set-cookie': ['shop=; Path=/; Max-Age=0', ...lines] },
  });
const sets = (path: string, html = '') =>
  at(path, {
    gets: { 'set-cookie': OWN_LINE },
    responseBody: readBody('text/html', `<p>${html}</p>`),
  });
const guarded = `<input type="hidden" name="csrf_token" value="${GUARD}">`;
const roleOf = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().find(({ name }) => name === 'zx')?.role;
};

describe('a cookie that the login left alone', () => {
  it('is a session where the logout looks after it', () => {
    expect(roleOf(sets('/'), login(), at('/home'), logout(OWN_LINE))).toBe('session');
  });

  it('is none where every page sets it', () => {
    const pages = ['/a', '/b', '/c'].map((path) => sets(path));
    expect(roleOf(sets('/'), login(), ...pages, logout(OWN_LINE))).toBe('other');
  });

  it('is none where the logout leaves it alone, too', () => {
    expect(roleOf(sets('/'), login(), at('/home'), logout())).toBe('other');
  });

  it('stands against forgery where it came with the first value against it', () => {
    expect(roleOf(login(), sets('/edit', guarded), logout())).toBe('csrf');
  });

  it('does not where that value had been there before', () => {
    const before = at('/', { responseBody: readBody('text/html', `<p>${guarded}</p>`) });
    expect(roleOf(before, login(), sets('/edit', guarded), logout())).toBe('other');
  });
});

describe('a session of a framework’s, which whoever comes is given', () => {
  const id = `s:${random.base62(32)}.${random.base62(43)}`;
  const line = `connect.sid=${encodeURIComponent(id)}; Path=/; HttpOnly`;
  const cookie = line.split(';', 1)[0]!;
  const token = random.base62(40);
  const authorization = `Bearer ${token}`;
  const rolesOf = (sends: Record<string, string>, gets: Record<string, string> = {}) => {
    const api = (path: string) => at(path, { type: 'fetch', sends: { cookie, ...sends } });
    const analysis = new Analysis();
    for (const one of [
      at('/', { gets: { 'set-cookie': line } }),
      at('/api/signin', {
        method: 'POST',
        type: 'fetch',
        sends: { cookie },
        gets,
        requestBody: readBody('application/json', '{"name":"ada","password":"x"}'),
        responseBody: readBody('application/json', JSON.stringify({ access_token: token })),
      }),
      api('/api/notes'),
      api('/api/state'),
    ])
      analysis.addExchange(one);
    return analysis.credentials().find(({ name }) => name === 'connect.sid')?.role;
  };

  it('is none of the user where the login gave a token that goes with each request', () => {
    expect(rolesOf({ authorization })).toBe('other');
  });

  it('is the user’s where the login gave it anew', () => {
    expect(rolesOf({ authorization }, { 'set-cookie': line })).toBe('session');
  });

  it('is the user’s where the token goes nowhere', () => {
    expect(rolesOf({})).toBe('session');
  });
});
