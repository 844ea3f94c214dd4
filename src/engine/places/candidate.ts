import { memo } from '../memo.js';
import type { Carrier, Direction } from '../model.js';
import { isMasked } from '../normalize/sources/masked-value.js';
import { roleFacts } from '../role-table.js';
import { looksRandom } from '../values/ids/entropy.js';
import { isMoment } from '../values/ids/moment.js';
import { formatOf, isProof, isUnmistakable } from '../values/format.js';
import { formatFacts } from '../values/formats.js';
import { isInMarkup, nameInPage } from '../values/names/field-name.js';
import { findJwts } from '../values/tokens/jwt.js';
import { isKeyName } from '../values/names/key-name.js';
import { hintInForm, hintOf, type NameHint } from '../values/names/name-hint.js';
import { findPasetos } from '../values/tokens/paseto.js';
import { unwrapBase64, unwrapPlain, withoutScheme } from '../values/unwrap.js';
import { LIMITS } from '../settings.js';
import { regex } from '../regex.js';

/** A value that may be a credential, and the place where it stood. Cookies go their own way. */
export interface Candidate {
  carrier: Carrier;
  locator: string;
  direction: Direction;
  value: string;
  /** HTTP authentication scheme, lower case, for a value of an Authorization header. */
  scheme?: string;
  /** What stands beside it says that it is. */
  said?: string;
}

type Place = Pick<Candidate, 'carrier' | 'locator' | 'direction' | 'said'>;

/** Longer values are documents, not opaque tokens. */
const MAX_OPAQUE = 4096;
const MAX_NAME = 256;
/** Names that say “secret” without saying of which role. */
const SECRET_NAME = regex('i')`
  (?:^|[^a-z])(?:token|ticket|secret|credentials?|assertion|samlart|authorization)$
  |[a-z](?:Token|Ticket|Secret|Credentials?)$`;
/**
 * Ids of requests, pages of a list, builds, devices to push to, and of analytics: random, and
 * nobody's credential.
 */
const HARMLESS_NAME = regex('i')`
  request|trace|span|correlation|transaction|etag|cursor|(?:^|[^a-z])(?:page|next|prev
  |continuation|sync|build|release|deploy\w*|revision|hash|integrity|digest|checksum|version)
  (?:[^a-z]|token|$)|(?:next|page|continuation|sync|push|fcm|cancel)_?token|client_?id|visitor
  |anonymous|analytics|amplitude|mixpanel|segment|sentry|hotjar|clarity|datadog|(?:^|_)
  (?:dd|ga|gtm|hj|fs|nr)_|optimizely|posthog|heap|fullstory|content-security|script-nonce|csp`;
/** True for a name of what is random and nobody's credential. */
export function isHarmlessName(name: string): boolean {
  return HARMLESS_NAME.test(name.slice(0, MAX_NAME));
}

/** Values against forgery may be short, as they are valid for one page or one user alone. */
const SHORT_SECRET =
  /^(?=(?:\D*\d){2})(?=(?:[^a-z]*[a-z]){2})(?!\d{1,4}-|v?\d+\.)[\w+/=|~-]{8,64}$/i;
/**
 * Too short for neighbours to say much, least of all in hexadecimal, where chance gives digits
 * alone; but letters and digits take turns as they do in no word, version or date.
 */
const MIXED = /^(?=.{10,23}$)\d*(?:[a-z]{1,5}\d+){2}\w*$/i;
/** A name that leaves no doubt: such keys are often words. */
const API_KEY_NAME = /^(?:x-)?api[-_]?key$|^ocp-apim-subscription-key$/i;
/**
 * What an authorization server hands over to be redeemed once (RFC 6749 §4.1.2), by the names that
 * providers give it. Some make it a JWT: it opens nothing all the same.
 */
