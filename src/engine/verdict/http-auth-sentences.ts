import type { Credential } from '../model.js';
import { type Text, text } from '../text.js';
import { tellWord } from '../values/telling/redact.js';

/**
 * Name and password themselves, or a proof of them, by the HTTP authentication scheme that was
 * seen.
 */
export function httpAuth(credential: Credential, isEverywhere: boolean): Text {
  const scheme = SCHEMES.get(credential.scheme ?? 'basic') ?? 'Basic';
  const { everywhere, partly } = scheme === 'Basic' ? PASSWORD : PROOF;
  return { ...(isEverywhere ? everywhere : partly), values: { scheme: tellWord(scheme) } };
}

const PASSWORD = {
  everywhere: text(
    'verdict_basic',
    'Name and password go with nearly every request (HTTP {scheme}); there is no session ' +
      'that could end.',
  ),
  partly: text(
    'verdict_basic_partly',
    'Name and password went with some requests (HTTP {scheme}); nothing else that stands ' +
      'for you was seen.',
  ),
};

/** Digest proves that it knows the password, the others show a ticket. */
const PROOF = {
  everywhere: text(
    'verdict_http_auth',
    'A proof of who you are goes with nearly every request (HTTP {scheme}); there is no session ' +
      'that could end.',
  ),
  partly: text(
    'verdict_http_auth_partly',
    'A proof of who you are went with some requests (HTTP {scheme}); nothing else that stands ' +
      'for you was seen.',
  ),
};

/** HTTP authentication schemes (RFC 7617, RFC 7616, RFC 4559) as they are written. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['basic', 'Basic'],
  ['digest', 'Digest'],
  ['negotiate', 'Negotiate'],
  ['ntlm', 'NTLM'],
]);
