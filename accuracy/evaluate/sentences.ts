import type { Role } from '../../src/engine/model.js';
import type { Report } from '../../src/engine/report/report.js';
import type { JudgedStack, Label } from '../support/stack.js';
import { rolesOf } from './match.js';
import { IDENTIFIES } from './roles.js';

/**
 * Where nothing stands for a user, what is named tells one browser from another, or was refused.
 */
const KNOWS_AGAIN: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  ...IDENTIFIES,
  'tracking',
  'device',
]);

/** What the sentences of a site's verdict say that the truth contradicts, in words. */
export function contradictionsOf(report: Report, { truth, kind }: JudgedStack): string[] {
  const site = report.sites.find((one) => new URL(one.site).hostname === truth.host);
  if (!site) return kind === 'visit' ? [] : ['nothing is said of the site'];
  const own = truth.credentials.filter(({ name }) => typeof name === 'string');
  const named = own.filter(({ name }) => mentions(site.sentence, String(name)));
  const isNobody = site.mechanism === 'none';
  const may = isNobody ? KNOWS_AGAIN : IDENTIFIES;
  const wrong = named.filter(({ name }) => !own.some((one) => one.name === name && is(one, may)));
  const what = isNobody ? 'knows no browser again' : 'logs nobody in';
  const cells = site.comparison.flatMap(({ session, token, cookie }) => [session, token, cookie]);
  const csrf = truth.credentials.some(
    (label) =>
      (label.host ?? truth.host) === truth.host && rolesOf(label).every((role) => role === 'csrf'),
  );
  return [
    ...wrong.map(({ name }) => `names ${String(name)}, which ${what}: ${site.sentence}`),
    ...(csrf ? cells : [])
      .filter((cell) => cell !== null && /no anti-CSRF token/i.test(cell))
      .map((cell) => `there is one: ${String(cell)}`),
    ...[site.sentence, ...cells]
      .filter((text) => text !== null && /undefined|NaN|\b1 \w+s times\b|\{\w+\}/.test(text))
      .map(String),
  ];
}

/**
 * Names that are words of the sentences as well: they are meant only behind what kind of thing they
 * are.
 */
const WORDS = /^(?:session|token|cookie|header|login|user|server)$/i;

function mentions(sentence: string, name: string): boolean {
  const quoted = name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  const before = WORDS.test(name) ? '\\b(?:cookies?|header|parameter) ' : '(?<![\\w.-])';
  return new RegExp(`${before}${quoted}(?![\\w-])`, 'i').test(sentence);
}

/**
 * One of its roles is among these; another label of the name, of another carrier or host, does as
 * well.
 */
function is(label: Label, roles: ReadonlySet<Role | undefined>): boolean {
  return rolesOf(label).some((role) => roles.has(role));
}
