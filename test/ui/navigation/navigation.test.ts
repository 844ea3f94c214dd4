import { signal } from '@preact/signals';
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
    nav.stored.filter.value = 'tok';
    nav.stored.select('cookies a.test', 'sid');
    nav.stored.select('localStorage https://a.test', 'auth');
    nav.openCredential('c1');
    nav.back();
    expect([nav.screen.value, nav.stored.area.value, nav.stored.filter.value]).toEqual([
      'storage',
      'localStorage https://a.test',
      'tok',
    ]);
    expect(Object.fromEntries(nav.stored.items.value)).toEqual({
      'cookies a.test': 'sid',
      'localStorage https://a.test': 'auth',
    });
    nav.stored.select('cookies a.test', null);
    expect([...nav.stored.items.value.keys()]).toEqual(['localStorage https://a.test']);
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

const SITE_OF: Readonly<Record<string, string>> = {
  c1: 'https://shop.test',
  c2: 'https://idp.test',
};

describe('what is open when another site is put in front', () => {
  const shop = 'https://shop.test';
  const idp = 'https://idp.test';
  const atShop = () => {
    const site = signal<string | undefined>(shop);
    const nav: Navigation = new Navigation(
      () => {},
      () => false,
      { front: () => nav.site.value ?? site.value, of: (id) => SITE_OF[id] },
    );
    return { nav, site };
  };

  it('is what was opened there, and comes back with the site', () => {
    const { nav } = atShop();
    nav.selectCredential('c1');
    nav.stored.openArea('cookies shop.test');
    nav.openSite(idp);
    expect([nav.screen.value, nav.credentialId.value, nav.stored.area.value]).toEqual([
      'overview',
      null,
      null,
    ]);
    nav.openSite(shop);
    expect([nav.credentialId.value, nav.stored.area.value]).toEqual(['c1', 'cookies shop.test']);
  });

  it('is what a link opened of another site, for as long as its own site or that one is there', () => {
    const { nav } = atShop();
    nav.openCredential('c2');
    expect(nav.credentialId.value).toBe('c2');
    nav.openSite(idp);
    expect(nav.credentialId.value).toBe('c2');
    nav.openSite('https://plain.test');
    expect(nav.credentialId.value).toBeNull();
  });

  it('goes back to the site that was in front, with what was open there', () => {
    const { nav } = atShop();
    nav.openCredential('c1');
    nav.openSite(idp);
    nav.openCredential('c2');
    nav.back();
    expect([nav.site.value, nav.credentialId.value]).toEqual([idp, null]);
    nav.back();
    expect([nav.site.value, nav.screen.value, nav.credentialId.value]).toEqual([
      null,
      'credentials',
      'c1',
    ]);
  });

  it('follows the tab to another site and back, as a login elsewhere does', () => {
    const { nav, site } = atShop();
    nav.selectCredential('c1');
    site.value = idp;
    nav.followTab();
    expect(nav.credentialId.value).toBeNull();
    site.value = shop;
    expect(nav.credentialId.value).toBe('c1');
  });

  it('belongs to the first site where none was known when it was opened', () => {
    const { nav, site } = atShop();
    site.value = undefined;
    nav.openCredential('c2');
    site.value = shop;
    nav.settle();
    expect(nav.credentialId.value).toBe('c2');
    nav.openSite('https://plain.test');
    expect(nav.credentialId.value).toBeNull();
  });
});
