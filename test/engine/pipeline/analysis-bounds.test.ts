import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/engine/settings.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { THOROUGH } from '../../support/thorough.js';

const SHOP = 'https://shop.test';
const COOKIES = 200;
const TOKENS = 100;

const random = new Seeded('bounds');
const hex = () => random.bytes(16).toString('hex');
const cookies = Array.from({ length: COOKIES }, hex);
const tokens = Array.from({ length: TOKENS }, (_, n) =>
  jwtOf({
    sub: `user${n}`,
    jti: hex(),
    scope: 'read write',
    iat: START / 1000,
    exp: START / 1000 + 86_400,
  }),
);

/**
 * The n-th exchange of a long visit: many cookies sent, some renewed, tokens used and issued again.
 */
function exchangeNumber(n: number): Exchange {
  const sent = Array.from({ length: 12 }, (_, i) => (n * 7 + i) % COOKIES).map(
    (c) => `cookie${c}=${cookies[c]}`,
  );
  const renewed = n % COOKIES;
  if (n % 5 === 0) cookies[renewed] = hex();
  const token = tokens[n % TOKENS]!;
  return {
    // As long as the last one's, so that the growth of a number is not taken for that of the state.
    id: `x${String(n).padStart(5, '0')}`,
    url: `${SHOP}/api/items/${n % 50}`,
    method: 'GET',
    type: 'fetch',
    topUrl: `${SHOP}/`,
    startedAt: START + n * 20,
    endedAt: START + n * 20 + ((n * 37) % 400),
    request: {
      headers: [
        { name: 'cookie', value: sent.join('; ') },
        { name: 'authorization', value: `Bearer ${token}` },
      ],
    },
    response: {
      status: 200,
      headers:
        n % 5 === 0
          ? [
              {
                name: 'set-cookie',
                value: `cookie${renewed}=${cookies[renewed]}; Path=/; HttpOnly`,
              },
            ]
          : [],
      ...(n % 40 === 0
        ? { body: readBody('application/json', JSON.stringify({ access_token: token })) }
        : {}),
    },
  };
}

function storageAt(n: number) {
  const items = tokens
    .slice(0, 20)
    .map((value, i) => ({ key: `token${i}`, value, length: value.length }));
  return {
    kind: 'storage',
    at: START + n * 20,
    origin: SHOP,
    area: 'localStorage',
    items,
    dropped: 0,
  } as const;
}

const sizeOf = (analysis: Analysis) => JSON.stringify(analysis.save()).length;

describe('the state of an analysis', () => {
  it(
    'stays within half of what a tab may keep over 10,000 exchanges with 300 credentials, and stops growing',
    { ...THOROUGH, timeout: 240_000 },
    () => {
      const analysis = new Analysis();
      const sizes: number[] = [];
      for (let n = 1; n <= 10_000; n++) {
        analysis.addExchange(exchangeNumber(n));
        if (n % 100 === 0) analysis.addSnapshot(storageAt(n));
        if (n === 5_000 || n === 10_000) sizes.push(sizeOf(analysis));
      }
      const [half, all] = sizes as [number, number];
      expect(analysis.credentials()).toHaveLength(COOKIES + TOKENS);
      expect(
        analysis.report({ source: { kind: 'tab', url: SHOP, dropped: 0 }, version: '0' }).source
          .requests,
      ).toBe(10_000);
      // A checkpoint of more begins anew (background/tab-records.ts).
      expect(all).toBeLessThan(LIMITS.sessionTab / 2);
      expect(all / half).toBeLessThan(1.02);
    },
  );
});
