import type { Known } from '../../known.js';
import type { Credential, Severity } from '../../model.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import { tellPath } from '../../values/telling/redact.js';
import type { Check, CredentialRule } from '../rule.js';
import { isOfGuests } from './for-guests.js';
import { isSenderConstrained } from './sender-constrained.js';

export const refreshTokenNotRotated: CredentialRule = {
  id: 'refresh-token-not-rotated',
  subject: 'credential',
  applies: { roles: ['refresh-token'] },
  severity: byHolder,
  grading:
    'Medium; low for a cookie that scripts cannot read, and where nothing but a name ' +
    'says what it is.',
  title: 'A refresh token works again and again',
  why:
    'The same refresh token was used more than once, and no answer gave a new one. Where each ' +
    'use gives a new token, a thief and the user soon both use an old one: the server notices ' +
    'and ends the login. Without that, a stolen token works unnoticed until it ends.',
  fix:
    'Give a new refresh token with each use, and end all that came of one login when an old ' +
    'one comes back:\n\n' +
    '    const used = await tokens.find(sha256(refreshToken));\n' +
    '    if (used.replacedAt) { await tokens.endFamily(used.family); ' +
    'throw new InvalidGrant(); }\n' +
    '    await tokens.replace(used, sha256(next));\n\n' +
    'Most authorization servers have a switch for it (“refresh token rotation”). Or bind the ' +
    'token to a key of the browser (DPoP), which makes a stolen one worthless.',
  breaks:
    'Several tabs that renew at once, and answers that get lost: allow the last token a few ' +
    'seconds more, or let one tab renew for all (navigator.locks). Clients have to store the new ' +
    'token each time.',
  references: [
    'CWE-294',
    'OWASP ASVS 5.0 V10.4.5',
    'RFC 9700 §4.14.2',
    'RFC 6749 §10.4',
    'RFC 9700 §2.2.2',
    'RFC 10017 §6.3.2.3',
  ],
  // Used twice it was seldom seen.
  needsTrial: true,
  strength: 'Each use of a refresh token gives a new one.',
  check(credential, known): Check {
    if (isSenderConstrained(credential, known) || isOfGuests(credential, known))
      return 'does-not-apply';
    const uses = renewals(credential, known);
    if (isReplaced(credential, uses, known)) return [];
    if (hasUnseenGift(credential, known)) return 'unknown';
    const count = mostOfOneLogin(credential, uses, known);
    if (count < 2) return count === 0 ? 'does-not-apply' : 'unknown';
    const [last] = uses.slice(-1);
    const path = tellPath(last?.ref.url ?? '');
    return [
      {
        text: text(
          'evidence_refresh_token_used_again',
          '{path} took the same refresh token {count} times, and gave no other.',
          { path, count },
        ),
        exchange: last?.ref,
      },
    ];
  },
};

/** Exchanges that it went with, and that gave what logs in: it was used, and it worked. */
function renewals({ id }: Credential, known: Known): LoggedExchange[] {
  const gives = (one: string) => {
    const given = known.byId(one);
    return one !== id && given !== undefined && logsIn(given);
  };
  return known
    .carrying(id)
    .filter(({ set, facts }) => (facts === undefined || facts.outcome === 'ok') && set.some(gives));
}

/**
 * A token that took its place joined its lineage; a cookie's value may be another login's as well.
 */
function isReplaced(
  { id, kind, valueCount }: Credential,
  uses: readonly LoggedExchange[],
  { moments }: Known,
): boolean {
  if (valueCount < 2 || kind !== 'cookie') return valueCount > 1;
  const logins = new Set(moments.map(({ exchange }) => exchange.id));
  return uses.some(({ ref, set }) => set.includes(id) && !logins.has(ref.id));
}

/**
 * More values of a cookie than answers that gave one: some recorders miss what sets it now and
 * then, and the use that replaced it looks like one that did not.
 */
function hasUnseenGift({ id, kind, valueCount }: Credential, { exchanges }: Known): boolean {
  if (kind !== 'cookie') return false;
  const gifts = exchanges.filter(({ set }) => set.includes(id)).length;
  const first = exchanges.find(({ carried, set }) => carried.includes(id) || set.includes(id));
  const came = first?.carried.includes(id) === true ? 1 : 0;
  return valueCount > gifts + came;
}

/** How often one value of it was used, at the most: each login gives a cookie another one. */
function mostOfOneLogin(
  { id, valueCount }: Credential,
  uses: readonly LoggedExchange[],
  { exchanges }: Known,
): number {
  const counts = [0];
  for (const one of exchanges) {
    if (valueCount > 1 && one.set.includes(id)) counts.push(0);
    else if (uses.includes(one)) counts.push((counts.pop() ?? 0) + one.count);
  }
  return Math.max(...counts);
}

function byHolder({ kind, attributes }: Credential): Severity {
  return kind === 'cookie' && attributes?.httpOnly === true ? 'low' : 'medium';
}
