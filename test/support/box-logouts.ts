import { form } from './bodies.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { momentsTold } from './moments-told.js';
import { Seeded } from './seeded.js';

// Logouts of software that nobody told Credtrail of.

export const SITE = 'https://box.test';
const random = new Seeded('logouts everywhere');
export const hex = (length = 32) => random.bytes(length / 2).toString('hex');
export const sid = hex();
export const use = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: SITE + path,
    topUrl: `${SITE}/`,
    ...more,
    sends: { cookie: `box=${sid}`, ...more.sends },
  });
export const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  use(path, { method: 'POST', ...more });
export const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  post(path, { type: 'fetch', ...more });
export const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
export const gone = { gets: { 'set-cookie': 'box=; Path=/; Max-Age=0' } };
/** Another value, and with it an end that is near. */
export const cut = (end: string) => ({ 'set-cookie': `box=${hex()}; Path=/; ${end}` });
const inside = (path: string) => [
  exchange({
    url: `${SITE}/login`,
    method: 'POST',
    requestBody: form('user=a&password=b'),
    ...leadsTo(path),
    gets: { 'set-cookie': `box=${sid}; Path=/; HttpOnly` },
  }),
  use(path),
  use(path),
];
export const logouts = (home: string, steps: () => ReturnType<typeof exchange>[]) =>
  momentsTold([...inside(home), ...steps()]).filter((one) => !one.startsWith('login'));
