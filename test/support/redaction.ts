import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import type { Report } from '../../src/engine/report/report.js';

/** The report of a parsed HAR file. */
export function reportOf(har: unknown): Report {
  const { exchanges } = readHar(har);
  const analysis = new Analysis();
  for (const exchange of exchanges) analysis.addExchange(exchange);
  return analysis.report({
    source: { kind: 'har', url: 'about:blank', dropped: 0 },
    version: '0',
    reveal: false,
  });
}

/** What a report says, without the values that it hints at. */
export function saidIn({ credentials, events, findings, sites }: Report): unknown {
  return {
    credentials: credentials.map(
      ({ site, carriers, name, role, format, state, lifetimeSeconds }) => ({
        site,
        carriers,
        name,
        role,
        format,
        state,
        lifetimeSeconds,
      }),
    ),
    events: events.map(({ type, at, site, credentialId }) => ({ type, at, site, credentialId })),
    findings: findings.map(({ ruleId, severity, credentialId }) => [
      ruleId,
      severity,
      credentialId,
    ]),
    sites: sites.map(({ site, mechanism, grade, checks }) => ({ site, mechanism, grade, checks })),
  };
}

/** Every way in which a value is looked for in a text that must not have it. */
export function writings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor((whole.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((name) => whole.toString(name).slice(from, to));
  });
  const percent = encodeURIComponent(secret);
  return [
    ...new Set([
      secret,
      percent,
      encodeURIComponent(percent),
      percent.toLowerCase(),
      JSON.stringify(secret).slice(1, -1),
      [...secret].map((sign) => `&#${sign.codePointAt(0)};`).join(''),
      [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      ...base64,
    ]),
  ];
}
