import { expect, it } from 'vitest';
import { publicKeyIssuer } from '../../../../src/engine/values/tokens/public-key.js';
import { b64u } from '../../../support/base64.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('public keys');
const hex = (bytes: number) => random.bytes(bytes).toString('hex');

it.each<[string, string | undefined]>([
  [`pk.${b64u('{"u":"ada","a":"c1a2b3c4d5e6"}')}.${random.base62(22)}`, 'Mapbox'],
  [`pk_live_${random.base62(24)}`, 'Stripe'],
  [`AIza${random.base62(35)}`, 'Google'],
  [`phc_${random.base62(43)}`, 'PostHog'],
  [`sb_publishable_${random.base62(22)}`, 'Supabase'],
  [`pub${hex(16)}`, 'Datadog'],
  [`wx${hex(8)}`, 'WeChat'],
  [`6L${random.base62(38)}`, 'reCAPTCHA'],
  [`BA${random.base62(85)}`, 'Web Push'],
  [jwtOf({ iss: 'x', role: 'anon' }), 'Supabase'],
  // The secret halves of the same services, and a user's own token.
  [`sk.${b64u('{"u":"ada","a":"c1a2b3c4d5e6"}')}.${random.base62(22)}`, undefined],
  [`sk_live_${random.base62(24)}`, undefined],
  [`phx_${random.base62(43)}`, undefined],
  [`sb_secret_${random.base62(22)}`, undefined],
  [jwtOf({ role: 'service_role' }), undefined],
  [jwtOf({ role: 'anon', sub: 'ada' }), undefined],
  [hex(16), undefined],
  [`wx${hex(16)}`, undefined],
  ['', undefined],
])('%s', (value, issuer) => {
  expect(publicKeyIssuer(value)).toBe(issuer);
});
