import { describe, expect, it } from 'vitest';
import { asSureAs, restsOnItsName } from '../../../src/engine/rules/confidence.js';
import { credential } from '../../support/credential.js';

describe('a severity that rests on a role', () => {
  it.each([
    ['the name of a cookie', 0.45, 'low'],
    ['a name and what the value is', 0.5, 'high'],
  ] as const)('is as sure as %s', (_what, confidence, expected) => {
    const one = credential({ confidence });
    expect(asSureAs(one, 'high')).toBe(expected);
    expect(restsOnItsName(one)).toBe(expected === 'low');
    expect(asSureAs(one, 'info')).toBe('info');
    const byValue = asSureAs(one, 'high', true);
    expect(byValue).toBe(expected === 'low' ? 'medium' : 'high');
    expect(asSureAs(one, 'low', true)).toBe('low');
  });
});
