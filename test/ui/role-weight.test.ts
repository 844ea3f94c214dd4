import { describe, expect, it } from 'vitest';
import { authenticates, rolesByWeight } from '../../src/ui/role-weight.js';

describe('rolesByWeight', () => {
  it('names each role once, the weightiest first', () => {
    expect(rolesByWeight(['tracking', 'csrf', 'session', 'csrf'])).toEqual([
      'session',
      'csrf',
      'tracking',
    ]);
  });
});

describe('authenticates', () => {
  it('parts what stands for the user from what does not', () => {
    expect(authenticates('session')).toBe(true);
    expect(authenticates('remember-me')).toBe(true);
    expect(authenticates('csrf')).toBe(false);
    expect(authenticates('preference')).toBe(false);
  });
});
