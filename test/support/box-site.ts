import { html, plain } from './bodies.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { Seeded } from './seeded.js';

// Logins of software that nobody told Credtrail of.

export const SITE = 'https://box.test';
const random = new Seeded('logins everywhere');
export const hex = (length = 32) => random.bytes(length / 2).toString('hex');
export const cookie = (name = 'box') => ({ 'set-cookie': `${name}=${hex()}; Path=/; HttpOnly` });
export const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
export const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { method: 'POST', ...more });
export const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  post(path, { type: 'fetch', ...more });
export const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
export const ASKS = html('<form><input name=u><input type=password></form>');
export const socket = (...messages: [direction: 'sent' | 'received', text: string][]) => ({
  ...at('/live', { type: 'websocket', status: 101 }),
  messages: messages.map(([direction, text]) => ({ direction, body: plain(text) })),
});
