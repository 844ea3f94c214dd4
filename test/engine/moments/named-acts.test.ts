import { expect, it } from 'vitest';
import { namedActs } from '../../../src/engine/moments/named-acts.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange } from '../../support/exchange.js';

const URL = 'https://pool.test/';
const POOL = 'AWSCognitoIdentityProviderService';

it.each([
  ['x-amz-target', `${POOL}.RespondToAuthChallenge`, 'login'],
  ['x-amz-target', `${POOL}.GlobalSignOut`, 'logout'],
  ['x-amz-target', `${POOL}.RevokeToken`, 'logout'],
  ['x-amz-target', `${POOL}.InitiateAuth`, 'InitiateAuth'],
  ['soapaction', '"http://tempuri.test/IUsers/Login"', 'Login'],
  ['soapaction', '"urn:session#logout"', 'logout'],
])('the header %s: %s names what is asked', (name, value, act) => {
  const asked = exchange({ url: URL, method: 'POST', sends: { [name]: value } });
  expect(namedActs(asked)).toContain(act);
});

it('as a body does', () => {
  const requestBody = readBody('application/json', '{"operationName":"SignIn"}');
  expect(namedActs(exchange({ url: URL, method: 'POST', requestBody }))).toContain('SignIn');
});

it('and no other header', () => {
  const asked = exchange({
    url: URL,
    method: 'POST',
    sends: { 'x-act': 'login', referer: '/login' },
  });
  expect(namedActs(asked)).not.toContain('login');
});
