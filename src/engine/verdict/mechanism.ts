import { hasLived } from '../credentials/lived-attributes.js';
import type { Credential, Mechanism, Sighting } from '../model.js';
import type { Moment } from '../moments/moment.js';
import type { Text } from '../text.js';
import { logsIn } from '../role-table.js';
import { isPublicKey } from '../roles/public-key.js';
import { isSelfContained } from './comparison/facts.js';
import * as say from './sentences.js';

/** How a site recognises its users, and from which credentials that was told. */
export interface Told {
  mechanism: Mechanism;
  confidence: number;
  evidence: Text[];
  sentence: Text;
  from: readonly Credential[];
}

/** Of each credential, the weightiest reasons. */
const MAX_EVIDENCE = 3;

/**
 * How a site recognises its users, told by what its credentials were while they lived: it is the
 * same before and after a logout. `moments` are those of the site.
 */
export function mechanismOf(
  all: readonly Credential[],
  moments: readonly Pick<Moment, 'type'>[] = [],
): Told {
  const lived = all.filter(hasLived);
  return inUse(lived) ?? atRest(lived) ?? byKey(lived) ?? nothing(all, moments);
}

/** Sessions and tokens that travel. */
function inUse(lived: readonly Credential[]): Told | undefined {
  const inCookie = lived.filter((c) => c.kind === 'cookie');
  const self = inCookie.find(
    (c) => (c.role === 'session' || c.role === 'access-token') && isSelfContained(c),
  );
  const session = inCookie.find((c) => c.role === 'session' && !isSelfContained(c));
  const bearer =
    lived.find((c) => c.role === 'access-token' && c.carriers.includes('header')) ??
    lived.find(isSentByScript);
  const inUrl = lived.find((c) => c.role === 'session' && c.carrier === 'url');
  const cookie = session ?? self;
  if (cookie && bearer && bearer !== cookie)
    return told('hybrid', [cookie, bearer], say.hybrid(cookie, bearer));
  if (self) return told('token-cookie', [self], say.tokenCookie(self));
  if (session) return told('session-cookie', [session], say.sessionCookie(session));
  if (bearer) return told('bearer-token', [bearer], say.bearerToken(bearer));
  if (inUrl) return told('session-url', [inUrl], say.sessionUrl(inUrl));
  return undefined;
}

/** What stands for the user and was not seen in use, or only renews what is. */
function atRest(lived: readonly Credential[]): Told | undefined {
  const keys = lived.filter(logsIn);
  const token =
    keys.find((c) => c.kind === 'token' && c.role === 'access-token') ??
    keys.find((c) => c.kind === 'token');
  if (token) return told('bearer-token', [token], say.bearerToken(token));
  const cookies = keys.filter((c) => c.kind === 'cookie');
  const self = cookies.find(isSelfContained);
  if (self) return told('token-cookie', [self], say.tokenCookie(self));
  const [cookie] = cookies;
  return cookie && told('session-cookie', [cookie], say.onlyCookie(cookie));
}

/** What stands for a password or a program. */
function byKey(lived: readonly Credential[]): Told | undefined {
  const basic = lived.find((c) => c.role === 'basic');
  if (basic) return told('basic', [basic], say.BASIC);
  const apiKey = lived.find((c) => c.role === 'api-key' && !isPublicKey(c));
  return apiKey && told('api-key', [apiKey], say.apiKey(apiKey));
}

function nothing(all: readonly Credential[], moments: readonly Pick<Moment, 'type'>[]): Told {
  const refused = all.find((c) => c.cookie?.rejected && logsIn(c));
  const loggedIn = moments.some(({ type }) => type === 'login');
  const sentence = refused ? say.refused(refused) : loggedIn ? say.NOTHING_KEPT : say.NOTHING;
  return { mechanism: 'none', confidence: 0.6, evidence: [], sentence, from: [] };
}

function told(mechanism: Mechanism, from: Credential[], sentence: Text): Told {
  return {
    mechanism,
    confidence: Math.round(Math.min(...from.map((c) => c.confidence)) * 100) / 100,
    evidence: from.flatMap((c) => c.evidence.slice(0, MAX_EVIDENCE)),
    sentence,
    from,
  };
}

/** A token in a header or body of the application's own making: as good as a bearer token. */
function isSentByScript({ kind, role, sightings }: Credential): boolean {
  const ours = kind === 'token' && (role === 'access-token' || role === 'session');
  return ours && sightings.some(isSentAlone);
}

function isSentAlone({ direction, carrier }: Sighting): boolean {
  return direction === 'sent' && ['header', 'body', 'websocket'].includes(carrier);
}
