import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';
import { options } from '../../../support/told-analysis.js';

const SITE = 'https://shop.test';
const random = new Seeded('for guests');
const JSON_TYPE = 'application/json';
const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;

/** How the site knows its users where its page asks for a token so, and renews it so often. */
function mechanismWith(grant: Record<string, string>, renewals = 0): string {
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: `${SITE}/` }));
  let asks = grant;
  for (let round = 0; round <= renewals; round++) {
    const given = { access_token: random.base62(40), refresh_token: random.base62(40) };
    analysis.addExchange(
      exchange({
        url: `${SITE}/oauth/token`,
        method: 'POST',
        ...fetched,
        requestBody: readBody(JSON_TYPE, JSON.stringify(asks)),
        responseBody: readBody(JSON_TYPE, JSON.stringify({ ...given, token_type: 'Bearer' })),
      }),
    );
    const sends = { authorization: `Bearer ${given.access_token}` };
    for (const path of ['/api/cart', '/api/prices'])
      analysis.addExchange(exchange({ url: SITE + path, ...fetched, sends }));
    asks = { grant_type: 'refresh_token', refresh_token: given.refresh_token };
  }
  return analysis.report(options).sites.find(({ site }) => site === SITE)!.mechanism;
}

describe('a token for a grant in which no person takes part', () => {
  it.each(['client_credentials', 'cookie', 'anonymous', 'urn:shop:grant:guest'])(
    'identifies nobody: %s',
    (grant) => {
      expect(mechanismWith({ grant_type: grant })).toBe('none');
    },
  );

  it('identifies nobody either when it was renewed', () => {
    expect(mechanismWith({ grant_type: 'client_credentials' }, 3)).toBe('none');
  });

  it.each<Record<string, string>>([
    { grant_type: 'password', username: 'ada', password: 'x' },
    { grant_type: 'authorization_code', code: 'Zk3vQ9xW2rTz4LmB' },
    { grant_type: 'refresh_token', refresh_token: 'hG7vQ2xW9rTz4LmBkQ81' },
  ])('is another than $grant_type', (grant) => {
    expect(mechanismWith(grant, 1)).toBe('bearer-token');
  });
});
