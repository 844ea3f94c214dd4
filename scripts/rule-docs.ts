import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULES } from '../src/engine/rules/index.js';
import { type TestedRule, testedRules } from './rule-docs/examples.js';
import { indexPage, rulePage } from './rule-docs/pages.js';

// `npx tsx scripts/rule-docs.ts` writes docs/rules/ from the strings that the panel shows and from
// the cases of the rules' tests.

/** Every file of docs/rules/ and what it says: the index, and a page for each rule. */
export function rulePages(tested: ReadonlyMap<string, TestedRule>): ReadonlyMap<string, string> {
  const rules = RULES.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => {
    const test = tested.get(rule.id);
    if (!test) throw new Error(`${rule.id} has no test`);
    return { rule, ...test };
  });
  return new Map([
    ['README.md', indexPage(rules)],
    ...rules.map((one): [string, string] => [`${one.rule.id}.md`, rulePage(one)]),
  ]);
}

/** Writes docs/rules/, and takes out what belongs to no rule any more. */
function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = new URL('../docs/rules/', import.meta.url);
  const pages = rulePages(testedRules(root));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(new URL(file, folder));
  for (const [file, page] of pages) writeFileSync(new URL(file, folder), page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
