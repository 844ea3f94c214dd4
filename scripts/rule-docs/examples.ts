import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import type { RuleExamples } from '../../src/ui/lists/shown-rule.js';

/** What the test of one rule says of it. */
export interface TestedRule {
  /** The folder that the rule stands in, such as `cookie`. */
  readonly folder: string;
  readonly examples: RuleExamples;
}

/** The cases of every rule's test in this copy of the project, by the rule's id. */
export function testedRules(root: string): ReadonlyMap<string, TestedRule> {
  const tests = join(root, 'test/engine/rules');
  const folders = readdirSync(tests, { withFileTypes: true }).filter((one) => one.isDirectory());
  return new Map(
    folders.flatMap(({ name: folder }) =>
      readdirSync(join(tests, folder))
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => [file, readFileSync(join(tests, folder, file), 'utf8')] as const)
        .filter(([, source]) => source.includes('testRule('))
        .map(([file, source]) => [
          file.replace('.test.ts', ''),
          { folder, examples: examplesIn(file, source) },
        ]),
    ),
  );
}

const NONE: RuleExamples = { flags: [], passes: [], doesNotApply: [], unknown: [] };

/** The names of the cases in the one call of `testRule` that a test consists of. */
export function examplesIn(file: string, source: string): RuleExamples {
  const { program, errors } = parseSync(file, source);
  const tables = program.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement') return [];
    const call = statement.expression;
    if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return [];
    return call.callee.name === 'testRule' ? [call.arguments[1]] : [];
  });
  const [table] = tables;
  if (errors.length > 0 || tables.length !== 1 || !table) {
    throw new Error(`${file}: no single call of testRule with a table of cases`);
  }
  const groups = membersOf(file, table).map(([name, cases]) => [
    name,
    membersOf(file, cases).map(([what]) => what),
  ]);
  return { ...NONE, ...Object.fromEntries(groups) };
}

/** Names and values of an object that is written out: neither names nor members are computed. */
function membersOf(file: string, node: ESTree.Node): [name: string, value: ESTree.Node][] {
  const members = node.type === 'ObjectExpression' ? node.properties : [undefined];
  return members.map((member) => {
    if (member?.type === 'Property' && !member.computed) {
      const { key, value } = member;
      if (key.type === 'Identifier') return [key.name, value];
      if (key.type === 'Literal') return [String(key.value), value];
    }
    throw new Error(`${file}: the cases of testRule are to be written out, with plain names`);
  });
}
