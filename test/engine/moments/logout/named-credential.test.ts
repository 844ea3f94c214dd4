import { describe, expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { cookie, login, momentsOf, SHOP } from '../../../support/shop-moments.js';

const SESSION = 'sess_2yKq7WcVnT5bZ0hRjX1LmDpA9eU';
const token = jwtOf({ sub: 'ada', sid: SESSION, exp: 1_900_000_000 });
const given = login({ gets: cookie('box', token) });
const sends = { cookie: `box=${token}` };
const home = exchange({ url: `${SHOP}/account`, sends });
const ask = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SHOP + path, method: 'POST', type: 'fetch', sends, ...more });
const outBy = (...asked: ReturnType<typeof ask>[]) =>
  momentsOf([given, home, ...asked]).filter((one) => one.startsWith('logout')).length;

describe('a session that is ended by its number', () => {
  it.each([
    `/v1/client/sessions/${SESSION}/remove`,
    `/v1/sessions/${SESSION}/revoke`,
    `/session/${SESSION}/end/`,
  ])('is that of the user, whose token has it: %s', (path) => {
    expect(outBy(ask(path))).toBe(1);
  });

  it('is deleted as well', () => {
    expect(outBy(ask(`/v1/sessions/${SESSION}`, { method: 'DELETE', status: 204 }))).toBe(1);
  });

  it.each([
    ['that of another device', ask(`/v1/sessions/${SESSION.toLowerCase()}/revoke`)],
    ['what is read of it', ask(`/v1/sessions/${SESSION}/end`, { method: 'GET' })],
    ['what is touched', ask(`/v1/client/sessions/${SESSION}/touch`)],
    ['what is refused', ask(`/v1/sessions/${SESSION}/revoke`, { status: 403 })],
    ['another thing of that number', ask(`/v1/notes/${SESSION}/remove`)],
  ])('is not %s', (_what, asked) => {
    expect(outBy(asked)).toBe(0);
  });
});

describe('sessions that are revoked', () => {
  it('are the own one where none is named', () => {
    expect(outBy(ask('/sdk/v1/sessions/revoke', { requestBody: json({}) }))).toBe(1);
  });

  it('may be that of another device where one is', () => {
    const requestBody = json({ session_id: 'session-live-7d1b' });
    expect(outBy(ask('/sdk/v1/sessions/revoke', { requestBody }))).toBe(0);
    expect(outBy(ask('/sdk/v1/sessions/revoke'))).toBe(0);
  });
});
