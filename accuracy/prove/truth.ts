import { readFile } from 'node:fs/promises';
import type { CDPSession } from 'puppeteer-core';
import type { Answer } from '../applications/support/application.js';
import { type Withheld, withhold } from '../applications/support/withhold.js';
import type { Hop } from '../../browser/network-hop.js';
import type { NetworkLog } from '../../browser/network-log.js';
import { isOwnHeader } from '../../src/engine/proof/own-headers.js';
import { redactUrl } from '../../src/engine/values/telling/redact.js';
import { withheldFile } from '../record/out.js';
import { USER } from '../support/site.js';

/** What pages and answers of the stacks say of their one user. */
const MARKS = [USER.name, USER.email, 'Ada Lovelace', '"London"'];
/** Headers that a repeated request does not take over. */
const OWN = /^(?:host|connection|content-length|accept-encoding|if-.*|:.*)$/i;
/** Of the lines that only the user gets, so many make an answer the user's. */
const MOST = 0.7;

/** Whether an answer is one for somebody logged in, as the application or the stack itself says. */
export type Knows = (answer: Answer) => boolean;

/** Without the requests of proofs, which have their mark behind the address. */
export function ownHops(log: NetworkLog): NetworkLog {
  const hops = () => log.hops().filter(({ request }) => request.request.urlFragment === undefined);
  return { hops } as NetworkLog;
}

/**
 * The last request that a proof showed by its masked address, with what it carried before the
 * logout.
 */
export function hopOf(log: NetworkLog, shown: string): Hop | undefined {
  const hop = log
    .hops()
    .findLast(
      ({ request, response }) =>
        /^(?:GET|HEAD)$/.test(request.request.method) &&
        response &&
        redactUrl(request.request.url) === shown,
    );
  return hop && answeredForUser(log, hop);
}

/**
 * A browser that was challenged sends the request once more, which the log tells as one: without
 * the answer.
 */
function answeredForUser(log: NetworkLog, hop: Hop): Hop {
  const { sent, request } = hop;
  const own = sent?.headers ?? request.request.headers;
  if (authorizationIn(own)) return hop;
  const { origin } = new URL(request.request.url);
  const answer = log
    .hops()
    .filter((one) => new URL(one.request.request.url).origin === origin)
    .map((one) => authorizationIn(one.sent?.headers ?? {}))
    .findLast((value) => value !== undefined && /^basic /i.test(value));
  if (answer === undefined) return hop;
  return { ...hop, sent: { held: [], ...sent, headers: { ...own, authorization: answer } } };
}

function authorizationIn(headers: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
}

/**
 * By an application’s own word, where its answer to the user and to nobody differ by it; else by
 * the name of the user, the status, or by lines that only the user gets. Undefined where nothing
 * tells the two apart.
 */
export async function knowsOf(
  hop: Hop,
  own: Knows | undefined,
  cdp: CDPSession,
): Promise<Knows | undefined> {
  const full = await repeat(await withJar(hop, cdp));
  const nobody = await repeat(hop, true);
  if (own?.(full) === true && !own(nobody)) return own;
  if (full.status !== nobody.status) return ({ status }) => status === full.status;
  const marks = MARKS.filter((mark) => full.body.includes(mark) && !nobody.body.includes(mark));
  if (marks.length > 0) return ({ body }) => marks.some((mark) => body.includes(mark));
  const others = new Set(linesOf(nobody));
  const lines = linesOf(full).filter((line) => !others.has(line));
  const whole = (answer: Answer) => linesOf(answer).join('\n') || answer.body;
  if (lines.length === 0)
    return whole(full) === whole(nobody) ? undefined : (answer) => whole(answer) === whole(full);
  return (answer) => {
    const all = new Set(linesOf(answer));
    return lines.filter((line) => all.has(line)).length / lines.length >= MOST;
  };
}

/** With the cookies of now: those of then may be good for nothing any more. */
async function withJar(hop: Hop, cdp: CDPSession): Promise<Hop> {
  const { cookies } = await cdp.send('Network.getCookies', { urls: [hop.request.request.url] });
  const others = Object.entries(hop.sent?.headers ?? hop.request.request.headers).filter(
    ([name]) => name.toLowerCase() !== 'cookie',
  );
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = Object.fromEntries([...others, ...(cookie === '' ? [] : [['cookie', cookie]])]);
  return { ...hop, sent: { held: [], ...hop.sent, headers } };
}

/** Numbers and what is random change by themselves. */
function linesOf({ body }: Answer): string[] {
  return body
    .split(/[\n,{}<>]+/)
    .map((line) => line.replace(/[\w+/=-]*\d[\w+/=-]*/g, '#').trim())
    .filter((line) => /[a-z]/i.test(line));
}

/** What decides who is asked, found by withholding from Node, one by one and in groups. */
export async function decides(
  cdp: CDPSession,
  hop: Hop,
  proof: { knows: Knows; parameters: readonly string[]; keep?: () => () => void },
): Promise<Withheld | undefined> {
  const { url } = hop.request.request;
  const exactly = { test: (one: string) => one === url } as RegExp;
  const log = { hops: () => [hop] } as unknown as NetworkLog;
  return withhold(log, cdp, { ...proof, url: exactly });
}

/** What decided when the application was recorded, where that is known. */
export async function recordedWithheld(name: string): Promise<Withheld | undefined> {
  const source = await readFile(withheldFile(name), 'utf8').catch(() => undefined);
  if (source === undefined) return undefined;
  const withheld = JSON.parse(source) as Withheld;
  return withheld.works ? withheld : undefined;
}

/** The very same request once more, past the browser; or as nobody. */
export async function repeat({ request, sent }: Hop, isNobody = false): Promise<Answer> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent?.headers ?? request.request.headers)) {
    const isCredential = /^cookie$/i.test(name) || isOwnHeader(name.toLowerCase());
    if (!OWN.test(name) && !(isNobody && isCredential)) headers.set(name, value);
  }
  const { method } = request.request;
  const answer = await fetch(request.request.url, { method, headers, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
