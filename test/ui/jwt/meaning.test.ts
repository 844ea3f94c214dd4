import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../../src/ui/jwt/claim-table.js';
import { HEADER_PARAMETERS } from '../../../src/ui/jwt/header-table.js';
import { claimMeaning, parameterMeaning } from '../../../src/ui/jwt/meaning.js';

describe('what a claim means', () => {
  it.each([
    ['RFC 7519 §4.1', 'iss sub aud exp nbf iat jti'],
    ['OpenID Connect Core §2', 'auth_time nonce acr amr azp'],
    [
      'OpenID Connect Core §5.1',
      'name given_name family_name middle_name nickname preferred_username profile picture ' +
        'website email email_verified gender birthdate zoneinfo locale phone_number ' +
        'phone_number_verified address updated_at',
    ],
    ['RFC 9068 §2.2', 'auth_time acr amr scope client_id roles groups entitlements'],
    ['RFC 8693', 'act may_act scope client_id'],
    ['RFC 7800', 'cnf'],
    ['RFC 8417 §2.2', 'events toe txn'],
    ['RFC 9449 §4.2', 'htm htu ath'],
  ])('is told of all of %s', (_, names) => {
    expect(names.split(' ').filter((name) => !claimMeaning(name))).toEqual([]);
  });

  it.each([
    'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit',
    'enc zip',
    'b64 epk apu apv p2s p2c',
  ])('is told of the header parameters %s', (names) => {
    expect(names.split(' ').filter((name) => !parameterMeaning(name))).toEqual([]);
  });

  it('is told of claims that a header repeats', () => {
    expect(parameterMeaning('iss')).toBe(claimMeaning('iss'));
  });

  it('is not made up', () => {
    for (const name of ['constructor', '__proto__', 'ISS', '']) {
      expect(claimMeaning(name)).toBeUndefined();
      expect(parameterMeaning(name)).toBeUndefined();
    }
  });

  it('names each once', () => {
    for (const rows of [CLAIMS, HEADER_PARAMETERS])
      expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
  });
});