const CODE_NAME = /^(?:(?:auth|authz|oauth2?|authorization)[-_]?)?code$/i;
/** What scripts write where there is nothing. */
const NO_VALUE = /^(?:undefined|null|none|false|true|\[object.*|\d{4}-\d\d-\d\d.*)$/i;
const SAML_NAME = /^SAML(?:Response|Request)$/i;

/**
 * What data is mostly made of, and what no token and no unmistakable format can be: short words,
 * ids of records, moments; and addresses, but for the tokens in them.
 */
const PLAIN = regex('i')`
  ^(?:[^.]{0,19}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}
  |\d{4}-\d\d-\d\d[T ][\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?)$`;
const ADDRESS = /^https?:\/\//i;

/** A quick no for most of what data holds. */
export function mayBeSecret(name: string, value: string): boolean {
  return mayNameSecret(name) || !PLAIN.test(value);
}

/** False for a name under which only what needs no name is a credential. */
const mayNameSecret = memo(
  (name) =>
    hintOf(name) !== undefined ||
    hintInForm(name) !== undefined ||
    isKeyName(name) ||
    [SECRET_NAME, API_KEY_NAME, SAML_NAME].some((names) => names.test(name.slice(0, MAX_NAME))),
);

/**
 * The candidates in one named value: every JWT and PASETO in it; else the value itself where its
 * own structure speaks for it, or where it looks random and its name speaks for it.
 */
export function candidatesIn(place: Place, name: string, raw: string): Candidate[] {
  if (!mayBeSecret(name, raw)) return [];
  if (isMasked(withoutScheme(raw)) || isOfScript(place, name) || CODE_NAME.test(name)) return [];
  const tokens = tokensIn(raw);
  if (tokens.length > 0)
    return tokens.filter((token) => !isProof(token)).map((value) => ({ ...place, value }));
  if (ADDRESS.test(raw) && !mayNameSecret(name)) return [];
  const plain = withoutScheme(unwrapPlain(raw).trim());
  // In lines, of which forms make others (MIME: RFC 2045 §6.8).
  const value = SAML_NAME.test(name) ? plain.replace(/\s+/g, '') : plain;
  const named = hintFor(place, name) ?? keyHint(place, name);
  return isCredential(name, value, named) ? [{ ...place, value }] : [];
}

/**
 * What is sent in an address may be named after the service that it opens; members of data seldom
 * are.
 */
function keyHint({ carrier, direction }: Place, name: string): NameHint | undefined {
  const mayBe = /-key$/i.test(name) || (carrier === 'url' && direction === 'sent');
  return mayBe && isKeyName(name) ? { role: 'api-key' } : undefined;
}

/**
 * A page writes much for its scripts that is nobody's; what is called a value against forgery is
 * one.
 */
function isOfScript({ locator }: Place, name: string): boolean {
  const isWritten = nameInPage(locator) !== undefined && !isInMarkup(locator);
  return isWritten && hintOf(name)?.role !== 'csrf';
}

/** Every token in a text that can be told from what surrounds it: JWS, JWE, PASETO. Each once. */
export function tokensIn(source: string): string[] {
  const pasetos = findPasetos(source);
  const wrapped = pasetos.length > 0 ? pasetos : unwrapBase64(source).flatMap(findPasetos);
  return [...new Set([...findJwts(source), ...wrapped])].slice(0, LIMITS.tokensPerText);
}

/**
 * Some write what they sign, a time or a mark of their own around it: `sid:…,1700000000`, `…+\\`.
 */
function holdsSecret(value: string): boolean {
  const parts = value.slice(0, MAX_OPAQUE).split(/[^\w-]+/);
  return parts.some((part) => part.length >= 16 && looksRandom(part));
}

/** A hidden input or a meta tag is read by what forms send back. */
function hintFor({ locator }: Place, name: string): NameHint | undefined {
  return isInMarkup(locator) ? hintInForm(name) : hintOf(name);
}

function isCredential(fullName: string, value: string, hint: NameHint | undefined): boolean {
  const name = fullName.slice(0, MAX_NAME);
  if (hint?.role !== 'csrf' && isMoment(value)) return false;
  if (API_KEY_NAME.test(name) && /^[\x21-\x7e]{6,256}$/.test(value) && !NO_VALUE.test(value))
    return true;
  if (hint?.role === 'csrf' && (SHORT_SECRET.test(value) || holdsSecret(value))) return true;
  if (value.length < 10) return false;
  if (SAML_NAME.test(name) && /^[A-Za-z0-9+/=_-]{60,}$/.test(value)) return true;
  const isNamed = hint ? roleFacts(hint.role).worthFollowing : SECRET_NAME.test(name);
  const isHarmless = hint?.role !== 'csrf' && HARMLESS_NAME.test(name);
  if (!isNamed || isHarmless || value.length > MAX_OPAQUE) return isUnmistakable(value);
  const { format } = formatOf(value);
  const isOne = formatFacts(format).unmistakable || format === 'signed';
  return isOne || looksRandom(value) || MIXED.test(value);
}
