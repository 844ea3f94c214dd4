import { memo } from '../memo.js';
import type { Credential } from '../model.js';
import { withoutBasicPassword } from '../normalize/passwords/basic-password.js';
import type { Candidate } from '../places/candidate.js';
import { decodeBase64Text } from '../base64.js';
import type { CredentialStore } from './credential-store.js';
import { isTelling } from './value-index.js';

/** Answers give as many tokens at the most whose hashes are worth remembering. */
const MOST = 1_024;
const IN_HEADER = /^[\x21-\x7e]{8,2048}$/;

/** What scripts write where the name or the password would be. */
const FILLERS = ['', 'x', 'X', 'api', 'token', 'oauth2', 'x-oauth-basic', 'api_token', 'unused'];

/**
 * What went under the scheme Basic, as the token that it is: some scripts write that word in front
 * of what an answer gave them, or send it in the place of the password, or of the name. A pair has
 * a colon (RFC 7617 §2), and only its hash is kept here: of a long word that of the word alone.
 */
export function withoutBasicScheme(store: CredentialStore, candidate: Candidate): Candidate {
  if (candidate.scheme !== 'basic') return candidate;
  const token = store.records().find((one) => isGiven(one) && isSentAs(one, candidate.value));
  return token ? { ...candidate, value: token.value, scheme: '' } : candidate;
}

function isGiven({ kind, value, sightings }: Credential): boolean {
  if (kind === 'field' || !isTelling(value) || isPair(value)) return false;
  return sightings.some(({ direction }) => direction === 'received');
}

function isSentAs({ value }: Credential, kept: string): boolean {
  return formsOf(value).includes(kept);
}

/** As it is, and in base64, in which such scripts may put it as they would put a pair. */
const formsOf = memo(
  (value): readonly string[] => {
    if (!IN_HEADER.test(value)) return [];
    const pairs = FILLERS.flatMap((one) => [`${one}:${value}`, `${value}:${one}`]);
    return [value, ...[value, `user:${value}`, ...pairs].map((text) => btoa(text))].map(keptOf);
  },
  undefined,
  MOST,
);

function keptOf(sent: string): string {
  return withoutBasicPassword('authorization', `Basic ${sent}`).slice('Basic '.length);
}

function isPair(value: string): boolean {
  return decodeBase64Text(value)?.includes(':') ?? false;
}
