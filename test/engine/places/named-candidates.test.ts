import { describe, expect, it, vi } from 'vitest';
import { candidatesIn } from '../../../src/engine/places/candidate.js';
import { ID, place, valuesIn } from '../../support/candidates.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const random = new Seeded('named candidates');

describe('what needs a name and a shape', () => {
  it.each([
    'access_token',
    'accessToken',
    'refresh_token',
    'id_token',
    'session',
    'sessionid',
    'sid',
    'JSESSIONID',
    'csrf_token',
    'x-csrf-token',
    'authenticity_token',
    'x-api-key',
    'apiKey',
    'state',
    'nonce',
    'remember_me',
    'token',
    'userToken',
    'auth-token',
    'client_secret',
    'ticket',
    'X-Amz-Security-Token',
    '_token',
    'credentials',
  ])('takes a random value named %s', (name) => {
    expect(valuesIn(name, ID)).toEqual([ID]);
    expect(valuesIn(name, 'undefined')).toEqual([]);
    expect(valuesIn(name, 'user preferences dark')).toEqual([]);
    expect(valuesIn(name, '2026-01-01T00:00:00Z')).toEqual([]);
  });

  it.each([
    'x-request-id',
    'x-correlation-id',
    'x-amzn-trace-id',
    'traceparent',
    'etag',
    'if-none-match',
    'x-amz-cf-id',
    'cf-ray',
    'x-vercel-id',
    'cid',
    'uid',
    'visitor_id',
    '_ga',
    'analytics_session_id',
    'amplitude_session',
    'mixpanel_token',
    'sentry_key_session',
    'hj_session',
    'anonymousId',
    'client_id',
    'clientId',
    'consent',
    'euconsent',
    'gdpr_token',
    'nextPageToken',
    'next_token',
    'page_token',
    'continuationToken',
    'syncToken',
    'cursor_token',
    'pushToken',
    'fcm_token',
    'buildId',
    'revision',
    'integrity',
    'content_hash',
    'checksum',
    'version',
    'data',
    'value',
    'theme',
    'lang',
    'image',
    'csp-nonce',
    'script-nonce',
    'x-session-request-id',
  ])('does not take one named %s', (name) => {
    expect(valuesIn(name, ID)).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ['an address', 'weather_key', true],
    ['an address', 'weatherKey', true],
    ['an address', 'sort_key', false],
    ['an address', 'siteKey', false],
    ['an answer', 'weather_key', false],
    ['an answer', 'x-weather-key', true],
  ])('of %s, a random value named %s: %s', (where, name, isTaken) => {
    const sent = { carrier: 'url', locator: name, direction: 'sent' } as const;
    const found = candidatesIn(where === 'an address' ? sent : place, name, ID);
    expect(found.map(({ value }) => value)).toEqual(isTaken ? [ID] : []);
  });

  it.each([
    ['script[api_token]', 'api_token', false],
    ['script[csrfToken]', 'csrfToken', true],
    ['data[api_token]', 'api_token', false],
    ['meta[api_token]', 'api_token', true],
    ['meta[csrf-token]', 'csrf-token', true],
    ['input[authenticity_token]', 'authenticity_token', true],
  ])(
    'of a page, of what it writes for scripts values against forgery alone: %s',
    (locator, name, isTaken) => {
      const found = candidatesIn({ ...place, locator }, name, ID);
      expect(found.map(({ value }) => value)).toEqual(isTaken ? [ID] : []);
    },
  );

  it.each(Object.keys(SIGNED_BUILDERS))(
    'takes what %s signed under a telling name only',
    (issuer) => {
      const signed = SIGNED_BUILDERS[issuer]!(random);
      expect(valuesIn('session', signed)).toEqual([signed]);
      expect(valuesIn('image', signed)).toEqual([]);
    },
  );
});

describe('a short value of letters and digits in turns', () => {
  it.each([12, 15, 16, 20])(
    'is taken, but for few that chance made of digits: %d of hexadecimal',
    (length) => {
      const all = Array.from({ length: 500 }, () =>
        random.bytes(10).toString('hex').slice(0, length),
      );
      const taken = all.filter((value) => valuesIn('token', value).length > 0);
      expect(taken.length / all.length).toBeGreaterThan(0.85);
    },
  );

  it.each(['125f321345909b5', '6104de66211aa31', '6104DE66211AA31'])('is one: %s', (value) => {
    expect(valuesIn('token', value)).toEqual([value]);
    expect(valuesIn('name', value)).toEqual([]);
  });

  it.each(['version2beta3rc1', 'winter2026term2', 'user1234ab', '20260101t1200', '1234567890123'])(
    'is none where it is a label or a number: %s',
    (value) => {
      expect(valuesIn('session', value)).toEqual([]);
    },
  );
});
