import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { runCommandLine } from '../../cli/command-line.js';
import type { Report } from '../../src/engine/report/report.js';
import { jwtOf } from '../support/jose.js';
import { Seeded } from '../support/seeded.js';

/** The built command line. */
export const CLI = 'dist/cli/credtrail.js';

/** It, as a user runs it, with something to read from standard input. */
export function run(input: string | Buffer, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}

/**
 * What it does with these arguments, in this process: one of its own takes as long to start as ten
 * such take.
 */
export async function credtrail(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  try {
    const status = await runCommandLine(args);
    return { status, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** What it reports of this file, with these options. */
export const reporting =
  (har: string) =>
  async (...args: string[]): Promise<Report> =>
    JSON.parse((await credtrail('har', har, '--format', 'json', ...args)).stdout) as Report;

/** A folder of a test file's own, which goes with it, and what writes files into it. */
export function ownFolder(subject: string) {
  const folder = mkdtempSync(join(tmpdir(), `credtrail-${subject}-`));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return { folder, file };
}

export const sid = new Seeded('cli').bytes(16).toString('hex');
export const token = jwtOf({ scope: 'read' });
/** A visit that sets a session. */
export const HAR = JSON.stringify({
  log: {
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00Z',
        time: 5,
        request: { method: 'GET', url: 'https://shop.test/', headers: [] },
        response: {
          status: 200,
          headers: [{ name: 'Set-Cookie', value: `PHPSESSID=${sid}; Path=/` }],
          content: { mimeType: 'text/html', text: '<!doctype html><h1>Shop</h1>' },
        },
      },
    ],
  },
});
/** What it has stored meanwhile. */
export const STATE = JSON.stringify({
  cookies: [],
  origins: [
    { origin: 'https://shop.test', localStorage: [{ name: 'access_token', value: token }] },
  ],
});
