import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://api.test';
const random = new Seeded('turned away');
const BASIC = `Basic ${Buffer.from('ada:a long password').toString('base64')}`;
const SENT: readonly (readonly [string, Record<string, string>])[] = [
  ['a bearer token', { authorization: `Bearer ${random.base62(40)}` }],
  ['a JWT', { authorization: `Bearer ${jwtOf({ sub: 'ada', exp: 4_000_000_000 })}` }],
  ['name and password', { authorization: BASIC }],
  ['a token in a header of its own', { 'x-auth-token': random.base62(40) }],
];

/** The report on a site that answers requests with this so. */
function reportOn(sends: Record<string, string>, answers: readonly number[]) {
  const analysis = new Analysis();
  for (const status of answers)
    analysis.addExchange(exchange({ url: `${SITE}/me`, sends, status }));
  return analysis.report(options);
}

describe('what was refused each time that it was sent', () => {
  it.each(SENT)('is no verdict and no grade, and said to be so: %s', (_, sends) => {
    for (const answers of [[401], [401, 401]]) {
      const [site] = reportOn(sends, answers).sites;
      expect(site).toMatchObject({ mechanism: 'none', grade: null, strengths: [] });
      expect(site?.sentence).toMatch(/^The site refused every request that carried /);
    }
  });

  it.each(SENT)('is one where it was taken once: %s', (_, sends) => {
    const [site] = reportOn(sends, [200, 401]).sites;
    expect(site?.mechanism).not.toBe('none');
  });

  it.each(SENT)('may be one where the answer was another trouble: %s', (_, sends) => {
    for (const status of [403, 404, 500]) {
      const [site] = reportOn(sends, [status]).sites;
      expect(site?.mechanism).not.toBe('none');
    }
  });

  it('is not written into the page, for all that is known', () => {
    const analysis = new Analysis();
    const [old, given] = [random.base62(40), random.base62(40)];
    const ask = (value: string, status: number) =>
      exchange({ url: `${SITE}/me`, sends: { authorization: `Token ${value}` }, status });
    const read = (body: unknown) => readBody('application/json', JSON.stringify(body));
    analysis.addExchange(ask(old, 401));
    analysis.addExchange(
      exchange({
        url: `${SITE}/token-auth`,
        method: 'POST',
        requestBody: read({ username: 'ada', password: 'a long one' }),
        responseBody: read({ token: given }),
      }),
    );
    analysis.addExchange(ask(given, 200));
    const { credentials } = analysis.report(options);
    const words = credentials.flatMap(({ evidence }) => evidence);
    expect(words.filter((one) => one.includes('written into'))).toEqual([]);
  });
});
