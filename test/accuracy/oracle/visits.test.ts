import { describe, expect, it } from 'vitest';
import { expectedFindings } from '../../../accuracy/oracle/index.js';
import { seenOf } from '../../../accuracy/oracle/seen.js';
import type { Recorded } from '../../../accuracy/record/read.js';
import { USER } from '../../../accuracy/support/site.js';
import type { Label } from '../../../accuracy/support/stack.js';
import { entries, type Request } from '../../support/accuracy-entry.js';

const SITE = 'https://shop.test';
const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const SESSION: Label = { carrier: 'cookie', name: 'sid', role: 'session' };
const ID = '4f1cbe2a90d7735d8c66a1b2c3d4e5f6';
const OTHER = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

const asked = (labels: Label[], requests: Request[], states: Recorded['states'] = {}) =>
  expectedFindings(seenOf(labels, { entries: entries(...requests), states }))
    .filter(({ answer }) => answer === 'asked')
    .map(
      ({ ruleId, about }) => `${ruleId} ${typeof about === 'string' ? about : String(about.name)}`,
    );

const closed = { step: 'anonymous', url: `${SITE}/account`, redirectURL: '/login' };
const login = (held: string, gives?: string): Request => ({
  step: 'login',
  url: `${SITE}/login`,
  body: `password=${USER.password}`,
  held: { sid: held },
  redirectURL: '/account',
  sets: gives === undefined ? [] : [`sid=${gives}; ${FLAGS}`],
});
const use = (step: string, sid: string, path = '/account'): Request => ({
  step,
  url: `${SITE}${path}`,
  held: { sid },
});
const logout = (sid: string): Request => ({
  step: 'logout',
  url: `${SITE}/logout`,
  held: { sid },
  body: '',
  redirectURL: '/',
});

const authorization = (parameters: string, redirect = 'https://app.test/back') =>
  ({
    step: 'login',
    url:
      `https://id.test/auth?client_id=a&redirect_uri=${encodeURIComponent(redirect)}&` + parameters,
    redirectURL: redirect,
  }) satisfies Request;
const PKCE = 'code_challenge=x&code_challenge_method=S256';
const STATE = `state=${ID}`;

describe('expectedFindings of a visit', () => {
  it.each<[string, Request[], string[]]>([
    [
      'a login that gives another id',
      [login(ID, OTHER), use('login', OTHER), use('use', OTHER)],
      [],
    ],
    [
      'a login that leaves the id alone',
      [login(ID), use('login', ID), use('use', ID)],
      ['session-not-rotated-at-login sid'],
    ],
    [
      'a login that sets the id once more',
      [login(ID, ID), use('login', ID), use('use', ID)],
      ['session-not-rotated-at-login sid'],
    ],
    [
      'a session that lives on',
      [closed, login(OTHER, ID), use('use', ID), logout(ID), use('logout', ID)],
      ['session-survives-logout sid'],
    ],
    [
      'a session that is over',
      [
        closed,
        login(OTHER, ID),
        use('use', ID),
        logout(ID),
        { ...use('logout', ID), redirectURL: '/login' },
      ],
      [],
    ],
  ])('reads %s', (_what, requests, expected) => {
    expect(asked([SESSION], requests)).toEqual(expected);
  });

  it.each<[string, Request, string[]]>([
    ['a request as it should be', authorization(`response_type=code&${STATE}&${PKCE}`), []],
    [
      'a token in the answer',
      authorization(`response_type=token&${STATE}`),
      ['oauth-implicit-flow app.test'],
    ],
    [
      'nothing that binds it',
      authorization('response_type=code'),
      ['oauth-missing-state app.test', 'oauth-missing-pkce app.test'],
    ],
    [
      'a state that is a word',
      authorization('response_type=code&state=login'),
      ['oauth-state-guessable app.test', 'oauth-missing-pkce app.test'],
    ],
    [
      'an answer in the open',
      authorization(`response_type=code&${STATE}&${PKCE}`, 'http://app.test/back'),
      ['oauth-redirect-over-http app.test'],
    ],
    [
      'a challenge that is the secret itself',
      authorization(`response_type=code&${STATE}&code_challenge=x`),
      ['oauth-pkce-plain app.test'],
    ],
    [
      'no nonce',
      authorization(`response_type=id_token&scope=openid&${STATE}`),
      ['oidc-missing-nonce app.test'],
    ],
    [
      'a password that an app takes',
      { step: 'login', url: `${SITE}/token`, body: `grant_type=password&password=x` },
      ['oauth-password-grant shop.test'],
    ],
    [
      'a password in the open',
      { step: 'login', url: 'http://shop.test/login', body: `p=${USER.password}` },
      ['password-over-http shop.test'],
    ],
  ])('reads %s', (_what, request, expected) => {
    expect(asked([], [request])).toEqual(expected);
  });

  it('reads what a logout leaves behind', () => {
    const label: Label = { carrier: 'localStorage', name: 't', role: 'access-token' };
    const state = (value: string) => ({
      cookies: [],
      origins: [{ origin: SITE, localStorage: [{ name: 't', value }], sessionStorage: [] }],
    });
    const left = (after: string) =>
      asked([label], [logout(ID)], { 'after-use': state(ID), 'after-logout': state(after) });
    expect(left(ID)).toContain('logout-keeps-storage shop.test');
    expect(left(OTHER)).not.toContain('logout-keeps-storage shop.test');
  });
});
