import { exchange, type ExchangeSpec } from './exchange.js';
import { momentsTold } from './moments-told.js';
import { Seeded } from './seeded.js';

// A login that nothing names: what was refused before is answered with what one request gave.

export const SITE = 'https://box.test';
export const random = new Seeded('admitted logins');
export const hex = () => random.bytes(16).toString('hex');
export const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, type: 'fetch', ...more });
export const refused = (path = '/notes', status = 401) => call(path, { status });
export const logins = (...visit: ReturnType<typeof exchange>[]) =>
  momentsTold(visit).filter((one) => one.startsWith('login'));
