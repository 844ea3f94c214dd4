import { request } from 'node:http';
import type { Exchange, Header } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';

/** What a visitor asks for. */
export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  /** URL-encoded form. */
  form?: Record<string, string>;
  /** Default: follow, as a browser does. */
  redirect?: 'follow' | 'manual';
}

/**
 * A browser's share of a visit over real HTTP, without a browser: it keeps cookies by name, follows
 * redirects, and writes down every exchange as the engine reads it.
 */
export class HttpVisit {
  readonly exchanges: Exchange[] = [];
  readonly #cookies = new Map<string, string>();
  #clock: number;

  constructor(start: number) {
    this.#clock = start;
  }

  /** The last exchange's status and body. */
  async go(
    url: string,
    { method = 'GET', headers = {}, form, redirect = 'follow' }: Ask = {},
  ): Promise<{ status: number; body: string; url: string }> {
    const sent: Record<string, string> = { ...headers };
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie) sent.cookie = cookie;
    const body = form && new URLSearchParams(form).toString();
    if (body !== undefined) sent['content-type'] = 'application/x-www-form-urlencoded';
    const answer = await exchangeOver(url, method, sent, body);
    this.#clock += 250;
    const location = answer.headers.find(({ name }) => name === 'location')?.value;
    const redirectUrl = location === undefined ? undefined : new URL(location, url).href;
    this.exchanges.push({
      id: `v${this.exchanges.length + 1}`,
      url,
      method,
      type: 'document',
      startedAt: this.#clock,
      topUrl: url,
      request: {
        headers: Object.entries(sent).map(([name, value]) => ({ name, value })),
        ...(body === undefined ? {} : { body: readBody(sent['content-type']!, body) }),
      },
      response: {
        status: answer.status,
        headers: answer.headers,
        body: readBody(
          answer.headers.find(({ name }) => name === 'content-type')?.value ?? '',
          answer.body,
        ),
      },
      ...(redirectUrl ? { redirectUrl } : {}),
    });
    this.#keep(answer.headers);
    if (redirectUrl && redirect === 'follow' && answer.status < 400) return this.go(redirectUrl);
    return { status: answer.status, body: answer.body, url };
  }

  /** Lets time pass. */
  wait(millis: number): void {
    this.#clock += millis;
  }

  #keep(headers: Header[]): void {
    for (const { value } of headers.filter(({ name }) => name === 'set-cookie')) {
      const [pair = '', ...attributes] = value.split(';');
      const equals = pair.indexOf('=');
      const gone = attributes.some((attribute) => /^\s*expires=Thu, 01 Jan 1970/i.test(attribute));
      if (gone) this.#cookies.delete(pair.slice(0, equals));
      else this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
  }
}

function exchangeOver(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<{ status: number; headers: Header[]; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const raw = incoming.rawHeaders;
        const list = Array.from({ length: raw.length / 2 }, (_, i) => ({
          name: raw[2 * i]!.toLowerCase(),
          value: raw[2 * i + 1]!,
        }));
        resolve({
          status: incoming.statusCode ?? 0,
          headers: list,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
