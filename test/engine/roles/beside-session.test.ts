import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('beside session');
const SITE = 'https://app.test';

/** Role of a value that goes in addresses beside the session's cookie. */
function roleOf(address: (value: string) => string, more: Partial<ExchangeSpec> = {}) {
  const [sid, value] = [random.base62(32), random.bytes(16).toString('hex')];
  const sends = { cookie: `sid=${sid}` };
  const requestBody = readBody('application/x-www-form-urlencoded', 'user=ada&password=x');
  const gets = { 'set-cookie': `sid=${sid}; Path=/; HttpOnly` };
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SITE}/login`, method: 'POST', requestBody, gets, status: 302 }),
    exchange({ url: `${SITE}/`, sends }),
    ...[1, 2, 3].map(() =>
      exchange({ url: address(value), type: 'fetch', topUrl: `${SITE}/`, sends, ...more }),
    ),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find((one) => one.value === value)?.role;
}

describe('what goes in addresses beside the session', () => {
  it.each(['apikey', 'api_key', 'appkey', 'weatherKey'])(
    'is a key where it is called one: %s',
    (name) => {
      expect(roleOf((value) => `${SITE}/api?mode=queue&${name}=${value}`)).toBe('api-key');
    },
  );

  it.each(['reconnectionToken', 'connectionToken'])(
    'numbers a connection where it is called so and opens WebSockets: %s',
    (name) => {
      const address = (value: string) => `wss://app.test/?${name}=${value}`;
      expect(roleOf(address, { type: 'websocket', status: 101 })).toBe('other');
    },
  );

  it.each(['token', 'session', 'sid', 'auth'])('is against forgery where it may be: %s', (name) => {
    expect(roleOf((value) => `${SITE}/save?${name}=${value}`)).toBe('csrf');
  });

  it('is a nonce of the application’s own but in messages of OAuth', () => {
    expect(roleOf((value) => `${SITE}/save?nonce=${value}`)).toBe('csrf');
    const ofOAuth = (value: string) => `${SITE}/authorize?client_id=a&scope=openid&nonce=${value}`;
    expect(roleOf(ofOAuth)).not.toBe('csrf');
  });
});

describe('a token that each link and form of a ticket system carries', () => {
  it('is against forgery', () => {
    const address = (value: string) => `${SITE}/index.pl?Action=AgentX&ChallengeToken=${value}`;
    expect(roleOf(address)).toBe('csrf');
  });

  it('is that in what a form sends', () => {
    const value = random.base62(32);
    const requestBody = readBody(
      'application/x-www-form-urlencoded',
      `Action=AgentTicketNote&ChallengeToken=${value}`,
    );
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${SITE}/index.pl`, method: 'POST', requestBody }));
    expect(analysis.credentials().map(({ role }) => role)).toEqual(['csrf']);
  });
});
