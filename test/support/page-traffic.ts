import type { Exchange } from '../../src/engine/model.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { Seeded } from './seeded.js';
import { options } from './told-analysis.js';

export const random = new Seeded('traffic');
export const PAGE = 'https://shop.test/';
export const ID = random.bytes(16).toString('hex');

/** Role of the only credential, the scheme of the page's site, and how grave what was found is. */
export function told(...exchanges: Exchange[]): [role: string | undefined, string, string[]] {
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: PAGE }));
  for (const one of exchanges) analysis.addExchange(one);
  const { sites, findings } = analysis.report(options);
  const site = sites.find((one) => one.site === 'https://shop.test');
  return [
    analysis.credentials()[0]?.role,
    site?.mechanism ?? 'none',
    findings.map(({ severity }) => severity),
  ];
}
export const asked = (url: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url, type: 'fetch', topUrl: PAGE, ...more });
export const json = { 'content-type': 'application/json' };
export const GIF = { type: 'other', gets: { 'content-type': 'image/gif' } } as const;

export const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
