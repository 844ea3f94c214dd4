import { describe, expect, it } from 'vitest';
import {
  BEFORE_LAX_BY_DEFAULT,
  type CookieRequest,
  CURRENT_POLICY,
  isThirdParty,
  partitionOf,
  sameSiteSendReason,
  sameSiteSetReason,
  siteRelation,
} from '../../../src/engine/cookies/cookie-context.js';

const url = 'https://api.example.org/x';

describe('how far a request is from those who make it', () => {
  it.each<[string, Omit<CookieRequest, 'url'>, string]>([
    ['nobody known', {}, 'same-site'],
    ['the same site', { topUrl: 'https://www.example.org/' }, 'same-site'],
    ['a WebSocket of the same site', { topUrl: 'wss://www.example.org/' }, 'same-site'],
    ['the same site over http', { topUrl: 'http://www.example.org/' }, 'cross-scheme'],
    ['another site', { topUrl: 'https://example.com/' }, 'cross-site'],
    [
      'another customer of the same host',
      { topUrl: 'https://a.github.io/', documentUrl: 'https://b.github.io/' },
      'cross-site',
    ],
    [
      'a frame of another site in the same site',
      { topUrl: 'https://www.example.org/', documentUrl: 'https://ads.example.com/' },
      'cross-site',
    ],
    [
      'a frame of the same site in another site',
      { topUrl: 'https://example.com/', documentUrl: 'https://www.example.org/' },
      'cross-site',
    ],
    [
      'a page that opens a frame',
      { navigation: 'frame', topUrl: 'https://example.com/' },
      'cross-site',
    ],
    ['the user', { navigation: 'top', topUrl: 'https://example.com/' }, 'same-site'],
    [
      'a link on another site',
      { navigation: 'top', initiator: 'https://example.com' },
      'cross-site',
    ],
    ['a sandboxed page', { navigation: 'top', initiator: 'null' }, 'cross-site'],
  ])('%s', (_what, request, relation) => {
    expect(siteRelation({ url, ...request })).toBe(relation);
  });

  it('makes a third party of everything in a page of another site but the page', () => {
    expect(isThirdParty({ url, topUrl: 'https://example.com/' })).toBe(true);
    expect(isThirdParty({ url, navigation: 'frame', topUrl: 'https://example.com/' })).toBe(true);
    expect(isThirdParty({ url, navigation: 'top', initiator: 'https://example.com/' })).toBe(false);
  });

  it('partitions by the page in the tab', () => {
    expect(partitionOf({ url, topUrl: 'https://www.example.com/a' })).toBe('https://example.com');
    expect(partitionOf({ url, navigation: 'top', topUrl: 'https://www.example.com/a' })).toBe(
      'https://example.org',
    );
    expect(partitionOf({ url })).toBe('https://example.org');
  });
});

describe('SameSite against setting', () => {
  const crossSite = { url, topUrl: 'https://example.com/' };

  it.each([
    ['strict', 'SameSiteStrict', 'SchemefulSameSiteStrict'],
    ['lax', 'SameSiteLax', 'SchemefulSameSiteLax'],
    ['unset', 'SameSiteUnspecifiedTreatedAsLax', 'SchemefulSameSiteUnspecifiedTreatedAsLax'],
    ['none', undefined, undefined],
  ] as const)('%s', (sameSite, acrossSites, acrossSchemes) => {
    expect(sameSiteSetReason(sameSite, crossSite, CURRENT_POLICY)).toBe(acrossSites);
    expect(
      sameSiteSetReason(sameSite, { url, topUrl: 'http://example.org/' }, CURRENT_POLICY),
    ).toBe(acrossSchemes);
    expect(
      sameSiteSetReason(
        sameSite,
        { url, navigation: 'top', initiator: 'https://example.com/' },
        CURRENT_POLICY,
      ),
    ).toBeUndefined();
    expect(sameSiteSetReason(sameSite, { url }, CURRENT_POLICY)).toBeUndefined();
  });

  it('did not concern cookies without it before they counted as Lax', () => {
    expect(sameSiteSetReason('unset', crossSite, BEFORE_LAX_BY_DEFAULT)).toBeUndefined();
    expect(sameSiteSetReason('lax', crossSite, BEFORE_LAX_BY_DEFAULT)).toBe('SameSiteLax');
  });
});

describe('SameSite against sending with a navigation from another site', () => {
  const follow = { url, navigation: 'top', initiator: 'https://example.com' } as const;

  it.each([
    ['strict', 'GET', true, 'SameSiteStrict'],
    ['lax', 'GET', false, undefined],
    ['lax', 'head', false, undefined],
    ['lax', 'POST', true, 'SameSiteLax'],
    ['unset', 'GET', false, undefined],
    ['unset', 'POST', true, undefined],
    ['unset', 'POST', false, 'SameSiteUnspecifiedTreatedAsLax'],
    ['none', 'POST', false, undefined],
  ] as const)('%s, %s, young: %s', (sameSite, method, young, reason) => {
    expect(sameSiteSendReason(sameSite, young, { ...follow, method }, CURRENT_POLICY)).toBe(reason);
  });
});
