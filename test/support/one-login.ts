import type { Exchange } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { Seeded } from './seeded.js';

export const SITE = 'https://box.test';
export const random = new Seeded('standing');
export const hex = () => random.bytes(16).toString('hex');
const FORM = 'application/x-www-form-urlencoded';
export const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });

/** A visit with cookies that the first page gives, and a login that gives no other. */
export function visit(lines: readonly string[], login: Partial<ExchangeSpec> = {}): Exchange[] {
  const sends = { cookie: lines.map((line) => line.split(';', 1)[0]).join('; ') };
  return [
    at('/', { gets: { 'set-cookie': [...lines] } }),
    at('/list', { sends, status: 302, redirectUrl: `${SITE}/logon` }),
    at('/list', {
      method: 'POST',
      sends,
      requestBody: readBody(FORM, 'user=ada&password=a'),
      responseBody: readBody('text/html', '<h1>Hello, Ada</h1>'),
      ...login,
    }),
    at('/list', { sends, responseBody: readBody('text/html', '<h1>All</h1>') }),
  ];
}

export function told(exchanges: readonly Exchange[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  const source = { kind: 'har', url: SITE, dropped: 0 } as const;
  const { sites } = analysis.report({ source, version: '0' });
  const roles = analysis.credentials().map(({ name, role }) => [name, role]);
  return { mechanism: sites[0]?.mechanism, roles: Object.fromEntries(roles) as object };
}
