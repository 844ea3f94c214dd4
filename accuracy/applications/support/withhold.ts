import type { CDPSession } from 'puppeteer-core';
import type { Hop } from '../../../browser/network-hop.js';
import type { NetworkLog } from '../../../browser/network-log.js';
import type { Answer, Proof } from './application.js';
import { regex } from '../../../src/engine/regex.js';

/** What a server said to one request, repeated without some of what it carried. */
export interface Withheld {
  url: string;
  /** With everything, and with nothing: knows, does not know; else nothing below says anything. */
  works: boolean;
  /** Each of these alone missing: the server does not know who asks. */
  needed: string[];
  notNeeded: string[];
  /** Smallest groups of what is not needed alone, without which the server does not know. */
  groups: string[][];
}

/** Something that a request carries and that can be left out. */
interface Part {
  /** `cookie NAME`, `header name` or `url NAME`. */
  id: string;
  cookie?: { name: string; value: string };
  parameter?: string;
  header?: [string, string];
}

/** Headers that a browser sends to any server: never a credential. */
const USUAL = regex('i')`
  ^(?:host|connection|user-agent|accept.*|referer|origin|sec-.*|upgrade-insecure-requests
  |cache-control|pragma|content-.*|if-.*|cookie|priority|dnt|purpose|range|x-requested-with|:.*)$`;

/** What everybody knows (`X-CSRF: 1`): a server may insist on it, but it tells nobody apart. */
const CONSTANT =
  /^(?:\d|true|false|yes|no|on|off|fetch|csrf|xmlhttprequest|no-?check|same-origin)$/i;

function isUsual(name: string, value: string): boolean {
  return USUAL.test(name) || CONSTANT.test(value.trim());
}

/**
 * Repeats the last request that `proof` names, with one part withheld at a time, then with groups.
 */
export async function withhold(
  log: NetworkLog,
  cdp: CDPSession,
  proof: Proof,
): Promise<Withheld | undefined> {
  const hop = log
    .hops()
    .findLast(({ request, response }) => proof.url.test(request.request.url) && response);
  if (!hop) return undefined;
  const { url } = hop.request.request;
  const { cookies } = await cdp.send('Network.getCookies', { urls: [url] });
  const parts = partsOf(hop, cookies, proof.parameters);
  const putBack = proof.keep?.();
  const knows = async (without: readonly Part[]) => {
    const kept = parts.filter((part) => !without.includes(part));
    const answer = await repeat(hop, kept, without);
    putBack?.();
    return proof.knows(answer);
  };
  const works = (await knows([])) && !(await knows(parts));
  const needed: Part[] = [];
  if (works) for (const part of parts) if (!(await knows([part]))) needed.push(part);
  const others = parts.filter((part) => !needed.includes(part));
  const groups = works && needed.length === 0 ? await smallestGroups(others, knows) : [];
  const ids = (own: readonly Part[]) => own.map(({ id }) => id);
  return { url, works, needed: ids(needed), notNeeded: ids(others), groups: groups.map(ids) };
}

/** Whether its user is known without all of these together, and with everything afterwards. */
export async function knowsWithout(
  hop: Hop,
  cdp: CDPSession,
  proof: Omit<Proof, 'url'>,
  ids: readonly string[],
): Promise<{ without: boolean; afterwards: boolean }> {
  const { cookies } = await cdp.send('Network.getCookies', { urls: [hop.request.request.url] });
  const parts = partsOf(hop, cookies, proof.parameters);
  const missing = parts.filter(({ id }) => ids.includes(id));
  const kept = parts.filter((part) => !missing.includes(part));
  const without = proof.knows(await repeat(hop, kept, missing));
  return { without, afterwards: proof.knows(await repeat(hop, parts, [])) };
}

function partsOf(
  { sent, request }: Hop,
  cookies: readonly { name: string; value: string }[],
  parameters: readonly string[] = [],
) {
  const headers = Object.entries(sent?.headers ?? request.request.headers);
  return [
    ...cookies.map(({ name, value }): Part => ({ id: `cookie ${name}`, cookie: { name, value } })),
    ...headers
      .filter(([name, value]) => !isUsual(name, value))
      .map((header): Part => ({ id: `header ${header[0].toLowerCase()}`, header })),
    ...parameters.map((parameter): Part => ({ id: `url ${parameter}`, parameter })),
  ];
}

async function smallestGroups(
  parts: readonly Part[],
  knows: (without: readonly Part[]) => Promise<boolean>,
): Promise<Part[][]> {
  for (const size of [2, 3]) {
    const found: Part[][] = [];
    for (const group of groupsOf(parts, size)) if (!(await knows(group))) found.push(group);
    if (found.length > 0) return found;
  }
  return [];
}

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) =>
    groupsOf(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** `path N` is the part of the path after the N-th slash: another one stands there then. */
function leaveOut(url: URL, parameter: string): void {
  const place = /^path (\d+)$/.exec(parameter)?.[1];
  if (place === undefined) url.searchParams.delete(parameter);
  else url.pathname = url.pathname.split('/').with(Number(place), 'none').join('/');
}

/** From Node, past the browser's jar: `Host` is the name that the browser used. */
async function repeat(
  { request, sent }: Hop,
  parts: readonly Part[],
  without: readonly Part[],
): Promise<Answer> {
  const { method, postData } = request.request;
  const url = new URL(request.request.url);
  for (const { parameter } of without) if (parameter) leaveOut(url, parameter);
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent?.headers ?? request.request.headers))
    if (
      isUsual(name, value) &&
      !/^(?:host|connection|content-length|accept-encoding|cookie|if-.*|:.*)$/i.test(name)
    )
      headers.set(name, value);
  for (const { header } of parts) if (header) headers.set(...header);
  const cookie = parts.flatMap((part) =>
    part.cookie ? [`${part.cookie.name}=${part.cookie.value}`] : [],
  );
  if (cookie.length > 0) headers.set('cookie', cookie.join('; '));
  const answer = await fetch(url, {
    method,
    headers,
    redirect: 'manual',
    ...(postData === undefined ? {} : { body: postData }),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
