import type { Exchange, StorageSnapshot } from '../../src/engine/model.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { form } from './bodies.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { Seeded } from './seeded.js';
import { momentsIn } from './with-stops.js';

export const SHOP = 'https://shop.test';
const random = new Seeded('moments');
export const hex = (length = 32) => random.bytes(length / 2).toString('hex');
export const cookie = (name: string, value = hex()) => ({
  'set-cookie': `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`,
});
export const PASSWORD = form('user=ada&password=correct+horse');

/** The moments of a visit as `type site path`. */
export function momentsOf(
  steps: (Exchange | StorageSnapshot)[],
  analysis = new Analysis(),
): string[] {
  for (const step of steps) {
    if ('kind' in step) analysis.addSnapshot(step);
    else analysis.addExchange(step);
  }
  return momentsIn(analysis).map(
    ({ type, site, exchange: ref }) =>
      `${type} ${new URL(site).hostname} ${new URL(ref!.url).pathname}`,
  );
}

export const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SHOP + path, method: 'POST', ...more });
export const login = (more: Partial<ExchangeSpec> = {}) =>
  post('/login', {
    status: 303,
    redirectUrl: `${SHOP}/`,
    requestBody: PASSWORD,
    gets: cookie('sid'),
    ...more,
  });
