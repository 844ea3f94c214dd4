import { describe, expect, it } from 'vitest';
import { publicKeyIssuer } from '../../../../src/engine/values/tokens/public-key.js';
import { isTestKey, secretKeyIssuer } from '../../../../src/engine/values/tokens/secret-key.js';
import { knownIssuerOf } from '../../../../src/engine/values/tokens/known-prefix.js';
import { b64u } from '../../../support/base64.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('secret keys');
const hex = (bytes: number) => random.bytes(bytes).toString('hex');

const SECRET: readonly [string, string][] = [
  [`sk_live_${random.base62(24)}`, 'Stripe'],
  [`rk_live_${random.base62(24)}`, 'Stripe'],
  [`sk_test_${random.base62(24)}`, 'Stripe'],
  [`ghp_${random.base62(36)}`, 'GitHub'],
  [`glpat-${random.base62(20)}`, 'GitLab'],
  [`xoxb-${random.base62(40)}`, 'Slack'],
  [`SG.${random.base62(22)}.${random.base62(43)}`, 'SendGrid'],
  [`sk-ant-${random.base62(60)}`, 'Anthropic'],
  [`sk-proj-${random.base62(60)}`, 'OpenAI'],
  [`sk.${b64u('{"u":"ada","a":"c1a2b3c4d5e6"}')}.${random.base62(22)}`, 'Mapbox'],
  [`sb_secret_${random.base62(22)}`, 'Supabase'],
  [`dop_v1_${hex(32)}`, 'DigitalOcean'],
  [`${hex(16)}-us21`, 'Mailchimp'],
];

const OTHERS: readonly [string, string][] = [
  ['a publishable key', `pk_live_${random.base62(24)}`],
  ['a key for maps and for Firebase', `AIza${random.base62(35)}`],
  ['a token of a login with GitHub', `gho_${random.base62(36)}`],
  ['a token of a login with Google', `ya29.${random.base62(60)}`],
  ['a session of Slack’s own page', `xoxc-${random.base62(40)}`],
  ['the id of a key, which stands in signed addresses', 'AKIAIOSFODNN7EXAMPLE'],
  ['a token for pages', `pk.${b64u('{"u":"ada","a":"c1a2b3c4d5e6"}')}.${random.base62(22)}`],
  ['an anonymous key', jwtOf({ role: 'anon' })],
  ['a user’s own token', jwtOf({ role: 'authenticated', sub: 'ada' })],
  ['hex digits', hex(16)],
  ['nothing', ''],
];

describe('secret keys', () => {
  it.each(SECRET)('%s', (value, issuer) => {
    expect(secretKeyIssuer(value)).toBe(issuer);
    expect(knownIssuerOf(value)).toBe(issuer);
    expect(publicKeyIssuer(value)).toBeUndefined();
  });

  it('knows the role that passes every policy', () => {
    expect(secretKeyIssuer(jwtOf({ iss: 'x', role: 'service_role' }))).toBe('Supabase');
  });

  it.each(OTHERS)('takes %s for none', (_what, value) => {
    expect(secretKeyIssuer(value)).toBeUndefined();
  });

  it('tells keys for trying things out', () => {
    expect(isTestKey(`sk_test_${random.base62(24)}`)).toBe(true);
    expect(isTestKey(`sk_live_${random.base62(24)}`)).toBe(false);
  });
});
