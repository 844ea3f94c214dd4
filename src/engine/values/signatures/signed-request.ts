import { regex } from '../../regex.js';

/** By which key a request was signed; the key itself was not sent. */
export interface SignedRequest {
  /** Authentication scheme, lower case. */
  scheme: string;
  /** The name that the server knows the key by; empty where the request tells none. */
  keyId: string;
}

/** A signature of RFC 9421, which has headers of its own. */
const MESSAGE_SIGNATURE = 'http-message-signature';

/** Schemes that always sign: OAuth 1 (RFC 5849), Hawk, clouds and those that copy them. */
const SIGNING = regex('i')`
  ^(?:aws|oss|obs|cos|goog1|hawk|mac|amx|sharedkey(?:lite)?|signature)$|(?:^|-)hmac(?:-|$)
  |hmac-?sha-?\d+$|-(?:rsa|ecdsa(?:-p256)?)-sha\d+$`;
/** Parameters that hold what was made with the key, not the key. */
const MADE = /^(?:(?:oauth|q|x)[-_])?(?:signature|sign|sig|mac|hmac)$/i;
/**
 * Parameters that hold a secret as it is: what else stands beside it, the request shows the key.
 */
const SHOWN = /^(?:token|jwt|bearer|assertion|password|secret|(?:api[-_]?)?key)$/i;
/** The user's key before that of the program. */
const KEY_IDS: readonly RegExp[] = [
  /^(?:oauth_token|access_token)$/i,
  /^(?:key-?id|credential|q-ak|ak|access(?:[-_]?key(?:[-_]?id)?)?|id|user(?:name)?)$/i,
  /^(?:client[-_]token|oauth_consumer_key|(?:client|app)(?:[-_]?(?:id|key))?)$/i,
];
/** `<key id>:<signature>`, and what some put behind it: nonce and time. */
const PAIR = /^([\w.@+-]{1,128}):([\w+/=-]{20,512})(?::[\w.+/=:-]{1,200})?$/;
/** Baidu: scheme and version, key id, time, seconds, headers, signature. */
const IN_PATH = /^([\w-]+-auth-v\d)\/([^/\s]{1,128})\/\S{32,}$/i;
const PARAMETER = /(?:^|[\s,;&])([\w-]{1,40})=(?:"([^"]*)"|([^",;&\s]*))/g;
const MAX_LENGTH = 8_192;
/** Of parameters that belong to one signature. */
const OF_SIGNATURE = regex('i')`
  ^(?:oauth_(?:consumer_key|token|signature(?:_method)?|timestamp|nonce|version)
  |(?:aws)?access_?key_?id|signature(?:_?(?:nonce|method|version|type))?|timestamp)$`;
const OAUTH_1 = /^oauth_signature$/;
const PROOF = /^signature$/i;
const KEY = /^(?:aws)?access_?key_?id$/i;
/** What makes each request another one; an address that opens one file has its end instead. */
const ONCE = /^(?:signature_?nonce|signature_?version|timestamp)$/i;
/** What is made anew for each message, beside its signature. */
const NONCE = /^(?:signature_?)?nonce(?:_?str(?:ing)?)?$/i;
const SIGNATURE = /^(?:sign|signature|sig)$/i;
/** What temporary keys of a cloud are told by. */
const CLOUD_TOKEN = /^x-\w{2,6}-(?:security|session)-token$/i;
/** What they sign a form with. */
const POLICY = [/^(?:x-\w{2,6}-)?policy$/i, /^(?:x-\w{2,6}-)?signature$/i];
/** How what stands for such a key begins. */
const SIGNED_BY = 'signed by ';

/**
 * The key of a signed request, by the scheme and the rest of its `Authorization` (AWS “Signature
 * Version 4” and its kin, Hawk, RFC 5849 §3.5.1); undefined for any other.
 */
export function signedRequest(scheme: string, rest: string): SignedRequest | undefined {
  const whole = rest.trim().slice(0, MAX_LENGTH);
  const inPath = scheme === '' ? IN_PATH.exec(whole) : null;
  if (inPath) return { scheme: (inPath[1] ?? '').toLowerCase(), keyId: inPath[2] ?? '' };
  const signs = SIGNING.test(scheme);
  const pair = signs ? PAIR.exec(whole) : null;
  if (pair) return { scheme, keyId: pair[1] ?? '' };
  const named = parametersOf(whole);
  const isMade = named.some(([name, value]) => MADE.test(name) && value !== '');
  if (!isMade || (!signs && named.some(([name]) => SHOWN.test(name)))) return undefined;
  return { scheme: scheme || 'signature', keyId: keyIdAmong(named) };
}

/**
 * The key of a request that is signed in its address (RFC 5849 §3.5.3; AWS “Signature Version 2”
 * and the clouds that copied it); undefined for any other.
 */
export function signedAddress(named: readonly Parameter[]): SignedRequest | undefined {
  const has = (names: RegExp) => named.some(([name, value]) => names.test(name) && value !== '');
  if (has(OAUTH_1)) return { scheme: 'oauth', keyId: keyIdAmong(named) };
  if (!has(PROOF) || !has(KEY) || !has(ONCE)) return undefined;
  const keyId = named.find(([name]) => KEY.test(name))?.[1] ?? '';
  return { scheme: 'signature', keyId: keyId.slice(0, 128) };
}

/** True for what is new in each message that is signed: nobody waits for it to come back. */
export function isSigningNonce(name: string, names: () => readonly string[]): boolean {
  return NONCE.test(name) && names().some((one) => SIGNATURE.test(one));
}

/**
 * True for what is a part of a signed form, by which whoever has it may put one file in one place
 * (S3 “POST Object”, and the clouds that copied it): a policy, its signature, a token beside them.
 */
export function isOfSignedForm(name: string, names: () => readonly string[]): boolean {
  if (!CLOUD_TOKEN.test(name)) return false;
  return POLICY.every((part) => names().some((one) => part.test(one)));
}

/** True for the name of a parameter that belongs to the signature of a {@link signedAddress}. */
export function isOfSignature(name: string): boolean {
  return OF_SIGNATURE.test(name);
}

/** The key of a request with a `Signature-Input` (RFC 9421 §2.3); undefined where it names none. */
export function messageSignature(input: string): SignedRequest | undefined {
  const keyId = /;\s*keyid="([^"]{1,256})"/.exec(input.slice(0, MAX_LENGTH))?.[1];
  return keyId === undefined ? undefined : { scheme: MESSAGE_SIGNATURE, keyId };
}

/** What stands for all requests that one key signed: none of it is secret. */
export function signedAs({ scheme, keyId }: SignedRequest): string {
  return `${SIGNED_BY}${keyId === '' ? 'a key without a name' : keyId} (${scheme})`;
}

interface Signing {
  readonly scheme?: string | undefined;
  readonly value: string;
}

/** True for what stands for a key that signs; it is found by {@link signedAs} alone. */
export function isSigningKey({ scheme, value }: Signing): boolean {
  return scheme !== undefined && value.startsWith(SIGNED_BY);
}

/** A credential scope has the key's id before the day, region and service of the request. */
function keyIdAmong(named: readonly Parameter[]): string {
  for (const names of KEY_IDS) {
    const found = named.find(([name, value]) => names.test(name) && value !== '');
    if (found) return (found[1].split('/')[0] ?? '').slice(0, 128);
  }
  return '';
}

type Parameter = readonly [name: string, value: string];

function parametersOf(rest: string): Parameter[] {
  const found = [...rest.matchAll(PARAMETER)];
  return found.map(([, name = '', quoted, bare = '']) => [name, quoted ?? bare]);
}
