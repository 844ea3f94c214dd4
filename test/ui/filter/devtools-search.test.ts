import { describe, expect, it } from 'vitest';
import { search } from '../../../src/ui/filter/devtools-search.js';
import { Navigation } from '../../../src/ui/navigation/navigation.js';

describe('a search in DevTools’ own bar', () => {
  it.each([
    ['credentials', (nav: Navigation) => nav.credentialFilter.value],
    ['requests', (nav: Navigation) => nav.requestFilter.value],
    ['storage', (nav: Navigation) => nav.stored.filter.value],
    ['findings', (nav: Navigation) => nav.findingFilter.value],
  ] as const)('filters the %s, and lets go of them', (screen, filterOf) => {
    const nav = new Navigation(() => {});
    nav.show(screen);
    search(nav, { action: 'performSearch', query: 'sid' });
    expect(filterOf(nav)).toBe('sid');
    search(nav, { action: 'nextSearchResult', query: '' });
    expect(filterOf(nav)).toBe('sid');
    search(nav, { action: 'cancelSearch', query: '' });
    expect(filterOf(nav)).toBe('');
  });

  it('goes to the requests from a screen without a list', () => {
    const nav = new Navigation(() => {});
    search(nav, { action: 'cancelSearch', query: '' });
    expect(nav.screen.value).toBe('overview');
    search(nav, { action: 'performSearch', query: 'sid' });
    expect([nav.screen.value, nav.requestFilter.value]).toEqual(['requests', 'sid']);
  });

  it('leaves the scratchpad as it is', () => {
    const nav = new Navigation(() => {});
    nav.openScratchpad('a token');
    search(nav, { action: 'performSearch', query: 'sid' });
    expect(nav.screen.value).toBe('scratchpad');
  });
});
