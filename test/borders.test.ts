import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BORDERS } from './support/borders.js';
import { importsOf, resolve, sourceFiles } from './support/imports.js';

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
    ['demo/x.ts', "import { site } from '../src/engine/normalize/addresses/site.js';"],
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
