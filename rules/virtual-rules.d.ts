/** All rules in English, put together while the extension is built (scripts/rule-data.ts). */
declare module 'virtual:rules' {
  import type { ShownRule } from '../src/ui/lists/shown-rule.js';

  const rules: readonly ShownRule[];
  export default rules;
}
