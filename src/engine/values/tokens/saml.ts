import { decodeBase64, latin1 } from '../../base64.js';
import { inflateStart } from '../inflate.js';
import { regex } from '../../regex.js';

/** The root element stands this near to the start, behind a declaration and comments. */
const HEAD = 1024;
/**
 * Root elements of SAML 2.0 and 1.1 messages, of WS-Federation answers, with any namespace prefix.
 */
const ROOT = regex()`
  <(?:[\w.-]{1,64}:)?(Response|Assertion|EncryptedAssertion|AuthnRequest|LogoutRequest
  |LogoutResponse|ArtifactResponse|RequestSecurityTokenResponse(?:Collection)?)[\s>/]`;
/** Those in which an identity provider says who somebody is. */
const ASSERTING: ReadonlySet<string | undefined> = new Set([
  'Response',
  'Assertion',
  'EncryptedAssertion',
  'ArtifactResponse',
  'RequestSecurityTokenResponse',
  'RequestSecurityTokenResponseCollection',
]);
/** A namespace of SAML or WS-Trust on or near the root; a page may call anything `<Response>`. */
const NAMESPACE = /urn:oasis:names:tc:SAML:|schemas\.xmlsoap\.org\/ws\/|docs\.oasis-open\.org\/ws-/;

/**
 * True for a SAML message or assertion, as XML, in base64 (SAML Bindings 2.0 §3.5), or deflated
 * in base64 (§3.4.4.1). Only its beginning is read.
 */
export function isSaml(value: string): boolean {
  return rootOf(value) !== undefined;
}

/** True for one that says who somebody is: an assertion, and a response around one. */
export function assertsUser(value: string): boolean {
  return ASSERTING.has(rootOf(value));
}

function rootOf(value: string): string | undefined {
  if (value.length < 60) return undefined;
  const head = value.slice(0, HEAD * 2).trimStart();
  if (head[0] === '<') return rootOfXml(head.slice(0, HEAD));
  const packed = head
    .slice(0, HEAD + 512)
    .replace(/\s/g, '')
    .replace(/={1,4}$/, '');
  const bytes = decodeBase64(packed.slice(0, packed.length - (packed.length % 4 === 1 ? 1 : 0)));
  if (!bytes) return undefined;
  const root = rootOfXml(latin1(bytes));
  if (root !== undefined) return root;
  const inflated = inflateStart(bytes, HEAD);
  return inflated === undefined ? undefined : rootOfXml(latin1(inflated));
}

function rootOfXml(xml: string): string | undefined {
  if (!/^(?:\xef\xbb\xbf)?\s*</.test(xml) || !NAMESPACE.test(xml)) return undefined;
  return ROOT.exec(xml)?.[1];
}

/**
 * Whether a SAML response with an assertion in the clear has a signature anywhere (SAML Core §5);
 * undefined for what is encrypted, cut off, without an assertion, or something else.
 */
export function isSignedSaml(value: string): boolean | undefined {
  const bytes = isSaml(value) ? decodeBase64(value.replace(/\s/g, '')) : undefined;
  const xml = bytes && latin1(bytes).trim();
  if (!xml || !/<\/(?:[\w.-]{1,64}:)?Response\s*>$/.test(xml)) return undefined;
  if (!/<(?:[\w.-]{1,64}:)?Assertion[\s>]/.test(xml)) return undefined;
  return /<(?:[\w.-]{1,64}:)?Signature[\s>]/.test(xml);
}
