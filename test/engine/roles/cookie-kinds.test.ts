import { describe, expect, it } from 'vitest';
import { cookie, exchange } from '../../support/credential.js';
import { judged, sid } from '../../support/judged.js';

describe('a probe for cookies', () => {
  it.each(['cookietest', 'test_cookie', 'cookie_check', 'cookies-enabled', 'cookieSupport'])(
    '%s asks for no consent, and chooses nothing',
    (name) => {
      const one = cookie({ name, value: '1', attributes: { httpOnly: false } });
      expect(judged(one).role).toBe('other');
    },
  );
});

describe('a cookie that is deleted soon', () => {
  const random = 'f3a9c1b27d5e48609a1bc7e2';
  const clearedBy = (url: string) => ({ clearedEarly: { ...exchange(), url } });

  it.each([
    ['session', 'sid', 'https://a.test/login'],
    ['session', 'shop_sid', 'https://a.test/index.php?op=logout'],
    ['other', 'flash', 'https://a.test/state?code=1'],
    ['oauth-state', 'flowid', 'https://a.test/auth/callback?x=1'],
    ['oauth-state', 'flowid', 'https://a.test/saml/acs'],
    ['oauth-state', 'flowid', 'https://a.test/signin-oidc'],
    ['oauth-state', 'flowid', 'https://a.test/?code=a&state=b'],
    ['oauth-state', 'login_nonce', 'https://a.test/'],
  ])('is %s where it is called %s and %s deletes it', (role, name, url) => {
    const one = cookie({
      name,
      value: random,
      behaviour: clearedBy(url),
      attributes: { httpOnly: false },
    });
    expect(judged(one).role).toBe(role);
  });

  it('is of a flow where it was set on the way to an authorization server', () => {
    const behaviour = { ...clearedBy('https://a.test/'), setForAuthorization: exchange() };
    const one = cookie({
      name: 'flowid',
      value: random,
      behaviour,
      attributes: { httpOnly: false },
    });
    expect(judged(one).role).toBe('oauth-state');
  });
});

it.each([
  ['TS01b3f1c7', 'device'],
  ['TS0123ab028', 'device'],
  ['TSPD_101', 'device'],
  ['citrix_ns_id', 'device'],
  ['rbzid', 'device'],
  ['__uzmb', 'device'],
  ['acw_sc__v2', 'device'],
  ['afd_azwaf_jsclearance', 'device'],
  ['BIGipServerpool_web', 'load-balancer'],
  ['akaalb_production', 'load-balancer'],
  ['ASLBSACORS', 'load-balancer'],
  ['acw_tc', 'load-balancer'],
  ['VISITOR_PRIVACY_METADATA', 'tracking'],
  ['__Secure-ROLLOUT_TOKEN', 'tracking'],
])('the documented cookie %s is %s', (name, role) => {
  const value = '01a3f9c1b27d5e48609a1bc7e2f3a9c1b27d5e48';
  expect(judged(cookie({ name, value, attributes: { httpOnly: true } })).role).toBe(role);
});

describe('a cookie that shows whether the browser keeps cookies', () => {
  const readable = { attributes: { httpOnly: false } };

  it.each([
    ['auth_probe', '1'],
    ['cookietest', '1'],
    ['testcookie', 'on'],
    ['cookie_check', 'yes'],
    ['cookies_enabled', 'true'],
    ['has-cookie-support', '1'],
  ])('%s is no setting', (name, value) => {
    expect(judged(sid({ ...readable, name, value })).role).toBe('other');
  });

  it.each([
    ['sound_enabled', 'true', 'preference'],
    ['spell_check', 'on', 'preference'],
    ['cookie_consent', '1', 'consent'],
  ])('%s is another thing', (name, value, role) => {
    expect(judged(sid({ ...readable, name, value })).role).toBe(role);
  });
});
