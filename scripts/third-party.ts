import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What stands in an installed copy, the product's own parts aside. */
interface LockedPackage {
  version?: string;
  license?: string;
  dependencies?: Record<string, string>;
}

/** A package of which code is in what is built. */
export interface ThirdParty {
  name: string;
  version: string;
  licence: string;
}

export const NOTICES = 'THIRD-PARTY-LICENSES.txt';

/**
 * Licences that what is built may hold: they ask for their notice, and MPL-2.0 (§3.2) for the word
 * where the source of its files is.
 */
export const IN_THE_BUILD: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'MPL-2.0',
]);

/** Those that tools may have beside: none of them reaches what is built with them. */
export const OF_TOOLS: ReadonlySet<string> = new Set([
  ...IN_THE_BUILD,
  'BlueOak-1.0.0',
  'CC-BY-4.0',
]);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

/** What the command loads where it is asked for, from beside what is built. */
const BESIDE: ReadonlySet<string> = new Set(['puppeteer-core']);

/**
 * Every package that the lock file names, with its licence; `dev`: none of it is in what is built.
 */
export function lockedPackages(): (ThirdParty & { dev: boolean })[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const built = new Set<string>();
  reach(packages, '', built);
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = 'unknown' }]) => ({
      name: nameOf(path),
      version,
      licence: license,
      dev: !built.has(path),
    }));
}

/** Adds the packages that one depends on, those that theirs depend on, and so on. */
function reach(packages: Record<string, LockedPackage>, from: string, found: Set<string>): void {
  for (const name of Object.keys(packages[from]?.dependencies ?? {})) {
    const own = `${from && `${from}/`}node_modules/${name}`;
    const path = packages[own] ? own : `node_modules/${name}`;
    if (BESIDE.has(name) || found.has(path)) continue;
    found.add(path);
    reach(packages, path, found);
  }
}

/** The text of all notices that go with what is built. */
export function noticesText(): string {
  const parts = lockedPackages()
    .filter(({ dev }) => !dev)
    .map((one) => {
      if (!IN_THE_BUILD.has(one.licence))
        throw new Error(`${one.name} is under ${one.licence}, which what is built may not hold.`);
      return section(one);
    });
  const rule = '='.repeat(79);
  return `Credtrail holds code of others, under these licences.\n\n${rule}\n${parts.join(`\n${rule}\n`)}`;
}

function section({ name, version, licence }: ThirdParty): string {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(each));
  if (!file) throw new Error(`${name} has no licence text of its own.`);
  const source = `https://www.npmjs.com/package/${name}/v/${version}`;
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${licence})\nIts source: ${source}\n\n${text}\n`;
}

/**
 * Puts the notices beside what is built, and fails where code of a package got into it that is no
 * dependency of the product: its licence would be missing there.
 */
export function thirdPartyNotices(): Plugin {
  const expected = new Set(
    lockedPackages()
      .filter(({ dev }) => !dev)
      .map(({ name }) => name),
  );
  return {
    name: 'third-party-notices',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir && existsSync(dir)) writeFileSync(join(dir, NOTICES), noticesText());
    },
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? Object.keys(chunk.modules) : [],
      );
      const strange = packagesOf(modules).filter((name) => !expected.has(name));
      if (strange.length > 0) this.error(`no dependency of the product: ${strange.join(', ')}`);
    },
  };
}

/** Names of the packages that modules are of. */
export function packagesOf(modules: readonly string[]): string[] {
  const names = modules
    .filter((id) => id.includes('/node_modules/'))
    .map((id) => {
      const parts = nameOf(id).split('/');
      return parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1).join('/');
    });
  return [...new Set(names)];
}
