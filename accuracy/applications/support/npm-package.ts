import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const HERE = join(import.meta.dirname, '../npm');
const OUT = join(import.meta.dirname, '../../../out/applications/npm');
const FILES = ['package.json', 'package-lock.json', '.npmrc'];
/** Two installations at a time wait for each other. */
const LOCK = '/tmp/credtrail-npm.lock';

export interface NpmPackages {
  /** The folder that `node_modules` is in. */
  folder: string;
  /** A file or folder below `node_modules`. */
  path(...parts: string[]): string;
  /** Node that runs it: the one among its packages, or else the one that runs this. */
  node: string;
}

/** Installs what `npm/NAME/package-lock.json` lists, no script run but those of `rebuild`. */
export function npmPackages(name: string, rebuild: readonly string[] = []): NpmPackages {
  const folder = join(OUT, name);
  const path = (...parts: string[]) => join(folder, 'node_modules', ...parts);
  const own = path('node/bin/node');
  const done = join(folder, '.installed');
  const files = FILES.filter((file) => existsSync(join(HERE, name, file)));
  const wanted = files.map((file) => readFileSync(join(HERE, name, file), 'utf8')).join('');
  if (!existsSync(done) || readFileSync(done, 'utf8') !== wanted) {
    rmSync(done, { force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of files) copyFileSync(join(HERE, name, file), join(folder, file));
    npm(folder, ['ci', '--ignore-scripts']);
    if (existsSync(path('node'))) npm(folder, ['rebuild', 'node', '--foreground-scripts']);
    for (const one of rebuild) build(folder, one, own);
    writeFileSync(done, wanted);
  }
  return { folder, path, node: existsSync(own) ? own : process.execPath };
}

/** Native code, with the headers that came with Node: nothing else can be had from the registry. */
function build(folder: string, name: string, own: string): void {
  const inside = join(folder, `node_modules/node/node_modules/node-${process.platform}-x64`);
  const node = existsSync(own) ? own : process.execPath;
  const nodedir = existsSync(own) ? inside : dirname(dirname(process.execPath));
  npm(folder, ['rebuild', name, '--build-from-source', '--foreground-scripts'], {
    npm_config_nodedir: nodedir,
    PATH: [dirname(node), process.env['PATH']].join(delimiter),
  });
}

function npm(cwd: string, args: readonly string[], env: Record<string, string> = {}): void {
  const all = [LOCK, 'npm', ...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stdout, stderr } = spawnSync('flock', all, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stdout.slice(-2_000)}${stderr}`);
}
