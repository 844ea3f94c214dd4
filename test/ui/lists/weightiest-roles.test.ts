import { describe, expect, it } from 'vitest';
import type { Role, Severity } from '../../../src/engine/model.js';
import { weightiest } from '../../../src/ui/lists/weightiest-roles.js';

const of = (...roles: Role[]) => roles.map((role, at) => ({ id: `c${at}`, role }));

describe('weightiest', () => {
  it.each<[Role[], Record<string, Severity>, Role[]]>([
    [[], {}, []],
    [['tracking', 'csrf', 'session', 'csrf'], {}, ['session', 'csrf', 'tracking']],
    [['session', 'basic'], { c0: 'high', c1: 'critical' }, ['basic', 'session']],
    [['session', 'preference'], { c1: 'low' }, ['preference', 'session']],
    [['basic', 'session'], { c0: 'high', c1: 'high' }, ['session', 'basic']],
    // The worst of several of one role counts.
    [['session', 'csrf', 'csrf'], { c0: 'medium', c1: 'low', c2: 'high' }, ['csrf', 'session']],
  ])('of %j with findings %j', (roles, found, expected) => {
    expect(weightiest(of(...roles), (id) => found[id] ?? null)).toEqual(expected);
  });
});
