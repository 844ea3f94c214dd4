import { describe, expect, it } from 'vitest';
import { isPublicKey } from '../../../src/engine/roles/public-key.js';
import { credential } from '../../support/credential.js';

describe('isPublicKey', () => {
  const key = (name: string) => credential({ role: 'api-key', name });

  it.each([
    'x-publishable-api-key',
    'publishableKey',
    'public_key',
    'X-Parse-Javascript-Key',
    'sitekey',
    'config.anonKey',
  ])('takes what is called %s for one of whoever comes', (name) => {
    expect(isPublicKey(key(name))).toBe(true);
  });

  it.each(['x-api-key', 'apikey', 'secret_key', 'republic-key', 'public_key_secret', 'master-key'])(
    'says nothing of what is called %s',
    (name) => {
      expect(isPublicKey(key(name))).toBe(false);
    },
  );

  it('says nothing of what is no key at all', () => {
    expect(isPublicKey({ ...key('public_key'), role: 'session' })).toBe(false);
  });
});
