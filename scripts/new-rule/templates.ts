import type { SubjectKind } from '../../src/engine/rules/rule.js';

/** What a test hands a rule, for each kind of subject: what to import, and a case to begin with. */
const CASES: { readonly [K in SubjectKind]: { imports: string; start: string } } = {
  credential: { imports: 'cookie', start: 'cookie()' },
  exchange: { imports: 'cookie', start: '{ credentials: [cookie()], exchanges: [] }' },
  flow: { imports: 'cookie', start: '{ credentials: [cookie()], flows: [] }' },
  moment: { imports: 'cookie', start: '{ credentials: [cookie()], moments: [] }' },
  site: { imports: 'cookie', start: '{ credentials: [cookie()] }' },
};

// Where the files that are written find the others.
const RULE = '../rule.js';
const ROOT = '../../../../';
const SUPPORT = '../../../support/';

const NUMBERS = ['one', 'two', 'three'];

/** `cookie-missing-secure` → `cookieMissingSecure`. */
export function constantOf(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A rule that finds nothing yet. */
export function ruleFile(id: string, subject: SubjectKind): string {
  const type = `${subject.charAt(0).toUpperCase()}${subject.slice(1)}Rule`;
  return `import type { ${type} } from '${RULE}';

export const ${constantOf(id)}: ${type} = {
  id: '${id}',
  subject: '${subject}',
  applies: {},
  severity: 'low',
  title: '',
  why: '',
  fix: '',
  breaks: '',
  references: [],
  check() {
    return [];
  },
};
`;
}

/** A test with the cases that every rule needs: at least three of both kinds. */
export function testFile(id: string, folder: string, subject: SubjectKind): string {
  const { imports, start } = CASES[subject];
  const cases = (line: (number: string) => string) => NUMBERS.map(line).join('\n');
  return `import { ${constantOf(id)} } from '${ROOT}src/engine/rules/${folder}/${id}.js';
import { ${imports} } from '${SUPPORT}credential.js';
import { testRule } from '${SUPPORT}rule-cases.js';

testRule(${constantOf(id)}, {
  flags: {
${cases((number) => `    'what it must flag (${number})': ['low', ${start}],`)}
  },
  passes: {
${cases((number) => `    'what it must pass (${number})': ${start},`)}
  },
  doesNotApply: {},
  unknown: {},
});
`;
}
