import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/engine/model.js';
import { logsIn, roleRank, ROLES } from '../../src/engine/role-table.js';

describe('logsIn', () => {
  it('takes a role that is not in the table for none that logs in', () => {
    for (const role of ['zzz', 'constructor', '__proto__'] as unknown as Role[]) {
      expect(logsIn({ role })).toBe(false);
      expect(roleRank(role)).toBe(ROLES.length);
    }
  });

  it('parts what stands for the user from what does not', () => {
    expect(logsIn({ role: 'session' })).toBe(true);
    expect(logsIn({ role: 'remember-me' })).toBe(true);
    expect(logsIn({ role: 'csrf' })).toBe(false);
    expect(logsIn({ role: 'preference' })).toBe(false);
  });
});
