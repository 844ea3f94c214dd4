import { describe, expect, it } from 'vitest';
import { nextToEnd } from '../../../src/ui/lists/next-to-end.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const { credentials } = fixtureReport(0);

describe('nextToEnd', () => {
  it('leaves out what has ended already', () => {
    expect(nextToEnd(credentials, 0)?.id).toBe('c2');
    expect(nextToEnd(credentials, 300_000)?.id).toBe('c4');
  });

  it('leaves out what is over, whenever it would have ended', () => {
    const over = credentials.map((each) => ({ ...each, state: 'cleared' as const }));
    expect(nextToEnd(over, 0)).toBeUndefined();
  });

  it('leaves out what identifies nobody', () => {
    const only = credentials.filter(({ role }) => role === 'load-balancer' || role === 'tracking');
    expect(only.length).toBeGreaterThan(0);
    expect(nextToEnd(only, 0)).toBeUndefined();
  });
});
