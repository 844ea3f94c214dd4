import { describe, expect, it } from 'vitest';
import type { Carrier } from '../../../src/engine/model.js';
import { nameOf, namesOf } from '../../../src/engine/verdict/names.js';
import { cookie, credential } from '../../support/credential.js';

const named = (carrier: Carrier, name: string) => credential({ carrier, name });

describe('the name of a credential', () => {
  const CASES: [Carrier, string, string][] = [
    ['body', '/id_token', 'id_token'],
    ['body', '/AuthenticationResult/AccessToken', 'AccessToken'],
    ['body', '/tokens/0', 'tokens/0'],
    ['body', '/session/id', 'session/id'],
    ['body', '/1/token', 'token'],
    ['body', '/0', '0'],
    ['body', 'input[csrf]', 'input[csrf]'],
    ['websocket', '/result/sessionToken', 'sessionToken'],
    ['localStorage', 'oidc.user:https://id.example:spa/access_token', 'access_token'],
    ['sessionStorage', 'shop/auth/token', 'token'],
    ['indexedDB', 'db/store/refreshToken', 'refreshToken'],
    ['localStorage', 'https://id.example/spa', 'https://id.example/spa'],
    ['localStorage', 'app.token', 'app.token'],
    ['header', 'x-auth-token', 'x-auth-token'],
    ['url', '/token', '/token'],
  ];
  it.each(CASES)('of %s %s is %s', (carrier, name, plain) => {
    expect(nameOf(named(carrier, name))).toBe(plain);
  });

  it('of a cookie is its own, whatever it looks like', () => {
    expect(nameOf(cookie({ name: 'shop/token' }))).toBe('shop/token');
  });
});

describe('names of credentials', () => {
  it('are told once where one thing was given in two places', () => {
    const token = named('localStorage', 'auth/access_token');
    expect(namesOf([named('body', '/access_token'), token])).toBe('access_token');
  });

  it('stay whole where another thing has the short one', () => {
    const all = [cookie({ name: 'token' }), named('body', '/token')];
    expect(namesOf(all)).toBe('token, /token');
  });

  it('are the first three, and how many more', () => {
    const all = ['/a_token', '/b_token', '/c_token', '/d_token', '/e_token'];
    expect(namesOf(all.map((name) => named('body', name)))).toBe('a_token, b_token, c_token +2');
  });
});
