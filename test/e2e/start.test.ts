import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../support/local-server.js';
import { THOROUGH } from '../support/thorough.js';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** The command as a user runs it, without a window, with a temp folder of its own to look into. */
describe('npm start', () => {
  let temp: string;
  beforeEach(() => {
    temp = mkdtempSync(join(tmpdir(), 'start-'));
  });
  afterEach(() => rmSync(temp, { recursive: true }));

  const start = (...args: string[]) => {
    const child = spawn(process.execPath, ['scripts/start.mjs', '--headless', ...args], {
      env: { ...process.env, TMPDIR: temp },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    return { child, output: () => output };
  };
  const exitOf = async (child: ChildProcess) => {
    const [code] = (await once(child, 'close')) as [number];
    return code;
  };
  const leftovers = () => readdirSync(temp).filter((name) => name.startsWith('credtrail-'));

  it('plays the demo, prints both reports and takes pictures', async () => {
    const { child, output } = start();
    expect(await exitOf(child)).toBe(0);
    const [, insecure = '', sound = ''] = output().split(/^── .* ──$/m);
    expect(insecure).toMatch(/^http:\/\/insecure-shop\.test: hybrid, grade F$/m);
    expect(insecure).toMatch(/^ +session +connect\.sid/m);
    expect(insecure).toMatch(
      /^ +high .* cookie-missing-httponly$\n +Where +.*connect\.sid \(session\)/m,
    );
    expect(sound).toMatch(/^https:\/\/sound-shop\.test: hybrid, grade A\+?$/m);
    expect(sound).toContain('Findings: none');
    for (const picture of ['out/panel-insecure.png', 'out/panel-sound.png']) {
      expect(output()).toContain(picture);
      expect(readFileSync(picture).subarray(0, 8)).toEqual(PNG);
    }
    expect(leftovers()).toEqual([]);
  });

  it('opens the page that was asked for instead', THOROUGH, async () => {
    const server = await startServer((_, response) => {
      response.setHeader('set-cookie', 'JSESSIONID=8F3A9C1B7D2E4F60A1B2C3D4E5F60718');
      response.setHeader('content-type', 'text/html');
      response.end('<title>Shop</title>');
    });
    const { child, output } = start(server.origin);
    expect(await exitOf(child)).toBe(0);
    await server.close();
    expect(output()).toMatch(/^ +session +JSESSIONID +127\.0\.0\.1/m);
    expect(output()).not.toContain('insecure-shop');
    expect(readFileSync('out/panel.png').subarray(0, 8)).toEqual(PNG);
  });

  it('says in one line what is wrong, and fails', async () => {
    const { child, output } = start('file:///etc/passwd');
    expect(await exitOf(child)).toBe(1);
    expect(output()).toBe('credtrail: "file:///etc/passwd" is no address of a web page.\n');
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const { child, output } = start();
    await new Promise<void>((resolve) => {
      child.stdout.on('data', () => output().includes('Log in as') && resolve());
    });
    expect(leftovers()).not.toEqual([]);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(143);
    expect(leftovers()).toEqual([]);
    expect(output()).not.toContain('credtrail:');
  });
});
