import type { IncomingHttpHeaders } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { Demo } from '../../demo/start.js';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  setCookies: string[];
  body: string;
}

interface Ask {
  method?: string;
  headers?: Record<string, string>;
  /** Sent url-encoded, as a form would. */
  form?: Record<string, string>;
}

/** A browser's share of HTTP, as far as the demo's tests need it: name resolution and cookies. */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly demo: Demo,
    private readonly origin: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  post(path: string, ask: Ask = {}): Promise<Answer> {
    return this.send(path, { ...ask, method: 'POST' });
  }

  /** Opens the login form and submits it with whatever hidden field it has. */
  async logIn(password = 'correct horse', username = 'ada'): Promise<Answer> {
    const { body } = await this.get('/login');
    const csrf = /name="csrf_token" value="([^"]+)"/.exec(body)?.[1];
    return this.post('/login', {
      form: { username, password, ...(csrf ? { csrf_token: csrf } : {}) },
    });
  }

  /** The CSRF token of a logged-in page, as a header for fetches. */
  async csrfHeader(): Promise<Record<string, string>> {
    const { body } = await this.get('/account');
    return { 'X-CSRF-Token': /name="csrf-token" content="([^"]+)"/.exec(body)?.[1] ?? '' };
  }

  send(path: string, { method = 'GET', headers = {}, form }: Ask): Promise<Answer> {
    const url = new URL(path, this.origin);
    const module = url.protocol === 'https:' ? https : http;
    const body = form && new URLSearchParams(form).toString();
    const options = {
      method,
      ca: this.demo.certificatePem,
      // Every host of the demo is this machine.
      host: '127.0.0.1',
      servername: url.hostname,
      headers: {
        ...headers,
        Host: url.host,
        ...(this.cookies.size > 0 ? { Cookie: this.cookieHeader() } : {}),
        ...(body ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
      },
    };
    const target = { port: url.port, path: url.pathname + url.search };
    return new Promise((resolve, reject) => {
      const request = module.request({ ...options, ...target }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const setCookies = response.headers['set-cookie'] ?? [];
          setCookies.forEach((line) => this.keep(line));
          const text = Buffer.concat(chunks).toString();
          const status = response.statusCode ?? 0;
          resolve({ status, headers: response.headers, setCookies, body: text });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? [];
    const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1];
    if (expires && Date.parse(expires) < Date.now()) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
