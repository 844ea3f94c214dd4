import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { MASKS } from '../../support/masks.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://verein.test';
const random = new Seeded('note masked');

/** The role of the cookie, which the login sets anew as it does its session. */
function roleOf(name: string, cookie: string, field: () => string): string | undefined {
  const given = `${name}=${encodeURIComponent(cookie)}`;
  const page = (value: string) =>
    readBody('text/html', `<input type="hidden" name="csrf_token" value="${value}">`);
  const [first, second] = [field(), field()];
  const analysis = new Analysis();
  for (const one of [
    exchange({
      url: `${SITE}/login`,
      gets: { 'set-cookie': `${given}; Path=/; Max-Age=31449600` },
      responseBody: page(first),
    }),
    exchange({
      url: `${SITE}/login`,
      method: 'POST',
      sends: { cookie: given },
      requestBody: readBody(
        'application/x-www-form-urlencoded',
        `csrf_token=${encodeURIComponent(first)}&u=ada&password=x`,
      ),
      gets: {
        'set-cookie': [
          `sitzung=${random.base62(40)}; Path=/; HttpOnly`,
          `${name}=${encodeURIComponent(field())}; Path=/; Max-Age=31449600`,
        ],
      },
      status: 303,
      redirectUrl: `${SITE}/home`,
    }),
    exchange({ url: `${SITE}/home`, sends: { cookie: given }, responseBody: page(second) }),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find((one) => one.name === name)?.role;
}

describe.each(Object.keys(MASKS))('the cookie of %s', (framework) => {
  it.each(['faelschungsschutz', 'guard', 'k'])('is against forgery as %s', (name) => {
    const { cookie, field } = MASKS[framework]!(random);
    expect(roleOf(name, cookie, field)).toBe('csrf');
  });

  it('is not, where the pages have another secret', () => {
    const other = MASKS[framework]!(random);
    expect(roleOf('guard', MASKS[framework]!(random).cookie, other.field)).not.toBe('csrf');
  });
});
