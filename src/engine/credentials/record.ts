import type { CredentialKind } from '../model.js';
import { isLocal, parseUrl, siteOf } from '../normalize/addresses/site.js';
import { LIMITS } from '../settings.js';
import { claimTime } from '../values/tokens/claim-time.js';
import { formatOf } from '../values/format.js';
import { decodeJwt } from '../values/tokens/jwt.js';
import type { CredentialDraft } from './draft.js';
import { heldAs } from './held-as.js';
import type { NewSighting } from './sighting.js';
import { innerToken } from './value-index.js';

/** A credential of which nothing is known but that it is there. */
export function newRecord(
  id: string,
  kind: CredentialKind,
  identity: string,
  value: string,
  first: NewSighting,
): CredentialDraft {
  const host = parseUrl(first.origin)?.hostname ?? '';
  return {
    id,
    kind,
    identity,
    site: siteOf(first.origin),
    host,
    origin: first.origin,
    local: isLocal(host),
    carrier: first.carrier,
    name: first.locator,
    carriers: [],
    role: 'other',
    format: 'opaque',
    confidence: 0,
    evidence: [],
    expires: 'unknown',
    value,
    valueCount: 0,
    pastValues: [],
    life: [],
    sightings: [],
    behaviour: {},
    firstSeen: first.at,
    lastSeen: first.at,
  };
}

/**
 * Gives a record a new value and reads what the value says of itself; returns values it is known by
 * no more.
 */
export function putValue(draft: CredentialDraft, value: string): string[] {
  const forgotten = draft.valueCount > 0 ? rememberValue(draft) : [];
  draft.value = value;
  draft.valueCount++;
  readValue(draft, value);
  return forgotten.filter((one) => one !== value);
}

/** Reads format and claims: of the value, or of the whole that it is a part of. */
export function readValue(draft: CredentialDraft, whole: string): void {
  delete draft.jwt;
  delete draft.heldAs;
  const inner = innerToken(whole);
  draft.format = formatOf(inner).format;
  const jwt = decodeJwt(inner);
  if (!jwt) return;
  draft.jwt = jwt;
  const name = inner === whole ? undefined : heldAs(whole);
  if (name !== undefined) draft.heldAs = name;
  const issuedAt = claimTime(jwt.claims, 'iat');
  if (issuedAt !== undefined) draft.issuedAt = issuedAt;
  if (draft.kind === 'cookie') return;
  const expiresAt = claimTime(jwt.claims, 'exp');
  draft.expires = expiresAt === undefined ? 'never' : 'at';
  if (expiresAt === undefined) delete draft.expiresAt;
  else draft.expiresAt = expiresAt;
}

/** Each past value once, the latest first. */
function rememberValue(draft: CredentialDraft): string[] {
  const all = [draft.value, ...draft.pastValues.filter((past) => past !== draft.value)];
  draft.pastValues = all.slice(0, LIMITS.pastValues);
  return all.slice(LIMITS.pastValues);
}
