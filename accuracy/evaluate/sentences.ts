import type { Report } from '../../src/engine/report/report.js';
import type { JudgedStack, Label } from '../support/stack.js';
import { rolesOf } from './match.js';
import { IDENTIFIES } from './roles.js';

/** What the sentences of a site's verdict say that the truth contradicts, in words. */
export function contradictionsOf(report: Report, { truth, kind }: JudgedStack): string[] {
  const site = report.sites.find((one) => new URL(one.site).hostname === truth.host);
  if (!site) return kind === 'visit' ? [] : ['nothing is said of the site'];
  const own = truth.credentials.filter(({ name }) => typeof name === 'string');
  // Where nothing stands for a user, what is named only knows the browser again.
  const named = own.filter(
    ({ name }) => site.mechanism !== 'none' && mentions(site.sentence, String(name)),
  );
  const wrong = named.filter((label) => !mayLogIn(label) && !isAlsoLogin(label, own));
  const cells = site.comparison.flatMap(({ session, token, cookie }) => [session, token, cookie]);
  const csrf = truth.credentials.some(
    (label) =>
      (label.host ?? truth.host) === truth.host && rolesOf(label).every((role) => role === 'csrf'),
  );
  return [
    ...wrong.map(({ name }) => `names ${String(name)}, which logs nobody in: ${site.sentence}`),
    ...(csrf ? cells : [])
      .filter((cell) => cell !== null && /no anti-CSRF token/i.test(cell))
      .map((cell) => `there is one: ${String(cell)}`),
    ...[site.sentence, ...cells]
      .filter((text) => text !== null && /undefined|NaN|\b1 \w+s times\b|\{\w+\}/.test(text))
      .map(String),
  ];
}

/** Names that are words of the sentences as well: they are meant only behind what kind of thing they are. */
const WORDS = /^(?:session|token|cookie|header|login|user|server)$/i;

function mentions(sentence: string, name: string): boolean {
  const quoted = name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  const before = WORDS.test(name) ? '\\b(?:cookies?|header|parameter) ' : '(?<![\\w.-])';
  return new RegExp(`${before}${quoted}(?![\\w-])`, 'i').test(sentence);
}

function mayLogIn(label: Label): boolean {
  return rolesOf(label).some((role) => IDENTIFIES.has(role));
}

/** Another label of the same name, of another carrier or host, logs in. */
function isAlsoLogin({ name }: Label, labels: readonly Label[]): boolean {
  return labels.some((label) => label.name === name && mayLogIn(label));
}
