import { hasLived } from '../credentials/lived-attributes.js';
import { Kept } from '../kept.js';
import type { Known } from '../known.js';
import type { Credential, Finding, RuleFailure } from '../model.js';
import { logsIn } from '../role-table.js';
import { RULES } from '../rules/index.js';
import type { CookieDraft } from '../rules/cookie-draft.js';
import type { CredentialRule, Rule } from '../rules/rule.js';
import { SUBJECTS } from '../rules/subjects.js';
import type { Text } from '../text.js';
import { cookieLines } from './cookie-lines.js';
import { byServer, httpsFirst, newName, oldDomain } from './cookie-notes.js';
import { settingsFor } from './framework-settings.js';
import { complains, keptWith } from './kept-cookie.js';
import { mended } from './mended.js';
import type { CookieRemedy } from './remedy.js';

/**
 * For every cookie of which something was found that its line can mend: that line, once. Rules that
 * throw are told among `failures`.
 */
export function cookieRemediesOf(
  known: Known,
  findings: readonly Finding[],
  failures: RuleFailure[] = [],
  kept = new KeptRemedies(),
): CookieRemedy[] {
  const lineRules = RULES.filter(changesLine);
  const complaints = ruleIdsOf(findings);
  return known.credentials.flatMap((credential) => {
    const ids = complaints.get(credential.id);
    const rules = ids ? lineRules.filter(({ id }) => ids.has(id)) : [];
    if (rules.length === 0) return [];
    const own = kept.of(credential, { known, rules });
    failures.push(...own.failures);
    return own.remedies;
  });
}

interface Mending {
  readonly known: Known;
  readonly rules: readonly LineRule[];
}

interface Mended {
  readonly remedies: readonly CookieRemedy[];
  readonly failures: readonly RuleFailure[];
}

/** Those of the report before, of cookies that are as they were. */
export class KeptRemedies {
  readonly #kept = new Kept<Mended>();

  of(credential: Credential, { known, rules }: Mending): Mended {
    const by = `${rules.map(({ id }) => id).join(' ')} ${known.settingsText()}`;
    return this.#kept.of(credential, by, known, () => {
      const failures: RuleFailure[] = [];
      return { remedies: remedyOf(credential, { known, rules, failures }), failures };
    });
  }
}

type LineRule = CredentialRule & Required<Pick<CredentialRule, 'line'>>;

function changesLine(rule: Rule): rule is LineRule {
  return rule.subject === 'credential' && rule.line !== undefined;
}

/** By credential, the rules that complain of it. */
function ruleIdsOf(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const { ruleId, about, suppressed } of findings) {
    const { credentialId } = about;
    if (credentialId === undefined || suppressed !== undefined) continue;
    const own = all.get(credentialId);
    if (own) own.add(ruleId);
    else all.set(credentialId, new Set([ruleId]));
  }
  return all;
}

function remedyOf(
  credential: Credential,
  { known, rules, failures }: Mending & { failures: RuleFailure[] },
): CookieRemedy[] {
  const before = draftOf(credential);
  if (!before) return [];
  const about = SUBJECTS.credential.about(credential);
  const change = (rule: LineRule, line: CookieDraft) => rule.line(line, credential, known);
  const asked = mended(before, { rules, change, about }, failures);
  const draft = hasLived(credential) ? asked : soundLine(asked, credential, { known, failures });
  const written = credential.cookie?.written ?? [];
  if (draft === before && written.length === 0) return [];
  const { sent, better } = cookieLines(before, written, draft);
  if (better.every((part) => part.change === 'same') && sent.length === better.length) return [];
  const settings = settingsFor(credential, before, draft);
  return [
    {
      kind: 'set-cookie',
      credentialId: credential.id,
      sent: written.length > 0 || credential.cookie?.setBy ? sent : [],
      better,
      notes: notesOf(credential, before, draft),
      ...(settings && { settings }),
    },
  ];
}

/** Of a cookie that was not kept: the line that nothing is wrong with either, once it is. */
function soundLine(
  asked: CookieDraft,
  credential: Credential,
  { known, failures }: { known: Known; failures: RuleFailure[] },
): CookieDraft {
  const change = (rule: LineRule, line: CookieDraft) => {
    const kept = keptWith(line, credential);
    return complains(rule, kept, known) ? rule.line(line, kept, known) : line;
  };
  const about = SUBJECTS.credential.about(credential);
  return mended(asked, { rules: RULES.filter(changesLine), change, about }, failures);
}

/** The line that a cookie has now; undefined where its attributes are not all known. */
function draftOf({ name, attributes, cookie }: Credential): CookieDraft | undefined {
  if (!attributes) return undefined;
  const { secure, httpOnly, sameSite, path, partitioned, hostOnly, domain } = attributes;
  if (
    secure === undefined ||
    httpOnly === undefined ||
    sameSite === undefined ||
    path === undefined
  )
    return undefined;
  const flags = { secure, httpOnly, sameSite, partitioned: partitioned ?? false };
  const wide = hostOnly === false && domain !== undefined ? { domain } : {};
  return { name, path, ...wide, ...endOf(cookie), ...flags };
}

/** As it was asked for: Max-Age stays Max-Age, a date a date. */
function endOf(cookie: Credential['cookie']): Pick<CookieDraft, 'maxAge' | 'expires'> {
  const asked = (wanted: string) =>
    cookie?.written?.findLast(([name]) => name.toLowerCase() === wanted)?.[1];
  const maxAge = asked('max-age');
  const expires = asked('expires');
  const at = expires === undefined ? NaN : Date.parse(expires);
  return {
    ...(maxAge !== undefined && /^[+-]?\d+$/.test(maxAge) ? { maxAge: Number(maxAge) } : {}),
    ...(Number.isNaN(at) ? {} : { expires: at }),
  };
}

/** What would break the login if that line were sent as things are. */
function notesOf(credential: Credential, before: CookieDraft, draft: CookieDraft): Text[] {
  const { cookie, local, origin } = credential;
  const setOver = cookie?.setOver ?? (origin.startsWith('http:') ? 'http' : 'https');
  const needsHttps = draft.secure && !before.secure && setOver === 'http' && !local;
  const leavesOld =
    before.domain !== undefined && draft.domain !== before.domain && !cookie?.rejected;
  const byScript = cookie?.setBy === undefined && draft.httpOnly && !before.httpOnly;
  return [
    ...(needsHttps ? [httpsFirst(logsIn(credential))] : []),
    ...(byScript ? [byServer()] : []),
    ...(draft.name === before.name ? [] : [newName()]),
    ...(leavesOld ? [oldDomain()] : []),
  ];
}
