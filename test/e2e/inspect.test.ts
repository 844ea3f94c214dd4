import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report/report.js';
import { type LocalServer, startServer } from '../support/local-server.js';
import { schemaErrors } from '../support/report-schema.js';
import { Seeded } from '../support/seeded.js';
import { THOROUGH } from '../support/thorough.js';
import { inspect, useScratchFolder } from './inspect-acts.js';

const { folder, file } = useScratchFolder();
const reportOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Report;
const seeded = new Seeded('inspect');
const sid = seeded.bytes(16).toString('hex');
const token = seeded.bytes(24).toString('base64url');
const other = seeded.bytes(24).toString('base64url');
const kept = seeded.bytes(24).toString('base64url');
const KEEP = `const opening = indexedDB.open('app');
  opening.onupgradeneeded = () => opening.result.createObjectStore('auth');
  opening.onsuccess = () => opening.result.transaction('auth', 'readwrite').objectStore('auth')
    .put({ refresh_token: '${kept}' }, 'user')`;
const PASSWORD = 'correct-horse-battery';

describe('a visit in a browser of this machine', () => {
  let server: LocalServer;
  const sent: string[] = [];

  beforeAll(async () => {
    server = await startServer((request, response) => {
      sent.push(request.headers.cookie ?? '');
      const { port } = new URL(server.origin);
      const pages: Record<string, string> = {
        '/':
          '<form method=post action=/login><input name=user><input type=password name=pw>' +
          '<button>In</button></form>',
        '/home':
          `<script>localStorage.access_token = '${token}'; ${KEEP}</script>` +
          `<iframe src="http://localhost:${port}/frame"></iframe>` +
          '<a id=out href=/logout>Log out</a>',
        '/logout-page': `<script>localStorage.clear(); location = '/'</script>`,
        '/frame': `<script>sessionStorage.frame_token = '${other}'; fetch('/api')</script>`,
      };
      if (request.url === '/login') {
        response.writeHead(302, { 'Set-Cookie': `SID=${sid}; Path=/`, Location: '/home' });
      } else if (request.url === '/logout') {
        response.writeHead(302, {
          'Set-Cookie': 'SID=; Path=/; Max-Age=0',
          Location: '/logout-page',
        });
      } else response.setHeader('Content-Type', 'text/html');
      response.end(pages[request.url ?? ''] ?? '');
    });
  });
  afterAll(() => server.close());

  const login = file(
    'login.mjs',
    `export default async (page, context) => {
       if (typeof context.cookies !== 'function') throw new Error('no context');
       await page.type('[name=user]', 'ada');
       await page.type('[name=pw]', '${PASSWORD}');
       await Promise.all([page.waitForNavigation(), page.click('button')]);
       await page.waitForNetworkIdle();
       await new Promise((resolve) => setTimeout(resolve, 1200));
       await Promise.all([page.waitForSelector('form'), page.click('#out')]);
     };`,
  );

  it('follows the user’s own steps, sees what they left in between, and tells no secret', async () => {
    const saved = join(folder, 'saved.har');
    const ran = await inspect(
      `${server.origin}/`,
      '--login',
      login,
      '--format',
      'json',
      '--har',
      saved,
    );
    // A page that sends on at once is gone before anybody can read it.
    const told = ran.stderr.replace(/^credtrail: \S+ \d of \d pages and answers have no .*\n/, '');
    expect([ran.status, told]).toEqual([0, '']);
    const report = reportOf(ran);
    expect(schemaErrors(report)).toEqual([]);
    expect(report.source.kind).toBe('inspect');
    const roles = report.credentials.map(({ role, name, state }) => `${role} ${name} ${state}`);
    expect(roles).toContain('session SID cleared');
    expect(roles).toContain('access-token access_token removed');
    const types = report.events.map(({ type }) => type);
    expect(types).toContain('login');
    expect(types).toContain('logout');
    // A frame of another site, which is another process.
    expect(server.requests).toContain('GET /api');
    expect(roles.join()).toContain('frame_token');
    const carriers = report.credentials.flatMap((one) => one.carriers);
    expect(carriers).toContain('indexedDB');
    const har = readFileSync(saved, 'utf8');
    expect((JSON.parse(har) as { log: { entries: unknown[] } }).log.entries.length).toBe(
      report.source.requests,
    );
    for (const secret of [sid, token, other, kept, PASSWORD])
      for (const written of [ran.stdout, har]) expect(written).not.toContain(secret);
  });

  it('begins with what a saved state has', async () => {
    const host = new URL(server.origin).hostname;
    const state = file(
      'state.json',
      JSON.stringify({
        cookies: [{ name: 'SID', value: sid, domain: host, path: '/', expires: -1 }],
        origins: [
          { origin: server.origin, localStorage: [{ name: 'access_token', value: token }] },
        ],
      }),
    );
    sent.length = 0;
    const before = server.requests.length;
    const report = reportOf(
      await inspect(`${server.origin}/`, '--storage', state, '--format', 'json'),
    );
    expect(sent[0]).toBe(`SID=${sid}`);
    expect(server.requests.slice(before)[0]).toBe('GET /');
    expect(report.credentials.map(({ name }) => name).toSorted()).toEqual(['SID', 'access_token']);
  });

  it('visits several, one report each and a summary, and says which could not be', async () => {
    const out = join(folder, 'out');
    const pages = [`${server.origin}/`, `${server.origin}/home`, 'http://127.0.0.1:9/'];
    const ran = await inspect(...pages, '-o', out, '--format', 'html', '--concurrency', '2');
    expect(ran.status).toBe(2);
    const host = new URL(server.origin).host.replace(':', '_');
    expect(readdirSync(out).toSorted()).toEqual([`1-${host}.html`, `2-${host}.html`]);
    expect(readFileSync(join(out, `1-${host}.html`), 'utf8')).toMatch(/^<!doctype html>/);
    const lines = ran.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/127\.0\.0\.1:9\/ +could not be visited$/);
    expect(ran.stderr).toMatch(/^credtrail: http:\/\/127\.0\.0\.1:9\/: net::ERR_/m);
  });

  it('visits many at once, and has each of them after others have ended', THOROUGH, async () => {
    const pages = Array.from({ length: 7 }, (_, at) => `${server.origin}/?${at}`);
    const ran = await inspect(...pages, '--concurrency', '3', '--timeout', '10');
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    for (const page of pages) expect(ran.stdout).toContain(`${page}\n`);
  });

  it('tells in one line what the user’s own steps say, and exits with 2', async () => {
    const failing = file('failing.mjs', `export default () => { throw new Error('no\\nbutton') }`);
    const { status, stdout, stderr } = await inspect(`${server.origin}/`, '--login', failing);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`credtrail: ${server.origin}/: no\n`);
  });
});
