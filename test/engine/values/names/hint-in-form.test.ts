import { describe, expect, it } from 'vitest';
import { hintInForm, hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('hintInForm', () => {
  it.each([
    'loginToken',
    'logintoken',
    'session_token',
    'auth_token',
    'edit_token',
    'login_nonce',
    'woocommerce-login-nonce',
    'woocommerce-process-checkout-nonce',
    'SESSION_KEY',
    'login_hash',
  ])('takes %s for a value that a form sends back', (name) =>
    expect(hintInForm(name)?.role).toBe('csrf'),
  );

  it.each([
    ['access_token', 'access-token'],
    ['refresh_token', 'refresh-token'],
    ['id_token', 'id-token'],
    ['state', 'oauth-state'],
    ['sid', 'session'],
    ['PHPSESSID', 'session'],
    ['api_key', 'api-key'],
    ['city', undefined],
  ])('leaves %s what it is', (name, role) => {
    expect(hintInForm(name)?.role).toBe(role);
    expect(hintOf(name)?.role).toBe(role);
  });
});
