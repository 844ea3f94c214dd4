import { outcomeOf } from '../credentials/trials.js';
import type { Known } from '../known.js';
import type { Credential } from '../model.js';
import { isNeverShown } from '../credentials/never-shown.js';
import { render } from '../render.js';
import { oddTimes } from '../values/tokens/claim-time.js';
import { hashOf } from '../values/hash.js';
import { decodeJweHeader } from '../values/tokens/jwt.js';
import { usesOf } from '../verdict/standing.js';
import { preview } from '../values/telling/redact.js';
import type { Remedy } from '../remedies/remedy.js';
import { attributesOf } from './attributes.js';
import { toLifetimeAdvice, toRemedy } from './remedy-part.js';
import { toEntropy } from './entropy-part.js';
import type { ReportCredential, ReportSignature } from './report-credential.js';
import { isoOf, type Writing } from './writing.js';

/** One credential with what has become of it. */
export function toCredential(
  credential: Credential,
  known: Known,
  remedies: readonly Remedy[],
  writing: Writing,
): ReportCredential {
  const attributes = attributesOf(credential);
  return {
    id: credential.id,
    site: credential.site,
    host: credential.host,
    origin: credential.origin,
    carrier: credential.carrier,
    name: writing.name(credential.name),
    carriers: credential.carriers,
    ...judgedPart(credential, known, writing),
    generations: credential.valueCount,
    attributes: attributes && {
      ...attributes,
      path: attributes.path && writing.url(attributes.path),
    },
    jwt: tokenOf(credential, writing),
    signature: signatureOf(credential, known, writing),
    ...lifePart(credential),
    ...valuePart(credential, writing),
    sightings: credential.sightings.reduce((sum, sighting) => sum + sighting.count, 0),
    sent: usesOf(credential),
    firstSeen: isoOf(credential.firstSeen),
    lastSeen: isoOf(credential.lastSeen),
    ...remedyPart(credential, remedies, writing),
  };
}

/** What is told of its value. Of a password nothing is, not even what could be compared. */
function valuePart(credential: Credential, writing: Writing) {
  const { value, identity, valueCount } = credential;
  if (isNeverShown(credential)) {
    const fingerprint = hashOf(`${identity} ${valueCount}`).slice(0, 12);
    return { preview: '…', fingerprint, entropy: null };
  }
  return {
    preview: preview(value),
    fingerprint: hashOf(value).slice(0, 12),
    entropy: toEntropy(credential, writing),
    ...(writing.style.reveal ? { value } : {}),
  } satisfies Partial<ReportCredential>;
}

/** What it is taken for, why, and what has become of it. */
function judgedPart(credential: Credential, known: Known, { style }: Writing) {
  const { role, format, confidence, evidence, jwt } = credential;
  const { state, reason } = known.state(credential);
  const sentences = [...evidence, ...oddTimes(jwt?.claims ?? {})];
  return {
    role,
    format,
    confidence,
    evidence: sentences.map((sentence) => render(sentence, style.translate)),
    state,
    stateReason: reason ? render(reason, style.translate) : null,
  } satisfies Partial<ReportCredential>;
}

function lifePart(credential: Credential) {
  const { issuedAt, expires, expiresAt } = credential;
  return {
    issuedAt: issuedAt === undefined ? null : isoOf(issuedAt),
    expiresAt: expiresAt === undefined ? null : isoOf(expiresAt),
    expires: expires === 'at' && expiresAt !== undefined ? isoOf(expiresAt) : expires,
    lifetimeSeconds: lifetimeOf(credential),
  } satisfies Partial<ReportCredential>;
}

function remedyPart(credential: Credential, remedies: readonly Remedy[], writing: Writing) {
  const line = remedies.find((one) => one.kind === 'set-cookie');
  const lifetime = remedies.find((one) => one.kind === 'token-lifetime');
  return {
    remedy: line ? toRemedy(line, credential, writing) : null,
    lifetimeAdvice: lifetime ? toLifetimeAdvice(lifetime, writing) : null,
  } satisfies Partial<ReportCredential>;
}

/** Of an encrypted token the header alone can be read (RFC 7516 §3). */
function tokenOf(credential: Credential, writing: Writing): ReportCredential['jwt'] {
  const { jwt, format, value } = credential;
  if (isNeverShown(credential)) return null;
  if (jwt) return { header: writing.claims(jwt.header), claims: writing.claims(jwt.claims) };
  const header = format === 'jwe' ? decodeJweHeader(value) : undefined;
  return header ? { header: writing.claims(header), claims: {} } : null;
}

function signatureOf(
  credential: Credential,
  known: Known,
  writing: Writing,
): ReportSignature | null {
  const signed = known.signed(credential);
  if (!signed) return null;
  const secret = signed.signature !== undefined;
  return {
    scheme: writing.name(signed.scheme),
    secret,
    ...outcomeOf(secret ? known.trials(credential) : []),
  };
}

function lifetimeOf({ expires, expiresAt, issuedAt, firstSeen }: Credential): number | null {
  if (expires !== 'at' || expiresAt === undefined) return null;
  return Math.max(0, Math.round((expiresAt - (issuedAt ?? firstSeen)) / 1000));
}
