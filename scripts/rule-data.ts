import type { Plugin } from 'vite';
import { RULES } from '../src/engine/rules/index.js';
import type { ShownRule } from '../src/ui/lists/shown-rule.js';
import { type TestedRule, testedRules } from './rule-docs/examples.js';

const NAME = 'virtual:rules';
/** Names with a zero byte are left alone by other plugins. */
const RESOLVED = `\0${NAME}`;

/** What is shown of every rule, in English. */
export function shownRules(tested: ReadonlyMap<string, TestedRule>): ShownRule[] {
  return RULES.map((rule) => {
    const { id, severity, grading, title, why, fix, breaks, strength, references } = rule;
    const examples = tested.get(id)?.examples;
    if (!examples) throw new Error(`${id} has no test`);
    const graded = typeof severity === 'string' ? { severity } : { grading };
    return { id, ...graded, title, why, fix, breaks, strength, references, examples };
  });
}

/**
 * The rules and the names of their tests' cases as a module of plain data, for the page that
 * explains a rule. With the rules' code in it that page would share chunks with the panel, which
 * would then load more than it needs.
 */
export function ruleData(): Plugin {
  let root = '';
  return {
    name: 'rule-data',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) =>
      id === RESOLVED
        ? `export default ${JSON.stringify(shownRules(testedRules(root)))};`
        : undefined,
  };
}
