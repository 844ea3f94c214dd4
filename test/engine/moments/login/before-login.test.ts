import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const SITE = 'https://box.test';
const sid = new Seeded('before login').bytes(16).toString('hex');
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const GIVEN = { gets: { 'set-cookie': `box_session=${sid}; Path=/; HttpOnly` } };
const HELD = { sends: { cookie: `box_session=${sid}` } };
const over = (value: string, more = '') => ({
  ...HELD,
  gets: { 'set-cookie': `box_session=${value}; Path=/; HttpOnly${more}` },
});

describe('a page that takes back what the site gave to somebody unknown', () => {
  it.each([
    ['deleted', over('', '; Max-Age=0')],
    ['overwritten by a word', over('deleted')],
    ['overwritten by crosses', over('x'.repeat(32))],
    ['overwritten by noughts', over('0'.repeat(32))],
  ])('is no logout: %s', (_, taken) => {
    expect(momentsTold([at('/', GIVEN), at('/list', HELD), at('/private', taken)])).toEqual([]);
  });

  it.each<[string, ReturnType<typeof at>[]]>([
    ['was there before', [at('/', HELD)]],
    ['came before something was sent', [at('/', GIVEN), at('/x', { ...HELD, method: 'POST' })]],
  ])('is one where it %s', (_, before) => {
    const told = momentsTold([...before, at('/farewell', over('x'.repeat(32)))]);
    expect(told).toEqual([expect.stringContaining('logout /farewell')]);
  });
});

describe('a token of which only the header was seen', () => {
  const IDP = 'https://login.example';
  const seeded = new Seeded('redeemed');
  const opaque = () => seeded.base62(43);
  const redeems = () =>
    exchange({ url: `${IDP}/token`, method: 'POST', type: 'fetch', topUrl: `${SITE}/` });
  const uses = (token: string) =>
    at('/api', { type: 'fetch', sends: { authorization: `Bearer ${token}` } });
  const calls = (token: string) =>
    exchange({
      url: SITE.replace('://', '://api.') + '/list',
      type: 'fetch',
      topUrl: `${SITE}/`,
      sends: { authorization: `Bearer ${token}` },
    });
  const bringsPassword = () => ({
    status: 302,
    redirectUrl: `${SITE}/home`,
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
  });
  const roleOf = (...exchanges: ReturnType<typeof at>[]) => {
    const analysis = new Analysis();
    for (const one of exchanges) analysis.addExchange(one);
    return analysis.credentials().find(({ kind }) => kind === 'token')?.role;
  };
  const asks = () => exchange({ url: `${IDP}/interaction/7`, method: 'POST', type: 'document' });

  it('is of whoever came back from an authorization server', () => {
    expect(roleOf(at('/'), asks(), at('/'), redeems(), uses(opaque()))).toBe('access-token');
  });

  it('may be of a login that nobody saw', () => {
    expect(roleOf(at('/'), uses(opaque()))).toBe('access-token');
    const sends = { cookie: 'seen=1' };
    expect(roleOf(at('/', { sends }), calls(opaque()))).toBe('access-token');
  });

  it('is written into the script where somebody logs in later', () => {
    const login = () => at('/login', { method: 'POST', ...bringsPassword() });
    expect(roleOf(at('/'), uses(opaque()), login())).toBe('api-key');
  });

  it('is none of the script’s where somebody logs out before that', () => {
    const logout = () => at('/logout', { method: 'POST', ...over('', '; Max-Age=0') });
    const login = () => at('/login', { method: 'POST', ...bringsPassword() });
    expect(roleOf(at('/', HELD), uses(opaque()), logout(), login())).toBe('access-token');
  });

  it('is so where a browser that came with nothing sends it beside the page’s own host', () => {
    expect(roleOf(at('/'), calls(opaque()))).toBe('api-key');
  });
});
