import type { Body, Exchange, Header } from '../../model.js';
import { asObject, asText, type Json } from '../bodies/json-value.js';
import { passwordCookies } from '../passwords/password-cookies.js';
import { postDataIn } from './har-bodies.js';
import { namedList } from './named-list.js';

/** A request of a file: as it stands there, and what is kept of it. */
interface ReadRequest {
  readonly request: Json;
  /** Its address as the file has it. */
  readonly written: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Body | undefined;
}

/** The cookies of an entry that hold the password of its request, where it has one. */
export function heldIn(
  { request, written, url, headers, body }: ReadRequest,
  answer: readonly Header[] = [],
): Pick<Exchange, 'passwordCookies'> {
  // What is kept has no name and password; the cookies that are listed have no headers.
  const pairs = headers.some(isAuthorization) ? namedList(request.headers).map(headerOf) : [];
  const all = [
    ...pairs.filter(isAuthorization),
    ...headers.filter(({ name }) => name === 'cookie'),
  ];
  const sent = body?.passwordField ? postDataIn(asObject(request.postData)) : undefined;
  const held = passwordCookies({ url: written, headers: all, body: sent }, answer, { url, body });
  return held.length > 0 ? { passwordCookies: held } : {};
}

function isAuthorization({ name }: Header): boolean {
  return /^(?:proxy-)?authorization$/i.test(name);
}

function headerOf({ name, value }: Json): Header {
  return { name: asText(name), value: asText(value) };
}
