import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAR_SESSION, loginHar } from '../support/har-file.js';

const folder = mkdtempSync(join(tmpdir(), 'credtrail-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync('docs/library.md', 'utf8');
/** The examples of the page, each by the name that its first line gives. */
const examples = new Map(
  [...page.matchAll(/^```\w+\n(?:\/\/|#) (\S+)\n([^]*?)^```$/gm)].map(([, name, code]) => [
    name!,
    code!,
  ]),
);

function run(command: string, ...args: string[]) {
  const { NODE_ENV: _, ...env } = process.env;
  return spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    shell: process.platform === 'win32',
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The least of Playwright that an example needs: a test that runs, and a browser that records. */
const PLAYWRIGHT = `
import { copyFileSync } from 'node:fs';
const step = async () => undefined;
const locator = { fill: step, click: step };
const opened = { goto: step, getByLabel: () => locator, getByRole: () => locator };
const newContext = async ({ recordHar }) => ({
  newPage: async () => opened,
  storageState: async () => ({ cookies: [], origins: [] }),
  close: async () => copyFileSync('visit.har', recordHar.path),
});
export const expect = {
  extend: (matchers) => (received) => ({
    toHaveNoFindings(options) {
      const { pass, message } = matchers.toHaveNoFindings(received, options);
      if (!pass) throw new Error(message());
    },
  }),
};
export const test = (name, body) => body({ browser: { newContext } }).catch((error) => {
  console.log(error.message);
  process.exitCode = 1;
});
`;

describe('the package, in an empty project', () => {
  beforeAll(() => {
    // The command is fresh before any test runs, and others are running it.
    const script = ['scripts/library.mjs', '--keep-command'];
    const made = spawnSync(process.execPath, script, { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    write('package.json', '{"private":true,"type":"module"}');
    write('visit.har', loginHar());
    const packed = run('npm', 'pack', '--silent', resolve('dist/package'));
    const installed = run(
      'npm',
      'install',
      '--offline',
      '--no-audit',
      '--no-fund',
      `./${packed.stdout.trim()}`,
    );
    if (installed.status !== 0) throw new Error(installed.stderr);
    write('node_modules/@playwright/test/package.json', '{"type":"module","exports":"./index.js"}');
    write('node_modules/@playwright/test/index.js', PLAYWRIGHT);
    for (const [name, code] of examples) if (name.endsWith('.mjs')) write(name, code);
  }, 240_000);

  it('needs no other package, and holds no sources', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter(
      (name) => !name.startsWith('.'),
    );
    expect(installed.toSorted()).toEqual(['@playwright', 'credtrail']);
    const files = readdirSync(join(folder, 'node_modules/credtrail'), { recursive: true });
    expect(files.filter((name) => /(?<!\.d)\.ts$|\.map$|\.test\./.test(String(name)))).toEqual([]);
  });

  it('has the command', () => {
    const { status, stdout } = run(
      'npx',
      '--no-install',
      'credtrail',
      'har',
      'visit.har',
      '--format',
      'json',
    );
    expect([status, (JSON.parse(stdout) as { credentials: unknown[] }).credentials.length]).toEqual(
      [0, 1],
    );
  });

  it('reads and redacts, as the page says', () => {
    expect(run('node', 'audit.mjs').stdout).toMatch(/^(?:critical|high|medium|low|info): .+/);
    expect(run('node', 'show.mjs').stdout).toBe('3 names\n');
    const shown = readFileSync(join(folder, 'shown.har'), 'utf8');
    expect(shown).not.toContain(HAR_SESSION);
  });

  it('fails a Playwright test whose login regresses', () => {
    const { status, stdout } = run('node', 'login.spec.mjs');
    expect([status, stdout]).toEqual([1, expect.stringMatching(/expected no findings, and there/)]);
  });

  it('has types', () => {
    write(
      'typed.ts',
      `import { analyze, type Report } from 'credtrail';
       import { matchers } from 'credtrail/expect';
       export const report: Promise<Report> = analyze(new Uint8Array(), { reveal: true });
       export const pass: boolean = matchers.toHaveNoFindings(await report, { atOrAbove: 'high' }).pass;
       // @ts-expect-error -- there is no such severity
       matchers.toHaveNoFindings(await report, { atOrAbove: 'worst' });`,
    );
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--types',
      '',
    ];
    const { status, stdout } = run(
      'node',
      resolve('node_modules/typescript/bin/tsc'),
      ...options,
      'typed.ts',
    );
    expect([stdout, status]).toEqual(['', 0]);
  });

  it('shows no option in its examples that the command does not have', () => {
    const help = ['har', 'redact', 'inspect']
      .map((command) => run('npx', '--no-install', 'credtrail', command, '--help').stdout)
      .join('');
    const shown = [...page.matchAll(/npx credtrail[^\n]*?(--[a-z-]+)/g)].map(
      ([, option]) => option!,
    );
    expect(shown.filter((option) => !help.includes(option))).toEqual([]);
  });
});
