import { expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

it.each([
  'login_hint',
  'loginHint',
  'logout_hint',
  'domain_hint',
  'username_hint',
  'lti_message_hint',
  'lti1p3_message_hint',
])('says who may log in, and proves nothing: %s', (name) => {
  expect(hintOf(name)?.role).toBe('other');
});

it.each([
  ['id_token_hint', 'id-token'],
  ['login', 'session'],
  ['auth_session', 'session'],
  ['login_token', 'session'],
  ['sessionHint_id', 'session'],
])('leaves what names a credential as it is: %s', (name, role) => {
  expect(hintOf(name)?.role).toBe(role);
});

it.each([
  ['authId', 'ForgeRock AM'],
  ['sessionDataKey', 'WSO2 Identity Server'],
  ['sessionDataKeyConsent', 'WSO2 Identity Server'],
  ['auth_req_id', 'OpenID Connect CIBA'],
])('holds the steps of a login together: %s', (name, from) => {
  expect(hintOf(name)).toEqual({ role: 'oauth-state', from });
});

it.each(['auth_id', 'sessionData', 'authSession'])('may be a session: %s', (name) => {
  expect(hintOf(name)?.role).toBe('session');
});
