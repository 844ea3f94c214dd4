import { describe, expect, it } from 'vitest';
import type { Credential, Sighting } from '../../../src/engine/model.js';
import { ALONE, judgeRole } from '../../../src/engine/roles/role.js';
import { standingAt } from '../../../src/engine/roles/standing.js';
import { AUTHORIZATION_KEY } from '../../../src/engine/roles/sighting-cues.js';
import { text } from '../../../src/engine/text.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { b64u } from '../../support/base64.js';
import { exchange as visit } from '../../support/exchange.js';
import { cookie, credential, DAYS, exchange, sighting, T0 } from '../../support/credential.js';
import { jwtOf } from '../../support/jose.js';

const NOBODY = { loginGave: false };

/** What is judged of a credential, in a context. */
function judged(one: Credential, context: Parameters<typeof judgeRole>[1] = NOBODY): Credential {
  return { ...one, ...judgeRole(one, context) };
}

const sid = (more: Partial<Credential> = {}) =>
  cookie({ identity: 'cookie:sid', name: 'sid', value: 'f3a9c1b27d5e48609a1b', ...more });

describe('the signature of a cookie', () => {
  it('has the role of the cookie that it signs, whatever it looks like', () => {
    const signed = { ...sid(), role: 'preference', confidence: 0.42 } as const;
    const { role, confidence, evidence } = judged(sid({ name: 'theme.sig' }), {
      signed,
      loginGave: true,
    });
    expect([role, confidence]).toEqual(['preference', 0.42]);
    expect(evidence.map(({ key, values }) => [key, values])).toEqual([
      ['evidence_signs', { name: 'sid' }],
    ]);
  });
});

describe('what looks like a session', () => {
  it('is one where no login was seen, and where the login gave it or the logout took it', () => {
    expect(judged(sid()).role).toBe('session');
    const behaviours = [{ issuedAtLogin: exchange() }, { clearedAtLogout: true }];
    for (const behaviour of behaviours)
      expect(judged(sid({ behaviour }), { loginGave: true }).role).toBe('session');
  });

  it('is none where a login gave something else and left it alone', () => {
    const { role, evidence } = judged(sid(), { loginGave: true });
    expect(role).toBe('other');
    expect(evidence.map(({ key }) => key)).toEqual(['evidence_bystander']);
  });
});

describe('the long-lived cookie of a login', () => {
  const remembered = sid({
    name: 'clubpass',
    attributes: { persistent: true },
    expires: 'at',
    expiresAt: T0 + 30 * DAYS,
    behaviour: { issuedAtLogin: exchange() },
  });

  it('is remembered beside a session, and the session where there is none', () => {
    expect(judged(remembered).role).toBe('remember-me');
    const alone = judged(remembered, { loginGave: false, standsAlone: true });
    expect([alone.role, alone.evidence[0]!.key]).toEqual(['session', 'evidence_stands_alone']);
  });

  it('is none where it never comes to the login: it can spare nobody the password', () => {
    const url = `${remembered.origin}/hub/login`;
    const roleAt = (path: string) =>
      judged({
        ...remembered,
        attributes: { ...remembered.attributes!, path },
        behaviour: { issuedAtLogin: exchange({ url }) },
      }).role;
    expect(['/', '/hub', '/hub/'].map(roleAt)).toEqual(Array(3).fill('remember-me'));
    expect(['/user/ada/', '/hubs'].map(roleAt)).toEqual(['session', 'session']);
  });

  it('is none that no login gave', () => {
    const { role } = judged(
      { ...remembered, name: 'remember_token', behaviour: {} },
      { loginGave: false, standsAlone: true },
    );
    expect(role).toBe('remember-me');
  });
});

