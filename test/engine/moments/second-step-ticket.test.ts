import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://chat.test';
const random = new Seeded('second step');
const fetched = { method: 'POST', type: 'fetch', topUrl: `${SITE}/` } as const;
const json = (value: object) => readBody('application/json', JSON.stringify(value));
const [ticket, token] = [random.base62(40), random.base62(40)];

/** A password, then a code that is sent to `path` with the ticket; and what else was sent. */
function rolesOf(path: string, given: object = { token }, more: object = {}, mfa?: true) {
  const analysis = new Analysis();
  const login = { login: 'ada', password: 'x' };
  for (const one of [
    exchange({
      ...fetched,
      url: `${SITE}/login`,
      requestBody: json(login),
      responseBody: json({ mfa, ticket }),
    }),
    exchange({
      ...fetched,
      url: SITE + path,
      requestBody: json({ code: '123456', ticket }),
      responseBody: json(given),
    }),
    exchange({
      ...fetched,
      url: `${SITE}/me`,
      method: 'GET',
      sends: { authorization: token, ...more },
    }),
  ])
    analysis.addExchange(one);
  const roleOf = (value: string) => analysis.credentials().find((one) => one.value === value)?.role;
  return [roleOf(ticket), roleOf(token)];
}

describe('what a password gave, and the code after it sends back', () => {
  it.each(['/auth/mfa/totp', '/2fa', '/login/verify', '/auth/challenge'])(
    'is half a login: %s',
    (path) => {
      expect(rolesOf(path)).toEqual(['oauth-state', 'access-token']);
      expect(rolesOf(path, { token }, {}, true)).toEqual(['oauth-state', 'access-token']);
    },
  );

  it.each([
    ['goes elsewhere', '/projects', { token }, {}],
    ['is answered with nothing', '/auth/mfa/totp', { ok: true }, {}],
    ['says who asks after that', '/auth/mfa/totp', { token }, { 'x-auth-token': ticket }],
  ])('is none where it %s', (_, path, given, more) => {
    expect(rolesOf(path, given, more)[0]).toBe('access-token');
  });
});
