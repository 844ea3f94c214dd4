import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import project from '../package.json' with { type: 'json' };
import { releaseFault } from './changelog.js';
import { lintFaults, type LintResult } from './lint-faults.js';
import { filesBelow, sha256, zipOf } from './zip.js';

const FOLDER = 'dist/packages';

/** Makes the zips that stores take of what is built, and prints what they are. */
export function makePackages(isRelease: boolean): void {
  const fault = releaseFault(readFileSync('CHANGELOG.md', 'utf8'), project.version);
  if (fault && isRelease) throw new Error(fault);
  if (fault) console.log(`Not a release: ${fault}`);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const target of ['chrome', 'firefox']) {
    const folder = join('dist', target);
    write(target, zipOf(folder, filesBelow(folder)));
  }
  // Reviewers of addons.mozilla.org build what is minified anew, and compare.
  const tracked = trackedFiles();
  if (tracked) write('source', zipOf('.', tracked));
  else console.log('No git here, so no zip of the source.');
}

function write(what: string, bytes: Uint8Array): void {
  const file = join(FOLDER, `credtrail-${project.version}-${what}.zip`);
  writeFileSync(file, bytes);
  console.log(`${sha256(bytes)}  ${file} (${Math.ceil(bytes.length / 1024)} kB)`);
}

/** The project's own files, as they are now; undefined where this is no working copy. */
function trackedFiles(): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const paths = stdout.split('\0').filter((path) => path !== '' && existsSync(path));
  // A copy that was unpacked inside of somebody else's working copy is none.
  return paths.includes('package.json') ? paths : undefined;
}

/** Asks Mozilla's own linter, which is too large to be installed with everything else. */
export function lintFirefox(): void {
  const args = ['--yes', 'web-ext@10', 'lint', '--source-dir', 'dist/firefox', '--output', 'json'];
  const { stdout, stderr } = spawnSync('npx', args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (!stdout.trim().startsWith('{')) throw new Error(`web-ext did not run: ${stderr.trim()}`);
  const faults = lintFaults(JSON.parse(stdout) as LintResult);
  if (faults.length > 0) throw new Error(`web-ext lint:\n${faults.join('\n')}`);
  console.log('web-ext lint: nothing but the one known warning.');
}
