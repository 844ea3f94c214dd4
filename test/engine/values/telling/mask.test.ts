import { describe, expect, it } from 'vitest';
import { isSecret, maskName, preview } from '../../../../src/engine/values/telling/mask.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('mask');
const K = random.base62(40);
const HEX = random.bytes(16).toString('hex');

describe('a preview', () => {
  it('is short, can stand anywhere, and is its own preview', () => {
    expect(preview('A1B2C3D4E5F6A1B2')).toBe('A1B2…(16)');
    expect(preview('a&"<%=#?b1234567')).toBe('a…(16)');
    expect(preview(preview(K))).toBe(preview(K));
    expect(isSecret('token', preview(K))).toBe(false);
  });
});

describe('what is secret by its name', () => {
  it.each([
    ['key', 'short'],
    ['access-key', 'short'],
    ['licence_key', 'short'],
    ['licenseKey', 'short'],
    ['phone_code', '123456'],
    ['phoneCode', '123456'],
    ['CODE', '123456'],
    ['code', '4/0Ab'],
    ['otp', '123'],
    ['otp', '12'],
    ['password', 'abc'],
    ['user[pwd]', '1'],
    ['sms-otp', '12'],
    ['cvv', '123'],
    ['session', 'short'],
  ])('%s=%s is hidden', (name, value) => {
    expect(isSecret(name, value)).toBe(true);
  });

  it.each([
    ['country_code', 'KR-11'],
    ['languageCode', 'en-US'],
    ['postal_code', '10115'],
    ['status-code', '2040'],
    ['encode', 'base64'],
    ['decoder', 'gzip'],
    ['sort_key', 'name'],
    ['keyword', 'shoes'],
    ['monkey', 'banana'],
    ['stand', 'left'],
    ['q', 'code'],
  ])('%s=%s stays', (name, value) => {
    expect(isSecret(name, value)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    [`tokens.${K}`, `tokens.${preview(K)}`],
    [`/users/${K}/access_token`, `/users/${preview(K)}/access_token`],
    [`wordpress_logged_in_${HEX}`, `wordpress_logged_in_${preview(HEX)}`],
    [`app[${K}]`, `app[${preview(K)}]`],
    [K, preview(K)],
    [`${K}-session`, `${preview(K)}-session`],
    [`user_${K}`, `user_${preview(K)}`],
    // What fills a place beside an id does not hide that it is one.
    [`xxxxxxxx${K}`, preview(`xxxxxxxx${K}`)],
    [`pref_7_xxxxxxx_${K}`, `pref_7_xxxxxxx_${preview(K)}`],
  ])('%s is told as %s', (name, told) => {
    expect(maskName(name)).toBe(told);
    expect(maskName(told)).toBe(told);
  });

  it('that is a token is masked as a whole', () => {
    const token = jwtOf({ sub: 'ada' });
    expect(maskName(token)).toBe(preview(token));
  });

  it.each([
    'JSESSIONID',
    '.AspNetCore.Identity.Application',
    '__Secure-next-auth.session-token.0',
    'oidc.user:https://id.example:client',
    'aaaaaaaa-1111.bbbbbbbb-1111-login.windows.net-refreshtoken',
    '3f2504e0-4f89-41d3-9a0c-0305e82c3301.3f2504e0-4f89-41d3-9a0c-0305e82c3302-login',
    'firebaseLocalStorageDb/firebaseLocalStorage/""/value/stsTokenManager/accessToken',
    'ASPSESSIONIDQADSCRBD',
    'REQUEST_VERIFICATION_TOKEN',
    '/data/items/0/authenticity_token',
    // Signs that only fill a place.
    'pref_7_xxxxxxx',
    'row_99_zzzzzzzz',
    'x'.repeat(3_000),
    '',
  ])('%s stays as it is', (name) => {
    expect(maskName(name)).toBe(name);
  });
});
