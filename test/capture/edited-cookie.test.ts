import { describe, expect, it } from 'vitest';
import type { Cookies } from 'webextension-polyfill';
import { cookieOf, detailsOf, editedCookie, slotOf } from '../../src/capture/edited-cookie.js';

const cookie: Cookies.Cookie = {
  name: 'sid',
  value: 'v',
  domain: '.shop.test',
  hostOnly: false,
  path: '/app',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  session: false,
  expirationDate: 1_800_000_000.123456,
  storeId: '7',
  firstPartyDomain: '',
  partitionKey: { topLevelSite: 'https://top.test' },
};

describe('a cookie of the browser', () => {
  it.each<[string, Partial<Cookies.Cookie>]>([
    ['of a domain', {}],
    ['of one host', { domain: 'www.shop.test', hostOnly: true }],
    ['of a session', { session: true }],
    ['without SameSite', { sameSite: 'unspecified' as Cookies.SameSiteStatus }],
    ['of a container', { storeId: 'firefox-container-2', firstPartyDomain: 'shop.test' }],
  ])('comes through the hands of a person as it was: %s', (_, more) => {
    const { expirationDate, ...rest } = { ...cookie, ...more };
    const whole = rest.session ? rest : { ...rest, expirationDate };
    expect(cookieOf(editedCookie(whole), whole, 'other')).toEqual(whole);
  });

  it('keeps what only the browser knows of a partition, until another one is wanted', () => {
    const partitionKey = { topLevelSite: 'https://top.test', hasCrossSiteAncestor: true };
    const before = { ...cookie, partitionKey };
    const edited = editedCookie(before);
    expect(cookieOf({ ...edited, value: 'w' }, before, '').partitionKey).toBe(partitionKey);
    expect(cookieOf({ ...edited, partition: 'https://b.test' }, before, '').partitionKey).toEqual({
      topLevelSite: 'https://b.test',
    });
    expect(cookieOf({ ...edited, partition: null }, before, '')).not.toHaveProperty('partitionKey');
  });

  it('is asked for with its store, and with a domain only where subdomains get it', () => {
    expect(detailsOf(cookie, false)).toMatchObject({
      url: 'https://shop.test/app',
      domain: '.shop.test',
      storeId: '7',
      partitionKey: { topLevelSite: 'https://top.test' },
    });
    const ofHost = { ...cookie, domain: 'a.test', hostOnly: true, secure: false };
    expect(detailsOf(ofHost, false)).not.toHaveProperty('domain');
    expect(detailsOf(ofHost, false).url).toBe('http://a.test/app');
    expect(detailsOf(ofHost, true).url).toBe('https://a.test/app');
  });

  it('has a place of its own by name, domain, host, path and partition', () => {
    const others: Partial<Cookies.Cookie>[] = [
      { name: 'b' },
      { domain: '.b.test' },
      { hostOnly: true },
      { path: '/' },
      { partitionKey: { topLevelSite: 'https://b.test' } },
    ];
    const slots = new Set(others.map((more) => slotOf({ ...cookie, ...more })));
    expect(slots.size).toBe(others.length);
    expect(slots).not.toContain(slotOf(cookie));
    const another: Cookies.Cookie = { ...cookie, value: 'w', secure: false };
    expect(slotOf(another)).toBe(slotOf(cookie));
  });
});
