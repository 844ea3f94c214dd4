import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report/report.js';
import { type LocalServer, startServer } from '../support/local-server.js';
import { Seeded } from '../support/seeded.js';
import { THOROUGH } from '../support/thorough.js';

const folder = mkdtempSync(join(tmpdir(), 'credtrail-inspect-prove-'));
const random = new Seeded('inspect --prove');
const id = () => random.bytes(16).toString('hex');

const cookiesOf = ({ headers }: IncomingMessage) =>
  new Map((headers.cookie ?? '').split('; ').map((pair) => pair.split('=') as [string, string]));

/**
 * A shop whose pages need the session and, with it, the key of the device; whose logout takes the
 * session's cookie away and forgets nothing; and which gives a new key with every page.
 */
class Shop {
  readonly #sessions = new Set<string>();
  readonly seen: string[] = [];
  server!: LocalServer;

  async start(): Promise<void> {
    this.server = await startServer((request, response) => {
      const [cookies, path] = [cookiesOf(request), request.url ?? ''];
      this.seen.push(`${path} ${[...cookies.keys()].sort().join(' ')}`);
      const isKnown = this.#sessions.has(cookies.get('SID') ?? '') && cookies.has('device');
      response.setHeader('Content-Type', 'text/html');
      if (path === '/login' && request.method === 'POST') {
        const session = id();
        this.#sessions.add(session);
        response.setHeader('Set-Cookie', [
          `SID=${session}; Path=/; HttpOnly`,
          `device=${id()}; Path=/; HttpOnly`,
          `theme=dark; Path=/`,
        ]);
        response.writeHead(303, { Location: '/account' }).end();
      } else if (path === '/logout') {
        response.setHeader('Set-Cookie', ['SID=; Path=/; Max-Age=0', 'device=; Path=/; Max-Age=0']);
        response.writeHead(303, { Location: '/' }).end();
      } else if (path.startsWith('/account')) {
        if (!isKnown) response.writeHead(302, { Location: '/login' }).end();
        else
          response.end(
            '<h1>Ada</h1><p>Your orders, your address, your cards.</p>' +
              '<a id=out href=/logout>Log out</a>',
          );
      } else
        response.end(
          '<form method=post action=/login><input name=user><input type=password name=pw>' +
            '<button>In</button></form>',
        );
    });
  }
}

describe('credtrail inspect --prove', () => {
  const shop = new Shop();
  beforeAll(() => shop.start());
  afterAll(async () => {
    await shop.server.close();
    rmSync(folder, { recursive: true });
  });

  async function inspect(name: string, steps: string): Promise<Report> {
    const login = join(folder, `${name}.mjs`);
    writeFileSync(login, `export default async (page) => {${steps}};`);
    const args = [
      `${shop.server.origin}/account`,
      '--login',
      login,
      '--prove',
      '-f',
      'json',
      '--quiet',
    ];
    const child = spawn(process.execPath, ['dist/cli/credtrail.js', 'inspect', ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    return JSON.parse(stdout) as Report;
  }

  const logIn = `
    await page.type('[name=user]', 'ada');
    await page.type('[name=pw]', 'correct-horse');
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    await page.goto(new URL('/account?tab=orders', page.url()).href);`;
  const verdicts = ({ proofs, credentials }: Report, question: string) =>
    proofs
      .filter((one) => one.question === question)
      .flatMap(({ outcomes }) => outcomes)
      .map(({ credentialId, verdict }) => [
        credentials.find((one) => one.id === credentialId)?.name,
        verdict,
      ])
      .sort();

  it('names what logs in, and leaves the visit’s own session as it was', async () => {
    const report = await inspect('in', logIn);
    expect(verdicts(report, 'authenticates')).toEqual([
      ['SID', 'needed-together'],
      ['device', 'needed-together'],
      ['theme', 'not-needed'],
    ]);
    // Of two pages as good the faster one is repeated.
    const sent = shop.seen
      .filter((line) => line.startsWith('/account'))
      .map((line) => line.split(' ').slice(1).join(' '));
    expect(sent.at(-1)).toBe('SID device theme');
    // Everything, nothing, and one or more withheld.
    expect(new Set(sent).size).toBeGreaterThan(2);
    expect(shop.seen.every((line) => !line.startsWith('/logout'))).toBe(true);
  });

  it('says that a logout ended nothing', THOROUGH, async () => {
    const report = await inspect(
      'out',
      `${logIn} await Promise.all([page.waitForNavigation(), page.click('#out')]);`,
    );
    expect(verdicts(report, 'survives-logout').map(([, verdict]) => verdict)).toContain('survived');
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('session-survives-logout');
  });
});
