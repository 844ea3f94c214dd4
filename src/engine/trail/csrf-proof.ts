import { memo } from '../memo.js';
import { isSafe } from '../methods.js';
import type { Exchange, Header } from '../model.js';
import { isBrowsersScheme } from '../values/names/authorization-names.js';
import { looksRandom } from '../values/ids/entropy.js';
import { fieldName } from '../values/names/field-name.js';
import { hintOf } from '../values/names/name-hint.js';
import { regex } from '../regex.js';

/**
 * What lets a server tell a request of its own pages from a forged one: an anti-CSRF token in a
 * header, a field or a parameter; a header or a content type that other sites cannot send unasked
 * (a preflight); the browser's own word for where it comes from. SameSite is an attribute of the
 * cookies that it carried. A field that is random under a name of its own may be such a token, and
 * what was not seen of a body, too.
 */
export type CsrfProof =
  | 'header-token'
  | 'field-token'
  | 'random-field'
  | 'unseen-body'
  | 'preflight'
  | 'origin'
  | 'fetch-site';

/** Headers and types that a form, or a script without leave, can send (Fetch standard, CORS). */
const SIMPLE_TYPE =
  /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i;
const SIMPLE_METHOD = /^(?:GET|HEAD|POST)$/i;
/** Headers that scripts add; frameworks ask for some of them. */
const CUSTOM = /^(?:x-(?!forwarded|real-ip|client-data|devtools)|hx-|turbo-|next-action|apollo-)/;
const BODY_PROOFS: ReadonlySet<CsrfProof> = new Set(['field-token', 'random-field', 'unseen-body']);

/** What an exchange's request had to show, in the order of the type above. */
export function csrfProofOf(exchange: Exchange): CsrfProof[] {
  const { method, request } = exchange;
  const { headers } = request;
  const has = (wanted: string) => headers.some(({ name }) => name === wanted);
  const shown = (proof: CsrfProof, isShown: boolean) => (isShown ? [proof] : []);
  return [
    ...shown(
      'header-token',
      headers.some(({ name }) => isTokenName(name)),
    ),
    ...bodyProofsOf(exchange),
    ...shown('preflight', !SIMPLE_METHOD.test(method) || headers.some(needsLeave)),
    ...shown('origin', has('origin')),
    ...shown('fetch-site', has('sec-fetch-site')),
  ];
}

/** What its body and its address had to show, or may have. */
export function bodyProofsOf({ url, method, request }: Exchange): CsrfProof[] {
  const { headers, body } = request;
  const inUrl = fieldsIn(url);
  const inBody = (body?.fields ?? []).map((one) => [fieldName(one.pointer), one.value] as const);
  const fields = [...inUrl, ...inBody];
  if (fields.some(([name]) => isTokenName(name))) return ['field-token'];
  if (isSafe(method)) return [];
  if (
    fields.some(
      ([name, value]) => looksRandom(value) || HEX.test(value) || isViewState(name, value),
    )
  )
    return ['random-field'];
  const isSent =
    request.isUnread || headers.some(({ name, value }) => name === 'content-type' && value !== '');
  const isCut =
    body !== undefined &&
    (body.kind === 'other' || body.diagnosis !== undefined || body.limits !== undefined);
  return isCut || (body === undefined && isSent) ? ['unseen-body'] : [];
}

const fieldsIn = memo((url): readonly (readonly [name: string, value: string])[] =>
  [...url.matchAll(/[?&;]([^=&;#]+)=([^&;#]*)/g)].map(([, name = '', value = '']) => [name, value]),
);

/** What was known of a request before its body was told, and what that shows. */
export function withBodyProofs(
  before: readonly CsrfProof[],
  told: readonly CsrfProof[],
): CsrfProof[] {
  return [...before.filter((one) => !BODY_PROOFS.has(one)), ...told];
}

/** Too short to look random, and no word and no number. */
const HEX = /^(?=.*\d)(?=.*[a-f])[\da-f]{8,}$/i;
/** Most names are looked at no further than this. */
const MAY_BE_TOKEN = regex('i')`
  csrf|xsrf|csurf|forgery|authenticity|verificationtoken|crumb|nonce|sesskey|sectok|post_?key|_xf
  |_?token|p_auth|form_?key|proof|digest|sysparm_ck`;

/**
 * Number of a view that the server keeps (Jakarta Faces §2.2.1); views that it does not keep are
 * all called the same.
 */
function isViewState(name: string, value: string): boolean {
  return (
    /(?:^|:)(?:javax|jakarta)\.faces\.ViewState$/.test(name) && !/^(?:stateless)?$/.test(value)
  );
}

function isTokenName(name: string): boolean {
  return MAY_BE_TOKEN.test(name) && hintOf(name)?.role === 'csrf';
}

/** The browser sends the Authorization that it remembers by itself. */
function needsLeave({ name, value }: Header): boolean {
  if (name === 'content-type') return value !== '' && !SIMPLE_TYPE.test(value);
  return name === 'authorization' ? !isBrowsersScheme(value) : CUSTOM.test(name);
}
