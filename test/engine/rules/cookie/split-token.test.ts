import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../../support/exchange.js';
import { jwsOf } from '../../../support/jose.js';
import { options } from '../../../support/told-analysis.js';

const APP = 'https://app.test';
const [header, payload, signature] = jwsOf(
  '{"alg":"HS256"}',
  '{"sub":"ada","exp":4102444800}',
).split('.') as [string, string, string];

/** Names of the cookies that scripts can read, as the report tells them, after such a login. */
function readable(...lines: string[]): string[] {
  const analysis = new Analysis();
  const cookie = lines.map((line) => line.split(';')[0]).join('; ');
  const login = {
    url: `${APP}/login`,
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=secret'),
    gets: { 'set-cookie': lines },
  };
  analysis.addExchange(exchange({ ...login, status: 303 }));
  analysis.addExchange(exchange({ url: `${APP}/home`, sends: { cookie } }));
  const { credentials, findings } = analysis.report(options);
  return findings
    .filter(({ ruleId }) => ruleId === 'cookie-missing-httponly')
    .flatMap(({ credentialId }) => credentials.filter(({ id }) => id === credentialId))
    .map(({ name }) => name);
}

const SAFE = '; Path=/; Secure; SameSite=Strict';
const HEAD = `jwt_hp=${header}.${payload}${SAFE}`;

describe('a token over two cookies', () => {
  it('is kept from scripts where they cannot read its signature', () => {
    expect(readable(HEAD, `jwt_s=${signature}${SAFE}; HttpOnly`)).toEqual([]);
    expect(
      readable(`auth.hp=${header}.${payload}.${SAFE}`, `auth.s=${signature}${SAFE}; HttpOnly`),
    ).toEqual([]);
  });

  it('is not where they can', () => {
    expect(readable(HEAD, `jwt_s=${signature}${SAFE}`)).toEqual(['jwt_hp', 'jwt_s']);
  });

  it('is not where the whole token lies open, whatever is hidden beside it', () => {
    const whole = `jwt_all=${header}.${payload}.${signature}${SAFE}`;
    expect(readable(whole, `jwt_s=${signature}${SAFE}; HttpOnly`)).toEqual(['jwt_all']);
  });
});
