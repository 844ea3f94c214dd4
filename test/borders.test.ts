import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the files under a folder may import: other folders and files, and packages. */
interface Border {
  /** Beginnings of paths below the project's folder. The longest match counts. */
  from: string;
  /** Beginnings of paths that may be imported. */
  may: string[];
  /** Packages; absent: any. */
  packages?: string[];
}

const REPORT_TYPES = [
  'src/engine/address.ts',
  'src/engine/model.ts',
  'src/engine/text.ts',
  'src/engine/values/direction.ts',
  'src/engine/role-table.ts',
  'src/engine/severity.ts',
  'src/engine/judging.ts',
  'src/engine/normalize/numeric-date.ts',
  'src/engine/report/',
  'src/engine/flows/flow.ts',
  'src/engine/credentials/signed.ts',
  'src/engine/trail/mark-comparison.ts',
];
const UI = [
  'src/ui/',
  'src/secrets/',
  '_locales/',
  'src/messaging/',
  'src/engine/regex.ts',
  ...REPORT_TYPES,
];
const UI_PACKAGES = [
  'preact',
  '@preact/signals',
  'webextension-polyfill',
  'tldts',
  'jwt-decode',
  'jose',
];

const BORDERS: Border[] = [
  { from: 'src/engine/', may: ['src/engine/'], packages: ['tldts', '@noble/hashes'] },
  { from: 'src/recording/', may: ['src/recording/', 'src/engine/'], packages: [] },
  { from: 'src/files/', may: ['src/files/', 'src/engine/'], packages: ['fflate'] },
  { from: 'src/secrets/', may: ['src/secrets/', 'src/engine/'], packages: [] },
  {
    from: 'src/messaging/',
    may: ['src/messaging/', 'src/recording/', ...REPORT_TYPES],
    packages: [],
  },
  {
    from: 'src/capture/',
    may: ['src/capture/', 'src/recording/', 'src/engine/', 'src/messaging/'],
  },
  {
    from: 'src/background/',
    may: [
      'src/background/',
      'src/capture/',
      'src/recording/',
      'src/engine/',
      'src/messaging/',
      'src/secrets/',
    ],
  },
  {
    from: 'src/opened-file/',
    may: [
      'src/opened-file/',
      'src/files/',
      'src/messaging/',
      'src/recording/',
      'src/engine/',
      'src/secrets/',
      '_locales/',
      'docs/report.schema.json',
    ],
    packages: [],
  },
  {
    from: 'src/library/',
    may: [
      'src/library/',
      'src/files/',
      'src/recording/',
      'src/engine/',
      'src/secrets/',
      'package.json',
    ],
    packages: [],
  },
  { from: 'src/ui/', may: UI, packages: UI_PACKAGES },
  { from: 'popup/', may: ['popup/', ...UI], packages: UI_PACKAGES },
  { from: 'devtools/', may: ['devtools/', 'src/capture/devtools', ...UI], packages: UI_PACKAGES },
  {
    from: 'rules/',
    may: ['rules/', 'src/engine/rules/rule-key.ts', ...UI],
    packages: [...UI_PACKAGES, 'virtual:rules'],
  },
  { from: 'welcome/', may: ['welcome/', ...UI], packages: UI_PACKAGES },
  {
    from: 'cli/',
    may: [
      'cli/',
      'browser/network-',
      'browser/switches',
      'scripts/ensure-browser',
      'src/capture/databases/tell',
      'src/capture/fetch.iife',
      'src/engine/',
      'src/recording/',
      'src/secrets/',
      'src/files/',
      '_locales/',
      'package.json',
    ],
  },
  { from: 'demo/', may: ['demo/', 'src/engine/model.ts'] },
  { from: 'browser/', may: ['browser/', 'demo/', 'scripts/', 'src/messaging/', ...REPORT_TYPES] },
  {
    from: 'scripts/',
    may: [
      'scripts/',
      'browser/',
      'demo/',
      'src/',
      'cli/',
      '_locales/',
      'manifest.json',
      'package.json',
    ],
  },
  {
    from: 'bench/',
    may: [
      'bench/',
      'browser/',
      'demo/',
      'scripts/',
      'src/',
      'cli/',
      'test/support/',
      'test/e2e/ui/',
    ],
  },
  { from: 'soak/', may: ['soak/', 'browser/', 'src/messaging/'] },
  {
    from: 'conformance/',
    may: [
      'conformance/',
      'accuracy/',
      'browser/',
      'demo/',
      'scripts/',
      'src/engine/',
      'test/support/',
    ],
  },
  {
    from: 'accuracy/',
    may: ['accuracy/', 'browser/', 'scripts/', 'src/', 'cli/', 'demo/', 'test/support/'],
  },
  {
    from: 'test/',
    may: [
      'test/',
      'src/',
      'cli/',
      'demo/',
      'browser/',
      'scripts/',
      'bench/',
      'soak/',
      'accuracy/',
      '_locales/',
      'docs/',
      'popup/',
      'devtools/',
      'rules/',
      'manifest.json',
      'package.json',
    ],
  },
];

