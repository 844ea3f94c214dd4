import { describe, expect, it } from 'vitest';
import { isKeyName } from '../../../../src/engine/values/names/key-name.js';

describe('a name that calls a value the key to a service', () => {
  it.each(['X-Weather-Key', 'weather_key', 'weatherKey', 'WEATHER_KEY', 'tfl.app-key', 'x-key'])(
    'is %s',
    (name) => {
      expect(isKeyName(name)).toBe(true);
    },
  );

  it.each(
    [
      `sort_key sortKey primary_key foreignKey partition-key LastEvaluatedKey object_key query_key
      cache-key surrogate-key Idempotency-Key i18n_key sec-websocket-key public_key publishableKey
      vapid_key applicationServerKey site_key recaptchaKey writeKey instrumentationKey
      activation_key editKey reset-key inviteKey key Key _key monkey weatherkey keyName
      qrcode_key`.split(/\s+/),
      `${'a'.repeat(200)}_key`,
    ].flat(),
  )('is not %s', (name) => {
    expect(isKeyName(name)).toBe(false);
  });
});
