import type { Exchange, JarCookie } from '../../src/engine/model.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange, START } from './exchange.js';
import { Seeded } from './seeded.js';

// Lines and jars of one cookie, and what became of it.

export const SHOP = 'https://shop.test';
const random = new Seeded('cookies');
export const id = () => random.bytes(16).toString('hex');

export const sets = (at: number, line: string): Exchange =>
  exchange({ url: `${SHOP}/${at}`, at: START + at, gets: { 'set-cookie': line } });
export const jar = (at: number, ...values: string[]) => ({
  kind: 'jar' as const,
  at: START + at,
  site: SHOP,
  domains: ['shop.test'],
  cookies: values.map((value): JarCookie => ({
    name: 'sid',
    value,
    domain: 'shop.test',
    path: '/',
    hostOnly: true,
    secure: false,
    httpOnly: false,
    sameSite: 'lax',
    partitioned: false,
    persistent: false,
  })),
});

/**
 * What became of the one cookie, in order: what happened, and the path of the request that did it.
 */
export function lifeOf(...seen: (Exchange | ReturnType<typeof jar>)[]): string[] {
  const analysis = new Analysis();
  for (const one of seen) {
    if ('kind' in one) analysis.addSnapshot(one);
    else analysis.addExchange(one);
  }
  const { events } = analysis.report({
    source: { kind: 'tab', url: SHOP, dropped: 0 },
    version: '0',
    now: START + 100_000,
  });
  return events
    .filter(({ type }) => ['issued', 'rotated', 'cleared'].includes(type))
    .map(({ type, exchange: by }) => `${type} ${by ? new URL(by.url).pathname : '-'}`);
}