describe('what stands for the user of a site', () => {
  const session = judged(sid());
  const given = judged(sid({ behaviour: { issuedAtLogin: exchange() } }));
  const onlyGiven = {
    ...given,
    kind: 'token' as const,
    sightings: given.sightings.map((one) => ({ ...one, direction: 'received' as const })),
  };
  const elsewhere = { ...given, site: 'https://other.example', sightings: [] };
  it.each([
    ['nothing', [], { given: false, bearer: false, kept: false, alone: true }],
    [
      'a password',
      [{ ...session, role: 'basic' as const }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
    [
      'a key',
      [{ ...session, role: 'api-key' as const }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
    [
      'a session that was there before',
      [session],
      { given: false, bearer: false, kept: true, alone: false },
    ],
    [
      'one that a login gave',
      [session, given],
      { given: true, bearer: false, kept: true, alone: false },
    ],
    ['one of another site', [elsewhere], { given: false, bearer: false, kept: false, alone: true }],
    [
      'a token that a login gave, and scripts send',
      [{ ...given, kind: 'token' as const, evidence: [text(AUTHORIZATION_KEY, '')] }],
      { given: true, bearer: true, kept: true, alone: false },
    ],
    [
      'one that stands there only because nothing else does',
      [{ ...given, evidence: [ALONE] }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
    [
      'the same of a short id, which another may take the place of',
      [{ ...given, value: '100001234', evidence: [ALONE] }],
      { given: false, bearer: false, kept: false, alone: true },
    ],
    [
      'what would renew others, and was given and never seen again',
      [{ ...onlyGiven, role: 'refresh-token' as const }],
      { given: false, bearer: false, kept: false, alone: false },
    ],
  ])('%s', (_, all, standing) => expect(standingAt(session.site, all)).toMatchObject(standing));
});

describe('what goes with a login and tells no user from others', () => {
  const given = { issuedAtLogin: exchange(), clearedAtLogout: true };
  const readable = { attributes: { httpOnly: false } };

  it.each([
    ['a number', '1'],
    ['a name', 'ada'],
    ['a profile', encodeURIComponent('{"id":7,"name":"Ann","role":"editor"}')],
    ['a state', '{"state":"in"}'],
  ])('%s is no session', (_, value) => {
    const one = sid({ ...readable, name: 'member', value, behaviour: given });
    expect(judged(one, { loginGave: true }).role).not.toBe('session');
  });

  it('a secret in such a profile is one', () => {
    const value = encodeURIComponent('{"id":7,"key":"f3a9c1b27d5e48609a1bd77e02c4"}');
    expect(judged(sid({ name: 'member', value, behaviour: given })).role).toBe('session');
  });
});

describe('a probe for cookies', () => {
  it.each(['cookietest', 'test_cookie', 'cookie_check', 'cookies-enabled', 'cookieSupport'])(
    '%s asks for no consent, and chooses nothing',
    (name) => {
      const one = cookie({ name, value: '1', attributes: { httpOnly: false } });
      expect(judged(one).role).toBe('other');
    },
  );
});

describe('what the sightings say that a cookie did', () => {
  const seen = (...sightings: Partial<Sighting>[]) => {
    const { behaviour } = judged(sid({ sightings: sightings.map((one) => sighting(one)) }));
    const { sentFirstParty, sentThirdParty, echoed } = behaviour;
    return { sentFirstParty, sentThirdParty, echoed };
  };
  const NOTHING = { sentFirstParty: undefined, sentThirdParty: undefined, echoed: undefined };
  const at = { carrier: 'cookie', locator: 'sid', site: 'https://shop.example' } as const;

  it.each<[string, Partial<Sighting>, object]>([
    ['sent to the site of its page', { ...at, pageSite: at.site }, { sentFirstParty: true }],
    ['sent where no page is known', at, { sentFirstParty: true }],
    [
      'sent from another page',
      { ...at, pageSite: 'https://news.example' },
      { sentThirdParty: true },
    ],
    ['received', { ...at, direction: 'received' }, {}],
    [
      'received for a page of another site, and sent nowhere',
      { ...at, direction: 'received', pageSite: 'https://news.example' },
      { sentThirdParty: true },
    ],
    [
      'echoed in a header against forgery',
      { ...at, carrier: 'header', locator: 'x-csrf-token' },
      { sentFirstParty: true, echoed: 'x-csrf-token' },
    ],
    [
      'echoed in a form',
      { ...at, carrier: 'body', locator: '/form/_token' },
      { sentFirstParty: true, echoed: '/form/_token' },
    ],
    [
      'repeated in some header',
      { ...at, carrier: 'header', locator: 'x-visitor' },
      { sentFirstParty: true },
    ],
    [
      'repeated in an address',
      { ...at, carrier: 'url', locator: 'csrf' },
      { sentFirstParty: true },
    ],
  ])('%s', (_, one, expected) => {
    expect(seen(one)).toEqual({ ...NOTHING, ...expected });
  });

  it('is no echo of what is no cookie', () => {
    const { behaviour } = judged(
      credential({ sightings: [sighting({ locator: 'x-csrf-token', carrier: 'header' })] }),
    );
    expect(behaviour.echoed).toBeUndefined();
  });
});

describe('a token in the JSON that a cookie holds', () => {
  const claims = { sub: 'u1', aud: 'app', email: 'ada@a.test', role: 'authenticated' };
  const token = jwtOf(claims);
  const roleOf = (value: string, split = false) => {
    const analysis = new Analysis();
    const half = Math.ceil(value.length / 2);
    const sent = split
      ? `sb-auth.0=${value.slice(0, half)}; sb-auth.1=${value.slice(half)}`
      : `sb-auth=${value}`;
    analysis.addExchange(visit({ url: 'https://a.test/', sends: { cookie: sent } }));
    return [...new Set(analysis.credentials().map(({ role }) => role))];
  };
  const packed = (json: object) => `base64-${b64u(JSON.stringify(json))}`;

  it.each<[string, string, string]>([
    ['in base64', packed({ access_token: token, refresh_token: 'k3v9' }), 'access-token'],
    ['percent-encoded', encodeURIComponent(JSON.stringify({ accessToken: token })), 'access-token'],
    ['beside another one', packed({ id_token: token, access_token: token }), 'access-token'],
    ['of another kind', packed({ id_token: token }), 'id-token'],
  ])('%s is what it is called there', (_, value, role) => {
    expect(roleOf(value)).toEqual([role]);
  });

  it('is so in parts as well', () => {
    const value = packed({ access_token: token, user: { name: 'ada' } });
    expect(roleOf(value, true)).toEqual(['access-token']);
  });
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
