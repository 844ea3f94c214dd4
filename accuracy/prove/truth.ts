import type { CDPSession } from 'puppeteer-core';
import type { Answer } from '../applications/support/application.js';
import { type Withheld, withhold } from '../applications/support/withhold.js';
import type { Hop, NetworkLog } from '../../browser/network-log.js';
import { redactUrl } from '../../src/engine/values/redact.js';
import { USER } from '../support/site.js';

/** What pages and answers of the stacks say of their one user. */
const MARKS = [USER.name, USER.email, 'Ada Lovelace', '"London"'];
/** Headers that a repeated request does not take over. */
const OWN = /^(?:host|connection|content-length|accept-encoding|if-.*|:.*)$/i;

/** Whether an answer is one for somebody logged in, as the application or the stack itself says. */
export type Knows = (answer: Answer) => boolean;

/** The last request that a proof showed by its masked address, with what it carried before the logout. */
export function hopOf(log: NetworkLog, shown: string): Hop | undefined {
  return log
    .hops()
    .findLast(
      ({ request, response }) =>
        request.request.method === 'GET' && response && redactUrl(request.request.url) === shown,
    );
}

/** By an application’s own word; else a full answer that names the user, or that is no refusal. */
export async function knowsOf(hop: Hop, own: Knows | undefined): Promise<Knows> {
  if (own) return own;
  const full = await repeat(hop);
  const marks = MARKS.filter((mark) => full.body.includes(mark));
  return ({ status, body }) =>
    status === full.status && (marks.length === 0 || marks.some((mark) => body.includes(mark)));
}

/** What decides who is asked, found by withholding from Node, one by one and in groups. */
export async function decides(
  log: NetworkLog,
  cdp: CDPSession,
  hop: Hop,
  knows: Knows,
  parameters: readonly string[],
): Promise<Withheld | undefined> {
  const { url } = hop.request.request;
  const exactly = { test: (one: string) => one === url } as RegExp;
  return withhold(log, cdp, { url: exactly, knows, parameters });
}

/** The very same request once more, past the browser. */
export async function repeat({ request, sent }: Hop): Promise<Answer> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent?.headers ?? request.request.headers))
    if (!OWN.test(name)) headers.set(name, value);
  const answer = await fetch(request.request.url, { headers, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
