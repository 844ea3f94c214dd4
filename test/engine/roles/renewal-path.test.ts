import { describe, expect, it } from 'vitest';
import { isForRenewal } from '../../../src/engine/roles/renewal-path.js';
import { cookie } from '../../support/credential.js';

const isTold = (name: string, path: string, gotPage?: true) =>
  isForRenewal(
    cookie({ name, attributes: { path }, behaviour: gotPage === undefined ? {} : { gotPage } }),
  );

describe('a cookie for one part of a site', () => {
  it.each([
    ['rt', '/auth'],
    ['qx', '/api/auth/'],
    ['refresh_token', '/oauth2'],
    ['qx', '/oauth'],
    ['session', '/api/auth/refresh'],
    ['sid', '/token'],
    ['qx', '/v1/tokens'],
  ])('renews tokens: %s at %s', (name, path) => expect(isTold(name, path)).toBe(true));

  it.each([
    ['JSESSIONID', '/auth'],
    ['JSESSIONID', '/auth/'],
    ['JSESSIONID', '/token-service'],
    ['PHPSESSID', '/oauth'],
    ['sid', '/auth'],
    ['app_session', '/oauth2'],
    ['qx', '/'],
    ['qx', '/auth/realms/desk'],
    ['qx', '/authors'],
  ])('is no more than it is called: %s at %s', (name, path) =>
    expect(isTold(name, path)).toBe(false),
  );

  it('is of an application where pages are had with it', () => {
    expect(isTold('qx', '/auth', true)).toBe(false);
    expect(isTold('qx', '/auth/refresh', true)).toBe(true);
  });
});
