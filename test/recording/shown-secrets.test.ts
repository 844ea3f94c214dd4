import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import type { Exchange, Role } from '../../src/engine/model.js';
import { Recording } from '../../src/recording/recording.js';
import { exchange, START } from '../support/exchange.js';
import { jwtOf } from '../support/jose.js';
import { Seeded } from '../support/seeded.js';

const SHOP = 'https://shop.test';
const V = 'abcdEFGH1234ijklMNOP5678qrst';
const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const random = new Seeded('shown-secrets');

/** A login that is answered with a session, which stands in the address that follows. */
function visit(sid: string): Exchange[] {
  const cookie = `JSESSIONID=${sid}`;
  const after = `${SHOP}/s/${encodeURIComponent(sid)}/home`;
  return [
    exchange({
      url: `${SHOP}/login`,
      at: START,
      method: 'POST',
      status: 303,
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
      gets: { location: after, 'set-cookie': `${cookie}; Path=/` },
      redirectUrl: after,
    }),
    exchange({ url: after, at: START + 10, sends: { cookie } }),
    exchange({
      url: `${SHOP}/api/v2/orders/15?of=${encodeURIComponent(sid)}`,
      at: START + 20,
      sends: { cookie, referer: after, 'x-note': `of "${sid}"` },
    }),
  ];
}

interface Shown {
  told: string;
  roles: readonly Role[];
}

function shown(exchanges: readonly Exchange[]): Shown {
  const recording = Recording.fromExchanges(exchanges);
  const report = recording.report({ source: { kind: 'tab' }, version: '0' });
  const told = JSON.stringify([
    report,
    recording.requests.rows(0),
    exchanges.map(({ id }) => recording.requests.detail(id)),
    recording.storage.view(),
  ]);
  return { told, roles: report.credentials.map(({ role }) => role) };
}

describe('a session that does not look random', () => {
  it.each([
    '1234567890123456789',
    'user-42-session',
    V,
    'node1x0y9z8abc',
    UUID,
    'ada@shop.test',
    `"${V}"`,
    jwtOf({ sub: 'ada' }),
  ])('%s is in no report, row or detail', (sid) => {
    const { told, roles } = shown(visit(sid));
    expect(roles).toContain('session');
    expect(told).not.toContain(sid.replaceAll('"', ''));
    expect(told).not.toContain(encodeURIComponent(sid));
    expect(told).toContain('/api/v2/orders/15');
  });

  it('of any of these shapes is in no report, row or detail', () => {
    const digits = '0123456789';
    const lower = 'abcdefghijklmnopqrstuvwxyz';
    const from = (alphabet: string, minLength: number) =>
      fc
        .array(fc.constantFrom(...alphabet), { minLength, maxLength: 32 })
        .map((chars) => chars.join(''));
    const sid = fc.oneof(
      from(digits, 16).filter((value) => !value.startsWith('0')),
      from(`${lower}234567`.toUpperCase(), 16).filter((value) => /\d/.test(value)),
      from(lower, 20),
      from(lower + digits, 16).filter((value) => /\d/.test(value)),
      from(lower + lower.toUpperCase() + digits, 16).filter((value) => /\d/.test(value)),
      fc.uuid(),
    );
    fc.assert(
      fc.property(sid, (value) => {
        const { told, roles } = shown(visit(value));
        fc.pre(roles.includes('session'));
        expect(told).not.toContain(value);
      }),
      { numRuns: 150 },
    );
  });
});

describe('rows', () => {
  it('hide a value as soon as it is known to be a credential, and again after it changed', () => {
    const recording = Recording.fromExchanges(visit('user-42-session'));
    expect(recording.requests.rows(0).rows[1]?.url).toBe(`${SHOP}/s/use…(15)/home`);
    const { revision } = recording.requests.rows(0);
    expect(recording.requests.rows(revision).rows).toEqual([]);
  });

  it('and details mask what an error says', () => {
    const one = {
      ...exchange({ url: `${SHOP}/x` }),
      error: `failed ${SHOP}/?token=hunter22 of ${V}`,
    };
    const recording = Recording.fromExchanges([
      one,
      { ...one, id: 'e2', error: 'net::ERR_ABORTED' },
    ]);
    const { rows } = recording.requests.rows(0);
    expect(JSON.stringify([rows, recording.requests.detail(one.id)])).not.toMatch(`hunter22|${V}`);
    expect(rows[1]?.error).toBe('net::ERR_ABORTED');
  });

  it('and details show words, slugs, orders and headers as they are', () => {
    const [V1, url] = [random.base62(24), `${SHOP}/blog/how-to-build-2024?order=123456789012`];
    const one = exchange({
      url,
      at: START + 30,
      sends: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0', 'x-key': V1 },
      gets: { server: 'nginx/1.25.3', via: '1.1 varnish' },
    });
    const recording = Recording.fromExchanges([...visit(V), one]);
    const told = JSON.stringify(recording.requests.detail(one.id));
    for (const readable of [url, 'Chrome/126.0.0.0', 'nginx/1.25.3', '1.1 varnish'])
      expect(told).toContain(readable);
    expect(told).not.toContain(V1);
  });
});
