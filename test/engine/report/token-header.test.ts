import { expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { b64u } from '../../support/base64.js';
import { exchange, START } from '../../support/exchange.js';
import { anyJwe, jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const API = 'https://api.shop.test/';

/** The token of a report in which it was sent once. */
function toldOf(token: string) {
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: API, sends: { authorization: `Bearer ${token}` } }));
  const report = analysis.report({
    source: { kind: 'har', url: API, dropped: 0 },
    version: '0',
    now: START + 1000,
  });
  return report.credentials[0]?.jwt;
}

it('tells header and claims of a signed token', () => {
  expect(toldOf(jwtOf({ sub: 'ada' }, { alg: 'HS256' }))).toEqual({
    header: { alg: 'HS256' },
    claims: { sub: 'ada' },
  });
});

it('tells the header of an encrypted token, which alone can be read', () => {
  const [, ...rest] = anyJwe(new Seeded('token header')).split('.');
  const jwe = [b64u('{"alg":"RSA-OAEP","enc":"A256GCM"}'), ...rest].join('.');
  expect(toldOf(jwe)).toEqual({ header: { alg: 'RSA-OAEP', enc: 'A256GCM' }, claims: {} });
});

it('tells nothing of what is no token', () => {
  expect(toldOf('0123456789abcdef0123456789abcdef')).toBeNull();
});
