import { fixtureReport } from '../fixtures/ui-report.js';
import type { Report } from '../../src/engine/report/report.js';
import { regex } from '../../src/engine/regex.js';

/**
 * What a page may put into names and addresses: markup of every format, controls, other directions.
 */
export const HOSTILE =
  '<script>window.pwned=1</script>]]>-->' +
  '<img src=x onerror=pwned()>"\'&amp;`${7*7}`\u001B[2J\u0000\u202Eback\u2066\r\n' +
  '# head\n' +
  '- | cell | [a](https://evil.test/) {0}\uD800';

const AT = Date.parse('2026-01-01T00:00:00Z');

/** Members that hold what a page, a user or a sentence says. */
const SAID = regex()`
  ^(?:name|text|title|why|fix|breaks|sentence|label|message|preview|host|site|url|method
  |suppressed|key|session|token|cookie|issuer|clientId|stateReason)$`;

/** A report in which everything that is said ends in that. */
export function hostileReport(): Report {
  return said(withAccepted(fixtureReport(AT)), '') as Report;
}

/** The same report as it is. */
export function plainReport(): Report {
  return withAccepted(fixtureReport(AT));
}

function withAccepted(report: Report): Report {
  const [first, ...others] = report.findings;
  return { ...report, findings: [...others, { ...first!, suppressed: 'a lesson' }] };
}

function said(value: unknown, member: string): unknown {
  if (typeof value === 'string') return SAID.test(member) ? value + HOSTILE : value;
  if (Array.isArray(value)) return value.map((one) => said(one, member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, said(one, name)]));
}
