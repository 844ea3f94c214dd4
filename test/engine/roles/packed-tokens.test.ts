import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { b64u } from '../../support/base64.js';
import { exchange as visit } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';

describe('a token in the JSON that a cookie holds', () => {
  const claims = { sub: 'u1', aud: 'app', email: 'ada@a.test', role: 'authenticated' };
  const token = jwtOf(claims);
  const roleOf = (value: string, split = false) => {
    const analysis = new Analysis();
    const half = Math.ceil(value.length / 2);
    const sent = split
      ? `sb-auth.0=${value.slice(0, half)}; sb-auth.1=${value.slice(half)}`
      : `sb-auth=${value}`;
    analysis.addExchange(visit({ url: 'https://a.test/', sends: { cookie: sent } }));
    return [...new Set(analysis.credentials().map(({ role }) => role))];
  };
  const packed = (json: object) => `base64-${b64u(JSON.stringify(json))}`;

  it.each<[string, string, string]>([
    ['in base64', packed({ access_token: token, refresh_token: 'k3v9' }), 'access-token'],
    ['percent-encoded', encodeURIComponent(JSON.stringify({ accessToken: token })), 'access-token'],
    ['beside another one', packed({ id_token: token, access_token: token }), 'access-token'],
    ['of another kind', packed({ id_token: token }), 'id-token'],
  ])('%s is what it is called there', (_, value, role) => {
    expect(roleOf(value)).toEqual([role]);
  });

  it('is so in parts as well', () => {
    const value = packed({ access_token: token, user: { name: 'ada' } });
    expect(roleOf(value, true)).toEqual(['access-token']);
  });
});
