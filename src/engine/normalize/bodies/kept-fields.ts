import type { BodyField, LimitReached } from '../../model.js';
import { beyond, LIMITS } from '../../settings.js';
import { isMasked } from '../sources/masked-value.js';
import { regex } from '../../regex.js';

// Of a body's fields those that are kept: what may be a credential, and what says of one what it
// is.

/**
 * What a login protocol says of itself (OAuth, OIDC, PKCE), however short: flows are told by it.
 */
const PROTOCOL_FIELD = regex()`
  ^\/?(?:grant_type|response_type|response_mode|client_id|client_secret|redirect_uri|scope|state
  |nonce|code|code_verifier|code_challenge|code_challenge_method|token_type|error|iss|user_code
  |device_code|request_uri)$`;
/**
 * What carries XML as it stands, or base64 in lines (SAML Bindings §3.5.4, WS-Federation §13.2.2).
 */
const MESSAGE_FIELD = /^(?:input\[)?(?:SAML(?:Response|Request)|wresult|assertion)\]?$/;
/** Nobody logs in by a form of more fields, hidden ones and all. */
const LONGEST_LOGIN = 40;
/** What stands beside a secret and says which it is: `{"type":"refresh","token":…}`. */
const KIND = /^(?:access|refresh|bearer|id[-_]?token)$/i;
/** In front of what a script puts where a header has no place: `{"authorization":"Bearer …"}`. */
const SCHEME = /^(?:bearer|jwt|token|dpop) /i;
/** What a script reads of all cookies together (HTML §3.1.3, `document.cookie`). */
const COOKIES = /^[\w.-]{1,128}=[^\s;]*(?:; [\w.-]{1,128}=[^\s;]*)+$/;
/** The longest place that one of both knows: `/code_challenge_method`. */
const LONGEST_KNOWN = 22;
/** Names that speak of credentials. */
const LIKELY = /tok|auth|sess|jwt|sid|cred|secret|key|ticket|csrf|nonce|code/i;

/** True for a name that speaks of credentials. */
export function speaksOfSecret(name: string): boolean {
  return LIKELY.test(name);
}

/**
 * The fields whose values may be credentials; where not all fit, those whose name says so first.
 */
export function keptFields(fields: readonly BodyField[], reached: LimitReached[]): BodyField[] {
  const all = fields.filter(isCandidate);
  const isWhole = ({ value }: BodyField) => value.length <= LIMITS.fieldValue;
  const whole = all.every(isWhole) ? all : all.filter(isWhole);
  const lost = whole.length - LIMITS.bodyFields;
  reached.push(...beyond('fieldValue', all.length - whole.length), ...beyond('bodyFields', lost));
  if (lost <= 0) return whole;
  const likely = whole.map(({ pointer }) => LIKELY.test(pointer));
  const first = [...whole.filter((_, at) => likely[at]), ...whole.filter((_, at) => !likely[at])];
  return first.slice(0, LIMITS.bodyFields);
}

/** A mask under another name may be a word of the page's own. */
export function isMaskedSecret({ pointer, value }: BodyField): boolean {
  return LIKELY.test(pointer) && isMasked(value);
}

/** A quick no for most of what data holds, which stands deeper. */
function mayBeKnown(pointer: string): boolean {
  return pointer.length <= LONGEST_KNOWN && pointer.lastIndexOf('/') <= 0;
}

/** False for a value that is kept nowhere but where a login protocol says something of itself. */
export function mayBeKept(value: string): boolean {
  if (value.length < 8) return KIND.test(value);
  return !/\s/.test(value) || SCHEME.test(value) || COOKIES.test(value);
}

/** What may be a credential, or says of one beside it what it is. */
function isCandidate({ pointer, value }: BodyField): boolean {
  if (mayBeKnown(pointer) && (PROTOCOL_FIELD.test(pointer) || MESSAGE_FIELD.test(pointer)))
    return true;
  if (value.length < 8) return KIND.test(value) && pointer.startsWith('/');
  const isOneWord = !/\s/.test(value) || !/\s/.test(value.replace(SCHEME, ''));
  return (isOneWord || COOKIES.test(value)) && !isMasked(value);
}

/** Names that a page may call a password: of a form as short as one for logging in. */
export function givenNames(
  all: readonly (BodyField & { isPassword?: boolean | undefined })[],
  kept: readonly BodyField[],
): string[] {
  if (all.length > LONGEST_LOGIN) return [];
  const names = new Set(kept.map(({ pointer }) => pointer));
  return all
    .filter(({ pointer, value, isPassword }) => value !== '' && !isPassword && !names.has(pointer))
    .map(({ pointer }) => pointer);
}
