import { describe, expect, it, vi } from 'vitest';
import { Navigation } from '../../../src/ui/navigation/navigation.js';

describe('the way through the panel', () => {
  it('goes back over every jump, to what was selected and filtered there', () => {
    const shown = vi.fn<() => void>();
    const nav = new Navigation(shown);
    nav.show('requests');
    nav.requestFilter.value = 'host:api';
    nav.requestId.value = 'r1';
    nav.openCredential('c1');
    nav.openRule('jwt-alg-none');
    nav.openRequest('r2');
    expect([nav.screen.value, nav.requestId.value, nav.requestFilter.value]).toEqual([
      'requests',
      'r2',
      '',
    ]);
    nav.back();
    expect(nav.screen.value).toBe('findings');
    nav.back();
    expect([nav.screen.value, nav.credentialId.value]).toEqual(['credentials', 'c1']);
    nav.back();
    expect([nav.screen.value, nav.requestId.value, nav.requestFilter.value]).toEqual([
      'requests',
      'r1',
      'host:api',
    ]);
    expect(nav.canGoBack.value).toBe(false);
    nav.back();
    expect(nav.screen.value).toBe('requests');
    expect(shown).toHaveBeenCalledTimes(7);
  });

  it('goes back to the span that was selected, as it was last drawn', () => {
    const nav = new Navigation(() => {});
    const [short, long] = [
      { from: 1, to: 2 },
      { from: 1, to: 9 },
    ];
    nav.selectSpan(null);
    expect(nav.canGoBack.value).toBe(false);
    nav.selectSpan(short);
    nav.selectSpan(long);
    nav.show('findings');
    nav.selectSpan(null);
    nav.openRequests(short);
    expect([nav.screen.value, nav.span.value]).toEqual(['requests', short]);
    nav.back();
    expect([nav.screen.value, nav.span.value]).toEqual(['findings', null]);
    nav.back();
    expect(nav.span.value).toEqual(long);
    nav.back();
    expect(nav.span.value).toBeNull();
    expect(nav.canGoBack.value).toBe(false);
  });

  it('has nothing to go back to once the record was cleared', () => {
    const nav = new Navigation(() => {});
    nav.openCredential('c1');
    nav.forget();
    expect([nav.canGoBack.value, nav.credentialId.value]).toEqual([false, null]);
  });

  it('shows a credential that the filter would hide', () => {
    const nav = new Navigation(() => {});
    nav.credentialFilter.value = 'tracking';
    nav.openCredential('c1');
    expect(nav.credentialFilter.value).toBe('');
  });

  it('keeps a limited number of steps', () => {
    const nav = new Navigation(() => {});
    for (let n = 0; n < 80; n++) nav.openCredential(`c${n}`);
    let steps = 0;
    while (nav.canGoBack.value) {
      nav.back();
      steps++;
    }
    expect(steps).toBe(50);
  });

  it('keeps what is selected of each area of storage, and the area, on other screens', () => {
    const nav = new Navigation(() => {});
    nav.show('storage');
    nav.storageFilter.value = 'tok';
    nav.selectStored('cookies a.test', 'sid');
    nav.selectStored('localStorage https://a.test', 'auth');
    nav.openCredential('c1');
    nav.back();
    expect([nav.screen.value, nav.area.value, nav.storageFilter.value]).toEqual([
      'storage',
      'localStorage https://a.test',
      'tok',
    ]);
    expect(Object.fromEntries(nav.storedItems.value)).toEqual({
      'cookies a.test': 'sid',
      'localStorage https://a.test': 'auth',
    });
    nav.selectStored('cookies a.test', null);
    expect([...nav.storedItems.value.keys()]).toEqual(['localStorage https://a.test']);
  });

  it('hands a token to the scratchpad once, and leads back from there', () => {
    const nav = new Navigation(() => {});
    nav.openCredential('c1');
    nav.openScratchpad('a token');
    expect(nav.screen.value).toBe('scratchpad');
    expect([nav.takeScratch(), nav.takeScratch()]).toEqual(['a token', '']);
    nav.back();
    expect([nav.screen.value, nav.credentialId.value]).toEqual(['credentials', 'c1']);
  });
});
