import { describe, expect, it } from 'vitest';
import { USER } from '../../../accuracy/support/site.js';
import type { Label } from '../../../accuracy/support/stack.js';
import type { Request } from '../../support/accuracy-entry.js';
import { SITE, ID, answer } from './asked-rule.js';

describe('pages', () => {
  const FORM = '<form><input type="password" name="p"></form>';
  const shown = (url: string): Request => ({ step: 'anonymous', url, text: FORM });
  const sent = (url: string, body: string, origin: string): Request => ({
    step: 'login',
    url,
    body,
    held: {},
    sends: { Origin: origin },
  });
  it.each<[string, Request[], string, string]>([
    ['a form by http', [shown('http://shop.test/')], 'asked', 'forbidden'],
    ['a form by https', [shown(SITE)], 'forbidden', 'forbidden'],
    ['on this machine', [shown('http://localhost/')], 'forbidden', 'forbidden'],
    [
      'its password by http too',
      [
        shown('http://shop.test/'),
        sent('http://shop.test/', `p=${USER.password}`, 'http://shop.test'),
      ],
      'forbidden',
      'asked',
    ],
    [
      'a digest by http',
      [shown('http://shop.test/'), sent('http://shop.test/', `password=${ID}`, 'http://shop.test')],
      'open',
      'open',
    ],
    [
      'a password in an address by http',
      [{ step: 'login', url: `http://shop.test/?p=${USER.password}` }],
      'forbidden',
      'open',
    ],
    [
      'a password by https for such a page',
      [sent(`${SITE}/login`, `p=${USER.password}`, 'http://shop.test')],
      'asked',
      'forbidden',
    ],
  ])('of %s', (_what, requests, page, password) => {
    expect(answer('login-page-over-http', requests)).toBe(page);
    expect(answer('password-over-http', requests)).toBe(password);
  });

  it.each<[string, string | undefined, string]>([
    ['none', undefined, 'open'],
    ['five minutes', 'max-age=300', 'open'],
    ['a year', 'max-age=31536000; includeSubDomains', 'forbidden'],
    ['a year in quotes', 'max-age="31536000"', 'forbidden'],
  ])('hsts-missing of %s', (_what, line, expected) => {
    const answers: Record<string, string> =
      line === undefined ? {} : { 'Strict-Transport-Security': line };
    expect(answer('hsts-missing', [{ step: 'use', url: `${SITE}/`, answers }])).toBe(expected);
  });

  it.each<[string, string | undefined, string]>([
    ['the whole address', 'unsafe-url', 'asked'],
    ['the last policy that is known', 'unsafe-url, strict-origin', 'forbidden'],
    ['what browsers do', undefined, 'forbidden'],
  ])('referrer-policy-unsafe of %s', (_what, policy, expected) => {
    const page: Request = {
      step: 'use',
      url: `${SITE}/?t=${ID}`,
      ...(policy === undefined ? {} : { answers: { 'Referrer-Policy': policy } }),
    };
    const label: Label = { carrier: 'url', name: 't', role: 'access-token' };
    expect(answer('referrer-policy-unsafe', [page], [label])).toBe(expected);
  });
});