/** The project's files under these folders whose imports count, with `/` between folders. */
function sourceFiles(): string[] {
  return BORDERS.flatMap(({ from }) =>
    readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|mjs)$/.test(name) && !/node_modules|^borders\.test/.test(name))
      .map((name) => join(from, name).replaceAll('\\', '/')),
  );
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s*(?:[\w*{][^'";]*?from\s*)?\(?\s*['"]([^'"]+)['"]/g;

/** Every module that a text imports: static, for its effect, re-exported or dynamic. */
function importsOf(code: string): string[] {
  return [...code.matchAll(IMPORT)].flatMap(([, specifier]) => specifier ?? []);
}

/** Path that a relative import means, with the extension that it has in the source. */
function resolve(file: string, specifier: string): string {
  const path = posix.join(posix.dirname(file), specifier);
  return path.replace(/\.js$/, '.ts');
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The imports of a file that cross a border. */
function violations(file: string, code: string): string[] {
  const border = BORDERS.find(({ from }) => file.startsWith(from));
  if (!border) return [];
  return importsOf(code).filter((specifier) => {
    if (!specifier.startsWith('.')) {
      return border.packages !== undefined && !border.packages.includes(packageName(specifier));
    }
    const path = resolve(file, specifier);
    return !border.may.some((beginning) => path.startsWith(beginning));
  });
}

describe('the borders between the parts', () => {
  it.each(sourceFiles())('%s stays within its own', (file) => {
    expect(violations(file, readFileSync(file, 'utf8'))).toEqual([]);
  });
});

/**
 * The floors of the engine, the lowest first: each imports only what stands above it in this list
 * (docs/architecture.md), types included.
 */
const FLOORS = [
  'regex.ts',
  'memo.ts',
  'grouped.ts',
  'reads.ts',
  'steps.ts',
  'address.ts',
  'korean.ts',
  'text.ts',
  'observed.ts',
  'snapshot.ts',
  'where-seen.ts',
  'behaviour.ts',
  'finding.ts',
  'model.ts',
  'role-table.ts',
  'severity.ts',
  'settings.ts',
  'judging.ts',
  'losses.ts',
  'normalize/',
  'values/',
  'cookies/',
  'places/',
  'roles/',
  'flows/',
  'credentials/',
  'moments/',
  'trail/',
  'proof/',
  'known-parts.ts',
  'known-indexes.ts',
  'known.ts',
  'kept.ts',
  'rules/',
  'remedies/',
  'verdict/',
  'report/',
  'pipeline/',
  'redaction/',
];

/** The floor that a file of the engine stands on; -1 where it stands on none. */
function floorOf(file: string): number {
  const path = file.replace('src/engine/', '');
  return FLOORS.findIndex(
    (floor) => path === floor || (floor.endsWith('/') && path.startsWith(floor)),
  );
}

/** Every import circle among files, as the files that it goes through; types count as well. */
function circles(files: readonly string[], imports: (file: string) => string[]): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of imports(file)) if (files.includes(next)) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}

/** Files of the project that a file imports, with the extension that each has in the source. */
function relativeImports(file: string): string[] {
  const imported = importsOf(readFileSync(file, 'utf8')).filter((specifier) =>
    specifier.startsWith('.'),
  );
  return imported.flatMap((specifier) => {
    const path = resolve(file, specifier);
    return [path, `${path}x`].filter((candidate) => existsSync(candidate));
  });
}

describe('the floors of the engine', () => {
  const files = sourceFiles().filter((file) => /^src\/engine\/.*(?<!\.d)\.ts$/.test(file));

  it.each(files)('%s stands on one, and imports nothing from above it', (file) => {
    expect(floorOf(file)).toBeGreaterThanOrEqual(0);
    expect(relativeImports(file).filter((other) => floorOf(other) > floorOf(file))).toEqual([]);
  });

  it('have no file or folder that is not there', () => {
    expect(FLOORS.filter((floor) => !existsSync(`src/engine/${floor}`))).toEqual([]);
  });
});

/** What the language itself has of clocks and dice: no library's types can keep it out. */
const CLOCKS = /\bDate\.now\b|\bnew Date\(\)|(?<![\w.])Date\(\)|\bMath\.random\b/;

it('nobody asks for an address by what Node 20 gets wrong', () => {
  const asking = sourceFiles().filter((file) => /URL\.canParse\(/.test(readFileSync(file, 'utf8')));
  expect(asking).toEqual([]);
});

describe('the pure parts', () => {
  const files = sourceFiles().filter((file) => /^src\/(?:engine|recording)\//.test(file));

  it.each(files)('%s reads no clock and rolls no dice', (file) => {
    expect(CLOCKS.exec(readFileSync(file, 'utf8'))?.[0]).toBeUndefined();
  });

  it.each(['Date.now()', 'new Date()', 'at = Date()', 'Math.random()'])(
    'may not have %s',
    (code) => {
      expect(CLOCKS.test(code)).toBe(true);
    },
  );

  it.each(['new Date(at)', 'Date.parse(text)', 'Date.UTC(1970, 0)', 'Math.max(a, b)'])(
    'may have %s',
    (code) => {
      expect(CLOCKS.test(code)).toBe(false);
    },
  );
});

/** What an import brings but types; `import { type A }` brings nothing either. */
function valuesImported(code: string): string[] {
  return importsOf(code.replaceAll(/import\s+type[^;]*;|\btype\s+\w+(?:,\s*)?/g, '')).filter(
    (specifier) => !new RegExp(`import\\s*\\{\\s*\\}\\s*from\\s*'${specifier}'`).test(code),
  );
}

describe('the two scripts of the background', () => {
  const reading = 'src/background/reading/';
  const files = sourceFiles().filter((file) => file.startsWith('src/background/'));

  it.each(files)('%s takes nothing but types from the other one', (file) => {
    const crossing = valuesImported(readFileSync(file, 'utf8')).filter((specifier) => {
      const path = specifier.startsWith('.') ? resolve(file, specifier) : '';
      return (
        path.startsWith('src/background/') && path.startsWith(reading) !== file.startsWith(reading)
      );
    });
    expect(crossing).toEqual([]);
  });
});

describe('import circles', () => {
  it('are nowhere, those of types included', () => {
    const files = sourceFiles().filter((file) => !file.startsWith('test/'));
    expect(circles(files, relativeImports)).toEqual([]);
  });

  it('would be found', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(circles(['a', 'b', 'c', 'd'], (file) => imports.get(file) ?? [])).toEqual([
      ['a', 'b', 'c', 'a'],
    ]);
  });
});

describe('the check of the borders', () => {
  it.each([
    ['src/engine/rules/x.ts', "import type { Tab } from '../../capture/tab.js';"],
    ['src/engine/x.ts', "import browser from 'webextension-polyfill';"],
    ['src/engine/x.ts', "import { readFileSync } from 'node:fs';"],
    ['src/engine/x.ts', "import { jwtDecode } from 'jwt-decode';"],
    ['src/engine/x.ts', "export { panel } from '../ui/panel.js';"],
    ['src/engine/x.ts', "const ui = await import('../ui/panel.js');"],
    ['src/ui/x.tsx', "import { Analysis } from '../engine/pipeline/analyze.js';"],
    ['src/ui/x.tsx', "import {\n  a,\n  b,\n} from '../background/store.js';"],
    ['src/capture/x.ts', "import '../ui/theme.js';"],
    ['src/background/x.ts', "export * from '../ui/theme.js';"],
    ['popup/x.tsx', "import { entry } from '../src/capture/devtools-network.js';"],
    ['src/background/x.ts', "import { translated } from '../../rules/translated.js';"],
    ['src/ui/x.tsx', "import { RULES } from '../engine/rules/index.js';"],
    ['rules/x.tsx', "import { RULES } from '../src/engine/rules/index.js';"],
    ['cli/x.ts', "import { credential } from '../test/support/credential.js';"],
    ['demo/x.ts', "import { site } from '../src/engine/normalize/site.js';"],
  ])('refuses in %s: %s', (file, code) => {
    expect(violations(file, code)).toHaveLength(1);
  });

  it.each([
    [
      'src/engine/x.ts',
      "import { sha256 } from '@noble/hashes/sha2.js';\nimport { text } from './text.js';",
    ],
    ['devtools/x.ts', "import { entry } from '../src/capture/devtools-network.js';"],
    ['rules/x.tsx', "import { ruleKey } from '../src/engine/rules/rule-key.js';"],
    ['src/ui/x.tsx', "import type { Report } from '../engine/report/report.js';"],
  ])('allows in %s: %s', (file, code) => {
    expect(violations(file, code)).toEqual([]);
  });
});

it('lets redact.ts alone say that a string may stand in a text', () => {
  const makers = sourceFiles().filter(
    (file) => file.startsWith('src/') && /\b(?:as|is) Told\b/.test(readFileSync(file, 'utf8')),
  );
  expect(makers).toEqual(['src/engine/values/redact.ts']);
});
