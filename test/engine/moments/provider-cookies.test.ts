import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('provider-cookies');
const hex = () => random.bytes(16).toString('hex');
const signed = () => `s%3A${random.base62(40)}.${random.base62(43)}`;
const YEAR = 'Max-Age=31557600';
const WEEK = 'Max-Age=604800';

interface Case {
  /** What the browser had of the provider, and what its authorization and token endpoints set. */
  had?: string;
  authorize?: string;
  token?: string;
  /** Host of the token endpoint. */
  at?: string;
}

/** A page gets tokens by a code that the provider gave without asking. */
function roleOf(name: string, { had, authorize, token, at = 'id.provider.test' }: Case) {
  const analysis = new Analysis();
  const page = { topUrl: 'https://app.test/' };
  const query = 'client_id=abc&response_type=code&state=q1w2e3r4t5y6u7i8&prompt=none';
  const set = (line?: string): Record<string, string> =>
    line === undefined ? {} : { 'set-cookie': `${line}; Path=/; HttpOnly; Secure; SameSite=None` };
  analysis.addExchange(exchange({ url: 'https://app.test/', at: START }));
  analysis.addExchange(
    exchange({
      ...page,
      url: `https://id.provider.test/authorize?${query}`,
      at: START + 1_000,
      type: 'frame',
      sends: had === undefined ? {} : { cookie: had },
      gets: set(authorize),
    }),
  );
  const form = 'grant_type=authorization_code&code=Zq1w2e3r4t5y&client_id=abc&code_verifier=x1y2z3';
  const answer = JSON.stringify({ access_token: jwtOf({ sub: 'u1', scope: 'read' }) });
  analysis.addExchange(
    exchange({
      ...page,
      url: `https://${at}/oauth/token`,
      method: 'POST',
      type: 'fetch',
      at: START + 2_000,
      requestBody: readBody('application/x-www-form-urlencoded', form),
      gets: set(token),
      responseBody: readBody('application/json', answer),
    }),
  );
  return analysis.credentials().find((one) => one.name === name)?.role;
}

const [id, state] = [hex(), hex()];

it.each<[string, string, string | undefined, Case]>([
  [
    'a device cookie that it renews',
    'did',
    'device',
    { had: `did=${signed()}`, token: `did=${signed()}; ${YEAR}` },
  ],
  [
    'one whose name says nothing',
    'zq',
    'device',
    { had: `zq=${signed()}`, token: `zq=${signed()}; ${YEAR}` },
  ],
  ['one that it gives first', 'browser', 'device', { token: `browser=${hex()}; ${YEAR}` }],
  [
    'its session, which it prolongs',
    'idp',
    'session',
    { had: `idp=${id}`, authorize: `idp=${id}; ${WEEK}` },
  ],
  ['its session under another name', 'x7', 'session', { had: `x7=${id}`, authorize: `x7=${id}` }],
  ['what it sets for this request alone', 'flow', 'oauth-state', { authorize: `flow=${state}` }],
  [
    'a session of its own that is renewed for a week',
    'idp',
    'session',
    { had: `idp=${hex()}`, token: `idp=${hex()}; ${WEEK}` },
  ],
  [
    'a session that its own page gets beside tokens',
    'x7',
    'session',
    { token: `x7=${hex()}`, at: 'app.test' },
  ],
])('a provider has %s', (_, name, role, given) => {
  expect(roleOf(name, given)).toBe(role);
});
