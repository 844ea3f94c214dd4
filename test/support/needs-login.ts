import type { Exchange } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { Seeded } from './seeded.js';
import { options } from './told-analysis.js';

// Visits to a shop of which some addresses need a login.

const random = new Seeded('needs login');
export const SITE = 'https://shop.test';
export const HTML = { 'content-type': 'text/html' };
export const FORM = '<form method=post><input name=user><input type=password name=pw></form>';
const [BEFORE, AFTER] = [random.bytes(16).toString('hex'), random.bytes(16).toString('hex')];

let clock = Date.UTC(2026, 0, 1);
export const now = (): number => clock;
/** Whoever is not logged in sends the first cookie. */
let sid = BEFORE;

export const get = (path: string, more: Partial<ExchangeSpec> = {}): Exchange =>
  exchange({
    url: SITE + path,
    at: (clock += 3_000),
    ...more,
    sends: { cookie: `sid=${sid}`, ...more.sends },
  });
export const page = (path: string, markup = '<h1>Shop</h1>', more: Partial<ExchangeSpec> = {}) =>
  get(path, {
    ...more,
    gets: { ...HTML, ...more.gets },
    responseBody: readBody('text/html', markup),
  });
export const sentTo = (path: string, to: string) =>
  get(path, { status: 302, redirectUrl: SITE + to });
/** What shared caches may keep. */
export const kept = (path: string, markup?: string) =>
  page(path, markup, { gets: { 'cache-control': 'public, max-age=600' } });
export function login(path: string, from: string, to: string): Exchange {
  const posted = get(path, {
    method: 'POST',
    status: 302,
    redirectUrl: SITE + to,
    sends: { referer: SITE + from },
    gets: { 'set-cookie': `sid=${AFTER}; Path=/; HttpOnly; Secure; SameSite=Lax` },
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&pw=secret-word'),
  });
  sid = AFTER;
  return posted;
}

/** How grave it is that shared caches may keep what needs a login. */
export function found(visit: () => Exchange[]): string[] {
  sid = BEFORE;
  const analysis = new Analysis();
  for (const one of visit()) analysis.addExchange(one);
  return analysis
    .report(options)
    .findings.filter(({ ruleId }) => ruleId === 'authenticated-response-cacheable')
    .map(({ severity }) => severity);
}
