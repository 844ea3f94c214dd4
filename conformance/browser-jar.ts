import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import puppeteer, { type Browser, type CDPSession, type Page, type Protocol } from 'puppeteer-core';
import { makeCertificate } from '../demo/certificate.js';
import { findBrowser, needsNoSandbox } from '../scripts/ensure-browser.mjs';

/** What a browser did with one Set-Cookie line. */
export interface BrowserAnswer {
  /** Its words for a refusal; undefined where it stored the line or said nothing. */
  blocked: string[];
  jar: Protocol.Network.Cookie[];
}

/**
 * A real browser whose every host is a server of ours, which answers with the line it is asked for.
 */
export class BrowserJar {
  #asked = 0;

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly servers: Record<'http' | 'https', Server>,
    private readonly profile: string,
  ) {}

  /** Undefined where there is no browser on this machine. */
  static async open(): Promise<BrowserJar | undefined> {
    const executablePath = await findBrowser();
    if (!executablePath) return undefined;
    const certificate = await makeCertificate('localhost');
    const servers = {
      http: createServer(answer).listen(0, '127.0.0.1'),
      https: createTlsServer({ key: certificate.key, cert: certificate.pem }, answer).listen(
        0,
        '127.0.0.1',
      ),
    };
    const profile = await profileWithThirdPartyCookies();
    const browser = await puppeteer.launch({
      executablePath,
      headless: true,
      pipe: true,
      userDataDir: profile,
      args: [
        ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        '--disable-quic',
        '--host-resolver-rules=MAP * 127.0.0.1',
        `--ignore-certificate-errors-spki-list=${certificate.spki}`,
      ],
    });
    const page = await browser.newPage();
    const devtools = await page.createCDPSession();
    await devtools.send('Network.enable');
    return new BrowserJar(browser, page, devtools, servers, profile);
  }

  version(): Promise<string> {
    return this.browser.version();
  }

  /** Shows a page of an origin (`https://host`), from which the next lines are asked for. */
  async visit(origin: string): Promise<void> {
    await this.page.goto(this.#address(origin, '/page'));
  }

  /** Has the page fetch a URL of ours (no port) that sets the line, into an empty jar. */
  async set(line: string, url: string): Promise<BrowserAnswer> {
    await this.devtools.send('Network.clearBrowserCookies');
    const { origin, pathname } = new URL(url);
    const encoded = Buffer.from(line).toString('base64url');
    const asked = this.#address(origin, `${pathname}?n=${++this.#asked}&line=${encoded}`);
    const blocked = this.#blockedBy(asked);
    await this.page.evaluate(
      (target) => fetch(target, { mode: 'no-cors', credentials: 'include' }).then(() => undefined),
      asked,
    );
    const { cookies } = await this.devtools.send('Network.getAllCookies');
    return { blocked: await blocked, jar: cookies };
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const server of Object.values(this.servers)) server.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #address(origin: string, path: string): string {
    const scheme = origin.startsWith('https:') ? 'https' : 'http';
    return `${origin}:${(this.servers[scheme].address() as AddressInfo).port}${path}`;
  }

  /** The two events of one response come in any order and share an id alone. */
  #blockedBy(url: string): Promise<string[]> {
    return new Promise((resolve) => {
      let id: string | undefined;
      const early = new Map<string, string[]>();
      const finish = (reasons: string[]) => {
        this.devtools
          .off('Network.requestWillBeSent', onRequest)
          .off('Network.responseReceivedExtraInfo', onResponse);
        resolve(reasons);
      };
      const onRequest = ({ request, requestId }: Protocol.Network.RequestWillBeSentEvent) => {
        if (request.url !== url) return;
        id = requestId;
        if (early.has(id)) finish(early.get(id)!);
      };
      const onResponse = ({
        requestId,
        blockedCookies,
      }: Protocol.Network.ResponseReceivedExtraInfoEvent) => {
        const reasons = blockedCookies.flatMap(({ blockedReasons }) => blockedReasons);
        if (requestId === id) finish(reasons);
        else early.set(requestId, reasons);
      };
      this.devtools
        .on('Network.requestWillBeSent', onRequest)
        .on('Network.responseReceivedExtraInfo', onResponse);
    });
  }
}

async function profileWithThirdPartyCookies(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'credtrail-conformance-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 0 } }),
  );
  return profile;
}

/** By hand, since Node's own server refuses to send control characters. */
function answer(socket: Socket): void {
  let received = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    for (let end = received.indexOf('\r\n\r\n'); end >= 0; end = received.indexOf('\r\n\r\n')) {
      const target = received.split(' ', 2)[1] ?? '/';
      received = received.slice(end + 4);
      const line = new URL(target, 'http://localhost').searchParams.get('line');
      const setCookie =
        line === null ? '' : `Set-Cookie: ${Buffer.from(line, 'base64url').toString('utf8')}\r\n`;
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n${setCookie}\r\n`,
      );
    }
  });
}
