import { describe, expect, it } from 'vitest';
import { claimCues } from '../../../src/engine/roles/claim-cues.js';
import { isUnusedGift } from '../../../src/engine/roles/gift-cue.js';
import { jwt, sighting } from '../../support/credential.js';

const roleOf = (claims: object, header: object = {}) =>
  claimCues(jwt({ claims, header }).jwt!)[0]?.role;
const CLIENT = '7-ab.apps.example';

describe('a token whose audience is the client that it was issued to', () => {
  it.each<[string, object]>([
    ['Google, without a nonce', { azp: CLIENT, aud: CLIENT, email: 'a@b.test' }],
    ['of several audiences', { azp: CLIENT, aud: ['api', CLIENT] }],
  ])('says who somebody is: %s', (_, claims) => {
    expect(roleOf(claims)).toBe('id-token');
  });

  it.each<[string, object]>([
    ['of another audience', { azp: CLIENT, aud: 'api' }],
    ['of none', { azp: 'https://app.test' }],
    ['with scopes', { azp: CLIENT, aud: CLIENT, scope: 'read' }],
    ['with roles', { azp: CLIENT, aud: CLIENT, roles: ['staff'] }],
    ['empty', { azp: '', aud: '' }],
  ])('grants access: %s', (_, claims) => {
    expect(roleOf(claims)).toBe('access-token');
  });

  it('is what it says that it is', () => {
    expect(roleOf({ azp: CLIENT, aud: CLIENT, typ: 'Bearer' })).toBe('access-token');
    expect(roleOf({ azp: CLIENT, aud: CLIENT, token_use: 'access' })).toBe('access-token');
  });
});

describe('a request for a login that a client signed', () => {
  const request = { response_type: 'code', client_id: 'DI7', scope: 'openid', state: 'x' };

  it('opens nothing', () => {
    expect(roleOf(request)).toBe('oauth-state');
    expect(roleOf({ ...request, nonce: 'n' }, { typ: 'oauth-authz-req+jwt' })).toBe('oauth-state');
  });

  it.each<[string, object]>([
    ['a client’s token', { client_id: 'DI7', scope: 'read' }],
    ['a token with a type', { client_id: 'DI7', scope: 'read', response_type: ['code'] }],
  ])('is none: %s', (_, claims) => {
    expect(roleOf(claims)).toBe('access-token');
  });
});

describe('what a service gave to the page of another site, and nothing brought back', () => {
  const sightings = [
    sighting({
      origin: 'https://idp.example',
      pageSite: 'https://shop.example',
      carrier: 'body',
      direction: 'received',
    }),
  ];
  const isGift = (claims: object) =>
    isUnusedGift(jwt({ claims }, { site: 'https://idp.example', sightings }));

  it('is for whoever asks', () => {
    expect(isGift({ scope: 'read' })).toBe(true);
    expect(isGift({ anonymous: true })).toBe(true);
  });

  it('is somebody’s where it tells who came', () => {
    expect(isGift({ nonce: 'n', aud: 'app' })).toBe(false);
    expect(isGift({ token_use: 'id' })).toBe(false);
  });
});
