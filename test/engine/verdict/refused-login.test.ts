import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('refused-login');
const id = () => random.bytes(16).toString('hex');

it.each([
  ['shop_session', random.base62(4_100), 'Path=/; HttpOnly; Secure', 'https', 'too-large'],
  ['__Host-id', id(), 'Path=/app; HttpOnly; Secure', 'https', 'prefix'],
  ['__Secure-id', id(), 'Path=/; HttpOnly', 'https', 'prefix'],
  ['ticket', id(), 'Domain=other.test; Path=/; HttpOnly', 'https', 'domain-mismatch'],
  ['ticket', id(), 'Domain=co.uk; Path=/; HttpOnly', 'https', 'public-suffix'],
  ['member', id(), 'Path=/; HttpOnly; SameSite=None', 'https', 'samesite-none-insecure'],
  ['anmeldung', id(), 'Path=/; HttpOnly; Secure', 'http', 'secure-over-http'],
])('a login whose cookie %s is refused says so (%#)', (name, value, flags, scheme, reason) => {
  const host = reason === 'public-suffix' ? 'shop.co.uk' : 'shop.test';
  const login = `${scheme}://${host}/login`;
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: login, at: START }));
  analysis.addExchange(
    exchange({
      url: login,
      method: 'POST',
      at: START + 1_000,
      status: 303,
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
      gets: { 'set-cookie': `${name}=${value}; ${flags}` },
      redirectUrl: `${scheme}://${host}/account`,
    }),
  );
  analysis.addExchange(
    exchange({
      url: `${scheme}://${host}/account`,
      at: START + 2_000,
      status: 302,
      redirectUrl: login,
    }),
  );
  analysis.addExchange(exchange({ url: login, at: START + 3_000 }));
  const report = analysis.report({
    source: { kind: 'har', url: login, dropped: 0 },
    version: '0',
  });
  const rejected = report.events.filter(({ type }) => type === 'rejected');
  expect(rejected.map(({ detail }) => detail['reason'])).toEqual([reason]);
  expect(report.credentials).toMatchObject([{ name, state: 'refused' }]);
  expect(report.sites.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining(`refused the cookie ${name} (${reason})`),
  ]);
});
