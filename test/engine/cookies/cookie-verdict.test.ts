import { describe, expect, it } from 'vitest';
import type { JarCookie } from '../../../src/engine/model.js';
import { CURRENT_POLICY, type CookieRequest } from '../../../src/engine/cookies/cookie-context.js';
import {
  type AgedCookie,
  sendReasons,
  setVerdict,
} from '../../../src/engine/cookies/cookie-verdict.js';

const NOW = Date.UTC(2026, 0, 1);
const TOP = { url: 'https://other.test/', navigation: 'top' } as const;
const CROSS = { url: 'https://other.test/', topUrl: 'https://top.test/' };
const CROSS_HTTP = { url: 'http://other.test/', topUrl: 'http://top.test/' };
const BLOCKING = { ...CURRENT_POLICY, thirdPartyCookies: false };

/** Chrome's words for what one line meets; "stored" where nothing. */
function words(
  line: string,
  request: CookieRequest,
  policy = CURRENT_POLICY,
  jar: JarCookie[] = [],
): string {
  const { stored, rejections, chrome } = setVerdict(line, request, NOW, policy, jar);
  expect(stored).toBe(rejections.length === 0);
  return stored ? 'stored' : chrome.join(' ');
}

// Each of these was set in Chromium 156 from a page of another site, and its verdict noted.
describe('a line from another site', () => {
  it.each([
    ['u=1', 'SameSiteUnspecifiedTreatedAsLax', 'SameSiteUnspecifiedTreatedAsLax'],
    ['l=1; SameSite=Lax', 'SameSiteLax', 'SameSiteLax'],
    ['s=1; SameSite=Strict', 'SameSiteStrict', 'SameSiteStrict'],
    ['n=1; SameSite=None; Secure', 'stored', 'SecureOnly'],
    ['i=1; SameSite=None', 'SameSiteNoneInsecure', 'SameSiteNoneInsecure'],
    [
      'us=1; Secure',
      'SameSiteUnspecifiedTreatedAsLax',
      'SecureOnly SameSiteUnspecifiedTreatedAsLax',
    ],
    ['d=1; Domain=bad.net', 'InvalidDomain', 'InvalidDomain'],
    ['dl=1; Domain=bad.net; SameSite=Lax', 'InvalidDomain', 'InvalidDomain'],
    ['__Secure-p=1', 'InvalidPrefix', 'InvalidPrefix'],
    ['pa=1; Partitioned; Secure', 'SameSiteUnspecifiedTreatedAsLax', ''],
    ['pn=1; Partitioned; Secure; SameSite=None', 'stored', ''],
    ['e=1; Max-Age=0', 'SameSiteUnspecifiedTreatedAsLax', 'SameSiteUnspecifiedTreatedAsLax'],
  ])('%s', (line, overHttps, overHttp) => {
    expect(words(line, CROSS)).toBe(overHttps);
    expect(words(line, CROSS_HTTP)).toBe(overHttp);
  });

  it.each([
    ['u=1', 'UserPreferences'],
    ['n=1; SameSite=None; Secure', 'UserPreferences'],
    ['i=1; SameSite=None', 'UserPreferences'],
    ['d=1; Domain=bad.net', 'InvalidDomain'],
    ['pa=1; Partitioned; Secure', 'SameSiteUnspecifiedTreatedAsLax'],
    ['pn=1; Partitioned; Secure; SameSite=None', 'stored'],
  ])('%s, where third-party cookies are blocked', (line, verdict) => {
    expect(words(line, CROSS, BLOCKING)).toBe(verdict);
  });

  it('may set everything with a navigation of the tab', () => {
    const followed = { ...TOP, initiator: 'https://top.test' };
    for (const line of [
      'u=1',
      'l=1; SameSite=Lax',
      's=1; SameSite=Strict',
      'n=1; SameSite=None; Secure',
    ]) {
      expect(words(line, followed, BLOCKING)).toBe('stored');
    }
  });
});

