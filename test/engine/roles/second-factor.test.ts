import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { secondFactorCues } from '../../../src/engine/roles/second-factor.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('second factor');

/** Role of a cookie that the answer to a code gave beside the session. */
function roleOf(name: string): string | undefined {
  const [sid, value] = [random.base62(32), random.base62(64)];
  const form = (text: string) => readBody('application/x-www-form-urlencoded', text);
  const lines = [
    `sid=${sid}; Path=/; HttpOnly`,
    `${name}=${value}; Path=/; HttpOnly; Max-Age=2592000`,
  ];
  const sends = { cookie: `sid=${sid}; ${name}=${value}` };
  const analysis = new Analysis();
  for (const one of [
    exchange({
      url: 'https://shop.test/login',
      method: 'POST',
      requestBody: form('user=ada&password=x&code=123456'),
      gets: { 'set-cookie': lines },
      status: 302,
    }),
    exchange({ url: 'https://shop.test/', sends }),
    exchange({ url: 'https://shop.test/orders', sends }),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find((one) => one.value === value)?.role;
}

describe('a cookie that is spared the second factor', () => {
  it.each([
    'Identity.TwoFactorRememberMe',
    '.AspNetCore.Identity.TwoFactorRememberMe',
    '2fa_trust',
    'mfa_remember',
    'trusted_device',
    'device_trust',
    'remember_2fa',
    'rememberDevice',
    'trusted-browser',
    'two_factor_remembered',
    'remember_two_factor',
    'skip_2fa',
    'otp_remember',
    'mfaTrustedDevice',
    '__Secure-better-auth.trust_device',
    'acme_trusted_browser',
  ])('is of a device: %s', (name) => {
    expect(roleOf(name)).toBe('device');
  });

  it.each(['remember_me', 'remember_user', 'REMEMBERME'])(
    'is told from what is spared the password: %s',
    (name) => {
      expect(roleOf(name)).toBe('remember-me');
      expect(secondFactorCues({ kind: 'cookie', name })).toEqual([]);
    },
  );

  it.each(['mfa_token', 'trust_token', 'session', 'otp', 'device_session', 'entrust_device'])(
    'is told from others: %s',
    (name) => {
      expect(secondFactorCues({ kind: 'cookie', name })).toEqual([]);
    },
  );

  it('is a cookie', () => {
    expect(secondFactorCues({ kind: 'token', name: 'trusted_device' })).toEqual([]);
  });
});
