import { addressOf } from '../../src/engine/address.js';
import type { HarEntry } from '../evaluate/inventory.js';
import { domainOf, hostOf, parametersOf, type Seen, startOf } from './seen.js';

/**
 * One authorization request as its address says it: RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1.
 */
export interface Authorization {
  entry: HarEntry;
  /** Registrable domain of the client, which gets the answer. */
  client: string;
  /** Where the answer goes. */
  redirect: string;
  server: string;
  has: ReadonlyMap<string, string>;
  types: readonly string[];
}

export function authorizationsOf({ entries }: Seen): Authorization[] {
  return entries.flatMap((entry) => {
    const has = parametersOf(entry.request);
    const redirect = has.get('redirect_uri');
    const type = has.get('response_type');
    if (type === undefined || !has.has('client_id') || redirect === undefined) return [];
    const whole = wholeAddress(redirect, entry);
    const client = domainOf(hostOf(whole));
    const server = hostOf(entry.request.url);
    return [{ entry, client, redirect: whole, server, has, types: type.split(' ') }];
  });
}

/** Answers that came back to an address that a request had named: with a code or a token. */
export function answersOf(seen: Seen): { entry: HarEntry; has: Map<string, string> }[] {
  const named = new Set(authorizationsOf(seen).map(({ redirect }) => placeOf(redirect)));
  return seen.entries
    .map((entry) => ({ entry, has: parametersOf(entry.request) }))
    .filter(
      ({ entry, has }) =>
        named.has(placeOf(entry.request.url)) &&
        ['code', 'id_token', 'access_token'].some((name) => has.has(name)),
    );
}

/** An absolute one by RFC 6749 §3.1.2; JupyterHub and its servers leave their own host out. */
function wholeAddress(redirect: string, { request }: HarEntry): string {
  return addressOf(redirect, request.url)?.href ?? redirect;
}

function placeOf(url: string): string {
  return url.split(/[?#]/, 1)[0]!;
}

/** Requests to a token endpoint that went through the browser. */
export function redemptionsOf({ entries }: Seen): { entry: HarEntry; has: Map<string, string> }[] {
  return entries
    .map((entry) => ({ entry, has: parametersOf(entry.request) }))
    .filter(({ has }) => has.has('grant_type'));
}

/** Documents of the server between the request and its answer. */
export function pagesOf(one: Authorization, seen: Seen): HarEntry[] {
  const from = startOf(one.entry);
  const until = answersOf(seen)
    .map(({ entry }) => startOf(entry))
    .find((at) => at > from);
  if (until === undefined) return [];
  return seen.entries.filter(
    (entry) =>
      hostOf(entry.request.url) === one.server &&
      startOf(entry) >= from &&
      startOf(entry) <= until &&
      entry.response.status === 200 &&
      /html/.test(entry.response.content.mimeType),
  );
}
