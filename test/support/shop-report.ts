import type { Exchange } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import type { Report } from '../../src/engine/report/report.js';
import { exchange } from './exchange.js';
import { expectNoSecret } from './no-secret.js';
import { Seeded } from './seeded.js';

// Reports on visits to a shop.

export const SHOP = 'https://shop.test';

const random = new Seeded('analyze');
export const randomHex = (length: number) => random.bytes(length / 2).toString('hex');

export function reportOn(exchanges: Exchange[], more?: (analysis: Analysis) => void): Report {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  more?.(analysis);
  const options = { source: { kind: 'tab', url: SHOP, dropped: 0 }, version: '0.0.0' } as const;
  const report = analysis.report(options);
  expectNoSecret(
    report,
    analysis.credentials().flatMap(({ value, pastValues }) => [value, ...pastValues]),
  );
  return report;
}

export const moments = (report: Report) =>
  report.events.filter((e) => ['login', 'logout', 'session-lost'].includes(e.type));
export const credential = (report: Report, name: string) =>
  report.credentials.find((c) => c.name === name);

export const login = (sid: string, extra: Partial<Parameters<typeof exchange>[0]> = {}) =>
  exchange({
    url: `${SHOP}/login`,
    method: 'POST',
    status: 303,
    redirectUrl: `${SHOP}/account`,
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=secret'),
    gets: { 'set-cookie': `id=${sid}; Path=/; HttpOnly; Secure; SameSite=Lax` },
    ...extra,
  });
