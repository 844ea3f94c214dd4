import { describe, expect, it } from 'vitest';
import { search } from '../../../src/ui/filter/devtools-search.js';
import { Navigation } from '../../../src/ui/navigation/navigation.js';

describe('a search in DevTools’ own bar', () => {
  it.each([
    ['credentials', 'credentialFilter'],
    ['requests', 'requestFilter'],
    ['storage', 'storageFilter'],
    ['findings', 'findingFilter'],
  ] as const)('filters the %s, and lets go of them', (screen, filter) => {
    const nav = new Navigation(() => {});
    nav.show(screen);
    search(nav, { action: 'performSearch', query: 'sid' });
    expect(nav[filter].value).toBe('sid');
    search(nav, { action: 'nextSearchResult', query: '' });
    expect(nav[filter].value).toBe('sid');
    search(nav, { action: 'cancelSearch', query: '' });
    expect(nav[filter].value).toBe('');
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
