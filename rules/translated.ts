import { type RulePart, ruleKey } from '../src/engine/rules/rule-key.js';
import type { ShownRule } from '../src/ui/lists/shown-rule.js';

// Complete because the compiler checks it.
const PARTS: Readonly<Record<RulePart, true>> = {
  title: true,
  why: true,
  fix: true,
  breaks: true,
  grading: true,
  strength: true,
};

/** A rule in the language of a catalogue; English where that has no message. */
export function translated(rule: ShownRule, message: (key: string) => string): ShownRule {
  const parts = (Object.keys(PARTS) as RulePart[]).flatMap((part) => {
    const english = rule[part];
    return english === undefined ? [] : [[part, message(ruleKey(rule.id, part)) || english]];
  });
  return { ...rule, ...Object.fromEntries(parts) };
}