describe('a line over plain http', () => {
  const known = (path: string, domain = 'www.example.org', hostOnly = true): JarCookie => ({
    name: 'a',
    value: '1',
    httpOnly: false,
    secure: true,
    sameSite: 'unset',
    domain,
    path,
    hostOnly,
    partitioned: false,
    persistent: false,
  });
  const at = (path = '/') => ({ url: `http://www.example.org${path}`, navigation: 'top' }) as const;

  it.each([
    ['a=2', known('/'), 'OverwriteSecure'],
    ['a=2; Path=/', known('/x'), 'stored'],
    ['a=2; Path=/x', known('/'), 'OverwriteSecure'],
    ['a=2; Path=/x/y', known('/x'), 'OverwriteSecure'],
    ['a=2; Path=/xy', known('/x'), 'stored'],
    ['a=2', known('/', 'example.org', false), 'OverwriteSecure'],
    ['a=2; Domain=example.org', known('/'), 'OverwriteSecure'],
    ['a=2; Max-Age=0', known('/'), 'OverwriteSecure'],
    ['a=2; Secure', known('/'), 'SecureOnly OverwriteSecure'],
    ['a=2; SameSite=None', known('/'), 'SameSiteNoneInsecure OverwriteSecure'],
    ['a=2; Domain=example.net', known('/'), 'InvalidDomain'],
    ['b=2', known('/'), 'stored'],
    ['a=2', { ...known('/'), secure: false }, 'stored'],
  ])('%s leaves a secure cookie alone', (line, other, verdict) => {
    expect(words(line, at(), CURRENT_POLICY, [other])).toBe(verdict);
  });

  it('is not held against a secure cookie over https', () => {
    expect(
      words('a=2', { url: 'https://www.example.org/', navigation: 'top' }, CURRENT_POLICY, [
        known('/'),
      ]),
    ).toBe('stored');
  });
});

describe('a cookie', () => {
  const cookie = (over: Partial<AgedCookie> = {}): AgedCookie => ({
    name: 'a',
    value: '1',
    httpOnly: false,
    secure: false,
    sameSite: 'unset',
    domain: 'other.test',
    path: '/',
    hostOnly: true,
    partitioned: false,
    persistent: false,
    ...over,
  });

  it.each<[string, Partial<AgedCookie>, CookieRequest, string[]]>([
    ['first-party', {}, TOP, []],
    ['to a host below its own', {}, { url: 'https://sub.other.test/' }, ['DomainMismatch']],
    ['to a host below its domain', { hostOnly: false }, { url: 'https://sub.other.test/' }, []],
    ['off its path', { path: '/zz' }, TOP, ['NotOnPath']],
    [
      'secure, over http, off its path',
      { path: '/zz', secure: true },
      { url: 'http://other.test/' },
      ['SecureOnly', 'NotOnPath'],
    ],
    [
      'secure, to this machine',
      { secure: true, domain: 'localhost' },
      { url: 'http://localhost:3000/' },
      [],
    ],
    ['unset, across sites', {}, CROSS, ['SameSiteUnspecifiedTreatedAsLax']],
    [
      'Lax, across sites, off its path',
      { sameSite: 'lax', path: '/zz' },
      CROSS,
      ['NotOnPath', 'SameSiteLax'],
    ],
    [
      'Strict, followed from another site',
      { sameSite: 'strict' },
      { ...TOP, initiator: 'https://top.test' },
      ['SameSiteStrict'],
    ],
    ['None without Secure', { sameSite: 'none' }, TOP, ['SameSiteNoneInsecure']],
    ['None, across sites', { sameSite: 'none', secure: true }, CROSS, []],
    ['to what is no URL', {}, { url: 'nowhere' }, ['DomainMismatch']],
  ])('%s', (_what, over, request, reasons) => {
    expect(sendReasons(cookie(over), request, NOW)).toEqual(reasons);
  });

  it('of a third party is blocked where users want that, unless it is partitioned', () => {
    const none = { sameSite: 'none', secure: true } as const;
    expect(sendReasons(cookie(none), CROSS, NOW, BLOCKING)).toEqual(['UserPreferences']);
    expect(sendReasons(cookie({ ...none, partitioned: true }), CROSS, NOW, BLOCKING)).toEqual([]);
    expect(sendReasons(cookie({ sameSite: 'lax' }), CROSS, NOW, BLOCKING)).toEqual([
      'SameSiteLax',
      'UserPreferences',
    ]);
  });

  it('without SameSite goes with another site’s form for two minutes', () => {
    const form = { ...TOP, method: 'POST', initiator: 'https://top.test' };
    expect(sendReasons(cookie({ createdAt: NOW - 120_000 }), form, NOW)).toEqual([]);
    expect(sendReasons(cookie({ createdAt: NOW - 120_001 }), form, NOW)).toEqual([
      'SameSiteUnspecifiedTreatedAsLax',
    ]);
    expect(sendReasons(cookie(), form, NOW)).toEqual(['SameSiteUnspecifiedTreatedAsLax']);
  });
});
