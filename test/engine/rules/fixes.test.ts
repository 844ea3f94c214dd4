import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/engine/rules/index.js';
import { APPLIED, TOLD } from '../../e2e/fixes/table.js';

describe('the fix of every rule', () => {
  it.each(RULES.map(({ id }) => id))('is applied in a browser, or it is told why not: %s', (id) => {
    expect([APPLIED.has(id), Object.hasOwn(TOLD, id)].filter(Boolean)).toHaveLength(1);
  });

  it('is of a rule that there is', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    const named = [...APPLIED, ...Object.keys(TOLD)];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('is applied wherever the report gives a line or a request to send, but for two', () => {
    const giving = RULES.filter((rule) => rule.line ?? rule.request).map(({ id }) => id);
    expect(giving.filter((id) => !APPLIED.has(id)).toSorted()).toEqual([
      'cookie-domain-too-broad',
      'cookie-lifetime-over-cap',
    ]);
  });
});
