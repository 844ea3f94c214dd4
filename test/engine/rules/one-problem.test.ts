import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://shop.test';
const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const TWO_YEARS = 63_072_000;
const random = new Seeded('one problem');
const NOW = START / 1_000;

/** Rules that found something of cookies that a login gave. */
const found = (lines: string[]) => {
  const analysis = new Analysis();
  analysis.addExchange(
    exchange({
      url: `${SITE}/login`,
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
      gets: { 'set-cookie': lines },
    }),
  );
  return analysis
    .report({ source: { kind: 'har', url: '', dropped: 0 }, version: '0' })
    .findings.map(({ ruleId }) => ruleId);
};

describe('one problem of one credential is one finding', () => {
  const id = () => random.bytes(24).toString('hex');
  const jwt = (lives: number) => jwtOf({ sub: 'ada', iat: NOW, exp: NOW + lives });
  it.each<[string, string[], said: string, not: string]>([
    [
      'a session that is to stay for two years',
      [`sid=${id()}; Max-Age=${TWO_YEARS}; ${FLAGS}`],
      'cookie-persistent-session',
      'cookie-lifetime-over-cap',
    ],
    [
      'a login that is remembered for two years',
      [`sid=${id()}; ${FLAGS}`, `remember_me=${id()}; Max-Age=${TWO_YEARS}; ${FLAGS}`],
      'remember-me-lifetime-too-long',
      'cookie-lifetime-over-cap',
    ],
    [
      'a JWT of a year in a cookie of an hour',
      [`session=${jwt(31_536_000)}; Max-Age=3600; ${FLAGS}`],
      'jwt-lifetime-too-long',
      'jwt-outlives-cookie',
    ],
  ])('of %s', (_what, lines, said, not) => {
    expect(found(lines)).toContain(said);
    expect(found(lines)).not.toContain(not);
  });
});
