import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SubjectKind } from '../src/engine/rules/rule.js';
import { constantOf, ruleFile, testFile } from './new-rule/templates.js';

// `npx tsx scripts/new-rule.ts ID [--folder FOLDER] [--subject SUBJECT]` writes a rule that finds
// nothing yet, its test, its line in the index of its folder, its keys for Korean, and the
// documentation. The catalogue test then says what is still to be filled in.

interface Folder {
  prefixes: readonly string[];
  subject: SubjectKind;
}

/** Folders of rules: the first words of the ids in them, and what their rules usually look at. */
const FOLDERS: ReadonlyMap<string, Folder> = new Map<string, Folder>([
  ['cookie', { prefixes: ['cookie'], subject: 'credential' }],
  ['session', { prefixes: ['session'], subject: 'credential' }],
  ['jwt', { prefixes: ['jwt', 'id'], subject: 'credential' }],
  ['token', { prefixes: ['token', 'refresh', 'api', 'basic', 'remember'], subject: 'credential' }],
  ['oauth', { prefixes: ['oauth', 'oidc'], subject: 'flow' }],
  [
    'site',
    { prefixes: ['csrf', 'cors', 'hsts', 'authenticated', 'logout', 'password'], subject: 'site' },
  ],
]);

const SUBJECTS: readonly SubjectKind[] = ['credential', 'exchange', 'flow', 'moment', 'site'];
const PARTS = ['breaks', 'fix', 'title', 'why'] as const;

export interface NewRule {
  id: string;
  folder?: string | undefined;
  subject?: string | undefined;
}

/** A request that cannot be followed, said in one line. */
export class NewRuleError extends Error {}

/** Writes all that a new rule needs into a copy of the project; gives the paths of its files. */
export function writeRule(root: string, wanted: NewRule): string[] {
  const { id, folder, subject } = placeOf(wanted);
  const source = join('src/engine/rules', folder, `${id}.ts`);
  const test = join('test/engine/rules', folder, `${id}.test.ts`);
  if (existsSync(join(root, source))) throw new NewRuleError(`${source} is there already`);
  write(join(root, source), ruleFile(id, subject));
  write(join(root, test), testFile(id, folder, subject));
  edit(join(root, 'src/engine/rules', folder, 'index.ts'), (index) => listed(index, id));
  edit(join(root, '_locales/ko/messages.json'), (messages) => withKeys(messages, id));
  return [source, test];
}

/** Where it goes and what it looks at, by the first word of its id unless it is said. */
function placeOf({ id, folder, subject }: NewRule): {
  id: string;
  folder: string;
  subject: SubjectKind;
} {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    throw new NewRuleError(
      `${id} is no id: <subject>-<failing state>, as in cookie-missing-secure`,
    );
  }
  const [first = ''] = id.split('-');
  const place = [...FOLDERS].find(([, { prefixes }]) => prefixes.includes(first))?.[0];
  const chosen = folder ?? place;
  if (chosen === undefined || !/^[a-z-]+$/.test(chosen)) {
    throw new NewRuleError(`say where ${id} goes: --folder ${[...FOLDERS.keys()].join('|')}`);
  }
  const looked = subject ?? FOLDERS.get(chosen)?.subject ?? 'credential';
  const known = SUBJECTS.find((one) => one === looked);
  if (!known) throw new NewRuleError(`${looked} is no subject: ${SUBJECTS.join(', ')}`);
  return { id, folder: chosen, subject: known };
}

/**
 * The index of a folder with one more rule: its import in the order of files, its place at the end.
 */
function listed(index: string, id: string): string {
  const line = `import { ${constantOf(id)} } from './${id}.js';`;
  const lines = index.split('\n');
  const pathIn = (text: string) => /from '(\.\/[^']+)'/.exec(text)?.[1] ?? '';
  const later = lines.findIndex((text) => pathIn(text) > pathIn(line));
  const at = later < 0 ? lines.findLastIndex((text) => text.startsWith('import ')) + 1 : later;
  return lines
    .toSpliced(at, 0, line)
    .join('\n')
    .replace(/\[\];/, '[\n];')
    .replace(/\n\];/, `\n  ${constantOf(id)},\n];`);
}

/** The catalogue with an empty place for each of its strings, in the order of keys. */
function withKeys(messages: string, id: string): string {
  const catalogue = Object.entries(JSON.parse(messages) as object);
  for (const part of PARTS) {
    const key = `rule_${id.replaceAll('-', '_')}_${part}`;
    const later = catalogue.findIndex(([other]) => other > key);
    catalogue.splice(later < 0 ? catalogue.length : later, 0, [key, { message: '' }]);
  }
  return `${JSON.stringify(Object.fromEntries(catalogue), null, 2)}\n`;
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function edit(path: string, change: (before: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { folder: { type: 'string' }, subject: { type: 'string' } },
  });
  try {
    const files = writeRule(root, { id: positionals[0] ?? '', ...values });
    // A process of its own: the rules of this one were loaded before there was another.
    const docs = [...process.execArgv, 'scripts/rule-docs.ts'];
    const { status } = spawnSync(process.execPath, docs, { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new NewRuleError('the documentation could not be written');
    console.log(
      [
        ...files,
        'Fill them in, and the Korean strings; the catalogue test says what is missing.',
      ].join('\n'),
    );
  } catch (error) {
    if (!(error instanceof NewRuleError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
