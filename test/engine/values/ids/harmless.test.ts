import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHarmless } from '../../../../src/engine/values/ids/harmless.js';
import { isSecret, maskHeader, redactUrl } from '../../../../src/engine/values/telling/redact.js';

const HARMLESS = [
  ['token_type', 'Bearer'],
  ['/data/token_type', 'bearer'],
  ['tokenType', 'DPoP'],
  ['issued_token_type', 'urn:ietf:params:oauth:token-type:access_token'],
  ['auth-method', 'password'],
  ['sessionTimeout', '3600'],
  ['token_expires_in', '3600'],
  ['session_lifetime', '900'],
  ['theme', 'dark'],
  ['lang', 'de-CH'],
  ['session_version', '2'],
] as const;
const SECRET = [
  ['token', 'dark'],
  ['session', 'admin'],
  ['token_type', '3f9a1c7be4d2480f9b6e'],
  ['auth_state', 'open'],
  ['sid_theme', '0f1e2d3c4b5a69788796a5b4c3d2e1f0'],
  ['password', 'dark'],
  ['token_type_id', 'abcd'],
  ['otp_code', '123456'],
] as const;

describe('a value that tells what a thing is like', () => {
  it.each(HARMLESS)('%s: %s is shown', (name, value) => {
    expect(isSecret(name, value)).toBe(false);
    expect(isHarmless(name, value)).toBe(true);
  });

  it.each(SECRET)('%s: %s is masked', (name, value) => {
    expect(isHarmless(name, value) && !isSecret(name, value)).toBe(false);
  });

  it('is shown in a cookie and in an address as well, and nothing beside it', () => {
    expect(maskHeader('cookie', 'theme=dark; user=ada')).toBe('theme=dark; user=…(3)');
    expect(maskHeader('set-cookie', 'lang=de; Path=/')).toBe('lang=de; Path=/');
    expect(redactUrl('https://a.test/#token_type=Bearer')).toBe(
      'https://a.test/#token_type=Bearer',
    );
  });

  it('is no random value, whatever its name', () => {
    const random = fc
      .uint8Array({ minLength: 16, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString('hex'));
    fc.assert(
      fc.property(fc.constantFrom(...HARMLESS.map(([name]) => name)), random, (name, value) => {
        expect(isHarmless(name, value) && !isSecret(name, value)).toBe(false);
      }),
    );
  });
});
