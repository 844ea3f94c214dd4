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
  'src/engine/methods.ts',
  'src/engine/model.ts',
  'src/engine/text.ts',
  'src/engine/render.ts',
  'src/engine/values/telling/direction.ts',
  'src/engine/values/telling/far-span.ts',
  'src/engine/role-table.ts',
  'src/engine/severity.ts',
  'src/engine/where-seen.ts',
  'src/engine/judging.ts',
  'src/engine/thresholds.ts',
  'src/engine/normalize/bodies/numeric-date.ts',
  'src/engine/values/tokens/audiences.ts',
  'src/engine/report/',
  'src/engine/flows/flow.ts',
  'src/engine/credentials/signed.ts',
  'src/engine/trail/mark-comparison.ts',
  'src/engine/verdict/grade.ts',
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

/** Which part may import what. */
export const BORDERS: Border[] = [
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
