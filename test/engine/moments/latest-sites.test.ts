import { expect, it } from 'vitest';
import { remember } from '../../../src/engine/moments/latest-sites.js';
import { LIMITS } from '../../../src/engine/settings.js';

it('the latest sites are remembered, and who goes is told', () => {
  const sites = new Set<string>();
  for (let n = 0; n < LIMITS.momentSites; n++) expect(remember(sites, `s${n}`)).toBeUndefined();
  expect(remember(sites, 's0')).toBeUndefined();
  expect(remember(sites, 'new')).toBe('s1');
  expect([sites.size, sites.has('s0'), sites.has('s1')]).toEqual([LIMITS.momentSites, true, false]);
});
