import { describe, expect, it } from 'vitest';
import {
  isRevokingPath,
  isRevokingWord,
} from '../../../../src/engine/moments/logout/revoking-words.js';
import { isLogout } from '../../../../src/engine/moments/logout/logout.js';
import { json } from '../../../support/bodies.js';
import { exchange } from '../../../support/exchange.js';

const SITE = 'https://base.test';

describe('an address that takes a token back', () => {
  it.each([
    '/api/user/token-blacklist/',
    '/api/token_blacklist',
    '/jwt-revoke',
    '/auth/token-revoke',
    '/user-token-invalidate',
    '/api/accessTokenRevoke',
    '/access_token_revocation/',
  ])('is %s', (path) => {
    expect(isLogout(exchange({ url: SITE + path, method: 'POST', status: 204 }))).toBe(true);
    expect(isRevokingPath(SITE + path, 'GET')).toBe(false);
  });

  it.each([
    '/api/token-blacklist/7',
    '/device-token-revoke',
    '/api/personal-access-token-revoke',
    '/ip-blacklist/',
    '/token-refresh/',
    '/api/accessTokenRevoked',
    '/blog/token-blacklist-explained',
  ])('is not %s', (path) => expect(isRevokingPath(SITE + path, 'POST')).toBe(false));
});

describe('a call that takes a token back', () => {
  it.each([
    'customerAccessTokenDelete',
    'revokeCustomerToken',
    'revokeToken',
    'tokenRevoke',
    'deleteRefreshTokenCookie',
    'deleteTokenCookie',
    'tokensDeactivateAll',
    'invalidateToken',
    'authTokenRevoke',
    'users.revokeAccessToken',
  ])('is %s', (word) => {
    expect(isRevokingWord(word)).toBe(true);
    const query = `mutation { ${word.replace(/^.*\./, '')}(token: "x") { ok } }`;
    const call = { url: `${SITE}/graphql`, method: 'POST', requestBody: json({ query }) };
    expect(isLogout(exchange(call))).toBe(true);
  });

  it.each([
    'customerAccessTokenCreate',
    'customerAccessTokenRenew',
    'personalAccessTokenDelete',
    'personalAccessTokenRevoke',
    'deleteApiToken',
    'deleteAccessToken',
    'tokenDelete',
    'pushTokenDelete',
    'revokeInviteToken',
    'deleteDeviceToken',
    'tokenVerify',
    'verifyToken',
    'tokens',
    '',
  ])('is not %s', (word) => expect(isRevokingWord(word)).toBe(false));
});
