import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const API = 'https://api.test';
const random = new Seeded('called refresh');
const fetched = { method: 'POST', type: 'fetch', topUrl: 'https://app.test/' } as const;
const json = (value: object) => readBody('application/json', JSON.stringify(value));

/** The role of a token that an answer gave, and that goes to one address as a bearer. */
function roleOf(token: string, name: string): string | undefined {
  const analysis = new Analysis();
  const requestBody = json({ identifier: 'ada', password: 'x' });
  for (const one of [
    exchange({
      ...fetched,
      url: `${API}/session`,
      requestBody,
      responseBody: json({ [name]: token }),
    }),
    exchange({ ...fetched, url: `${API}/renew`, sends: { authorization: `Bearer ${token}` } }),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find(({ value }) => value === token)?.role;
}

const jwt = (claims: object, header: object = {}) =>
  jwtOf(
    { sub: 'ada', exp: 1_800_000_000, jti: random.base62(8), ...claims },
    { alg: 'ES256', ...header },
  );

describe('a refresh token that is sent as a bearer', () => {
  it.each([
    ['its media type', jwt({ scope: 'a.access' }, { typ: 'refresh+jwt' }), 'sessionJwt'],
    ['its media type in full', jwt({}, { typ: 'application/refresh+jwt' }), 'sessionJwt'],
    ['its only scope', jwt({ scope: 'com.atproto.refresh' }), 'sessionJwt'],
    ['its only scope, in a list', jwt({ scope: ['REFRESH_TOKEN'] }), 'sessionJwt'],
    ['its token_type', jwt({ token_type: 'refresh', scope: 'all' }), 'sessionJwt'],
    ['the answer, which says more than a scope', jwt({ scope: 'all' }), 'refreshJwt'],
    ['the answer, which says more than a profile', jwt({ aud: 'x', email: 'a' }), 'refresh_token'],
    ['the answer alone', random.base62(40), 'refreshToken'],
  ])('is known by %s', (_, token, name) => {
    expect(roleOf(token, name)).toBe('refresh-token');
  });

  it.each([
    ['a type of its own', jwt({ scope: 'a.access' }, { typ: 'at+jwt' }), 'sessionJwt'],
    ['a scope among others', jwt({ scope: 'read refresh' }), 'sessionJwt'],
    ['a scope that only begins so', jwt({ scope: 'refresh:cache' }), 'accessJwt'],
    ['its name', jwt({ scope: 'all' }), 'accessJwt'],
  ])('is not taken for one: %s', (_, token, name) => {
    expect(roleOf(token, name)).toBe('access-token');
  });
});

describe('what a header of the answer calls a refresh token', () => {
  const roleAfter = (...paths: string[]) => {
    const token = random.base62(80);
    const analysis = new Analysis();
    const requestBody = json({ identifier: 'ada', password: 'x' });
    const gets = { 'x-refresh-token': token, 'x-access-token': random.base62(80) };
    analysis.addExchange(exchange({ ...fetched, url: `${API}/session`, requestBody, gets }));
    const sends = { authorization: `Bearer ${token}` };
    for (const path of paths)
      analysis.addExchange(exchange({ ...fetched, url: API + path, sends }));
    return analysis.credentials().find(({ value }) => value === token)?.role;
  };

  it('is one where it goes as a bearer to where the next is given', () => {
    expect(roleAfter('/auth/session/refresh')).toBe('refresh-token');
    expect(roleAfter('/v2/token', '/v2/token')).toBe('refresh-token');
  });

  it('gives access where it goes elsewhere', () => {
    expect(roleAfter('/notes')).toBe('access-token');
  });
});
