import { describe, expect, it } from 'vitest';
import { call, hex, logins, random, refused } from '../../../support/admitted-visit.js';
import { form, json } from '../../../support/bodies.js';
import type { ExchangeSpec } from '../../../support/exchange.js';

/** What stands before a site turns a browser down until that has shown that it is one. */
const visit = (path: string, answer: Partial<ExchangeSpec>, sends: ExchangeSpec['sends']) => [
  refused(),
  call(path, { method: 'POST', requestBody: form(`proof=${random.base62(40)}`), ...answer }),
  call('/notes', { sends: sends ?? {} }),
];
const byCookie = (name: string, path: string) => {
  const value = random.base62(60);
  const gets = { 'set-cookie': `${name}=${value}; Path=/; HttpOnly; Secure` };
  return visit(path, { gets }, { cookie: `${name}=${value}` });
};
const byScript = (name: string, path: string) => {
  const value = random.base62(60);
  return visit(path, { responseBody: json({ token: value }) }, { cookie: `${name}=${value}` });
};

describe('the proof that somebody is a browser', () => {
  it.each([
    ['cf_clearance', '/cdn-cgi/challenge-platform/h/b/flow/ov1/4711'],
    ['_abck', '/akam/13/pixel'],
    ['aws-waf-token', '/verify'],
    ['datadome', '/captcha/check'],
    ['TSPD_101', '/TSPD/08a1'],
    ['KP_UIDz', '/149e9513-01fa-4fb0-aad4-566afd725d1b/tl'],
  ])('is no login where an answer gives it as the cookie %s', (name, path) => {
    expect(logins(...byCookie(name, path))).toEqual([]);
  });

  it.each([
    ['reese84', '/_Incapsula_Resource'],
    ['aws-waf-token', '/voucher'],
  ])('is none where a script makes it the cookie %s', (name, path) => {
    expect(logins(...byScript(name, path))).toEqual([]);
  });

  it('is one where the cookie is the site’s own', () => {
    expect(logins(...byCookie(`box${hex().slice(0, 4)}`, '/enter'))).toHaveLength(1);
  });
});
