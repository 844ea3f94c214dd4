import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { handsBack } from '../../../../src/engine/moments/login/handed-back.js';
import { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const IDP = 'https://id.test';
const APP = 'https://app.test';
const random = new Seeded('handed back');
const asking = (more: string, path = '/authorize') => `${IDP}${path}?client_id=a&${more}`;
const wanted = (uri: string) => `redirect_uri=${encodeURIComponent(uri)}`;

describe('a redirect brings the answer of a login back', () => {
  it.each([
    [asking(wanted(`${APP}/login/cb`)), `${APP}/login/cb?code=k3&state=s`],
    [asking('redirect_uri=x'), `${APP}/auth/kakao/callback?code=k3&state=s`],
    [asking(wanted(`${APP}/login`)), `${APP}/login#id_token=k3&state=s`],
    [asking(wanted(`${APP}/login`)), `${APP}/login?response=k3`],
    [asking(wanted('https://shop.id.test/login')), 'https://shop.id.test/login?code=k3'],
    [asking('state=s1'), 'https://shop.id.test/login?code=k3&state=s1'],
    [
      `${IDP}/cas?service=${encodeURIComponent(`${IDP}/app/login`)}`,
      `${IDP}/app/login?ticket=ST-1`,
    ],
    [`${IDP}/saml2?SAMLRequest=x`, `${APP}/login/saml?SAMLResponse=x`],
  ])('%s → %s', (url, redirectUrl) => {
    expect(handsBack(url, redirectUrl)).toBe(true);
  });

  it.each([
    [asking(wanted(`${APP}/login/cb`)), `${IDP}/login?continue=x`],
    [asking(wanted(`${APP}/login/cb`)), `${APP}/login/cb?error=login_required&state=s`],
    [asking(wanted(`${APP}/login/cb`)), `${APP}/login/cb?code=`],
    [`${APP}/account`, `${APP}/login?ticket=ST-1`],
    [`${APP}/account?state=s1`, `${APP}/login?code=k3&state=s2`],
    [`${APP}/account`, asking(wanted(`${APP}/login/cb`), '/login')],
    [`${APP}/account`, undefined],
    ['', 'not an address'],
  ])('not %s → %s', (url, redirectUrl) => {
    expect(handsBack(url, redirectUrl)).toBe(false);
  });
});

/** A visit that begins at an app, logs in at its provider, and is sent from there to `back`. */
function momentsWith(back: string) {
  const ask = asking(`response_type=code&state=s1&${wanted(`${APP}/login/cb`)}`);
  const login = `${IDP}/accounts/login?continue=${encodeURIComponent(ask)}`;
  const session = `known=${random.base62(40)}`;
  const page = { topUrl: login };
  const own = { sends: { cookie: session } };
  return momentsTold([
    exchange({ url: ask, status: 302, redirectUrl: login, gets: { location: login } }),
    exchange({ url: login, responseBody: readBody('text/html', '<input type=password name=p>') }),
    exchange({
      ...page,
      url: `${IDP}/accounts/login.json`,
      method: 'POST',
      type: 'fetch',
      requestBody: readBody('application/json', '{"user":"ada","password":"x"}'),
      responseBody: readBody('application/json', '{"ok":true}'),
      gets: { 'set-cookie': `${session}; Path=/; HttpOnly; Secure` },
    }),
    exchange({ ...own, url: `${IDP}/home` }),
    exchange({ ...own, url: ask, status: 302, redirectUrl: back, gets: { location: back } }),
  ]);
}

describe('a provider that was asked for a login', () => {
  it('knew its user where it sends the browser back with a code', () => {
    expect(JSON.stringify(momentsWith(`${APP}/login/cb?code=k3v9&state=s1`))).not.toContain('lost');
  });

  it('did not where it asks for a login once more', () => {
    expect(JSON.stringify(momentsWith(`${IDP}/accounts/login?continue=x`))).toContain('lost');
  });
});
