import { describe, expect, it } from 'vitest';
import type { ReportCredential } from '../../../src/engine/report/report-credential.js';
import { identifyingAt } from '../../../src/ui/lists/identifying.js';

const SITE = 'https://shop.example';
const one = (name: string, role: string, more: Partial<ReportCredential> = {}) =>
  ({
    id: name,
    name,
    role,
    site: SITE,
    host: 'shop.example',
    format: 'opaque',
    state: 'live',
    sent: 1,
    carriers: [],
    ...more,
  }) as unknown as ReportCredential;

describe('what identifies the user at a site', () => {
  it('is one of each role first, the weightiest role before the others', () => {
    const found = identifyingAt(SITE, [
      one('refresh', 'refresh-token'),
      one('sid', 'session', { sent: 9 }),
      one('jsessionid', 'session'),
      one('access', 'access-token'),
    ]);
    expect(found.map(({ name }) => name)).toEqual(['sid', 'access', 'refresh', 'jsessionid']);
  });

  it('leaves out what is over, what does not identify, and other sites', () => {
    const found = identifyingAt(SITE, [
      one('old', 'session', { state: 'cleared' }),
      one('theme', 'preference'),
      one('other', 'session', { site: 'https://other.example' }),
    ]);
    expect(found).toEqual([]);
  });
});
