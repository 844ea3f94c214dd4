import type { Exchange, Header } from '../model.js';
import { fieldName } from '../values/field-name.js';
import { hintOf } from '../values/name-hint.js';

/**
 * What lets a server tell a request of its own pages from a forged one: an anti-CSRF token in a
 * header or a field; a header or a content type that other sites cannot send unasked (a preflight);
 * the browser's own word for where it comes from. SameSite is an attribute of the cookies that it
 * carried.
 */
export type CsrfProof = 'header-token' | 'field-token' | 'preflight' | 'origin' | 'fetch-site';

/** Headers and types that a form, or a script without leave, can send (Fetch standard, CORS). */
const SIMPLE_TYPE =
  /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i;
const SIMPLE_METHOD = /^(?:GET|HEAD|POST)$/i;
const CUSTOM = /^x-(?!forwarded|real-ip|client-data|devtools)/;

/** What an exchange's request had to show, in the order of the type above. */
export function csrfProofOf({ method, request }: Exchange): CsrfProof[] {
  const { headers, body } = request;
  const has = (wanted: string) => headers.some(({ name }) => name === wanted);
  const proofs: [CsrfProof, boolean][] = [
    ['header-token', headers.some(({ name }) => isTokenName(name))],
    ['field-token', (body?.fields ?? []).some(({ pointer }) => isTokenName(fieldName(pointer)))],
    ['preflight', !SIMPLE_METHOD.test(method) || headers.some(needsLeave)],
    ['origin', has('origin')],
    ['fetch-site', has('sec-fetch-site')],
  ];
  return proofs.flatMap(([proof, shown]) => (shown ? [proof] : []));
}

/** Most names are looked at no further than this. */
const MAY_BE_TOKEN = /csrf|xsrf|antiforgery|authenticity|verificationtoken|crumb/i;

function isTokenName(name: string): boolean {
  return MAY_BE_TOKEN.test(name) && hintOf(name)?.role === 'csrf';
}

function needsLeave({ name, value }: Header): boolean {
  if (name === 'content-type') return value !== '' && !SIMPLE_TYPE.test(value);
  return name === 'authorization' ? /^bearer /i.test(value) : CUSTOM.test(name);
}
