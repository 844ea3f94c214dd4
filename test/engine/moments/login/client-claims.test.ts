import { describe, expect, it } from 'vitest';
import { isOfGuest } from '../../../../src/engine/moments/login/guest-grant.js';
import { jwt } from '../../../support/credential.js';

describe('a token whose claims say that a client asked for itself', () => {
  const isFor = (claims: object) => isOfGuest(jwt({ claims: { ...claims } }));

  it.each([
    [{ sub: 'a1@clients', gty: 'client-credentials' }],
    [{ sub: 'web', cid: 'web', grant_type: 'client_credentials' }],
    [{ sub: 'web', client_id: 'web', scope: 'offers' }],
    [{ sub: '7f', azp: '7f' }],
    [{ sub: '7f', idtyp: 'app' }],
  ])('is nobody’s: %j', (claims) => expect(isFor(claims)).toBe(true));

  it.each([
    [{ sub: 'ada', gty: 'password' }],
    [{ sub: 'ada', cid: 'web', grant_type: 'refresh_token' }],
    [{ sub: 'ada', client_id: 'web', scope: 'offers' }],
    [{ client_id: 'web', azp: 'web' }],
    [{ sub: '7f', idtyp: 'user' }],
  ])('is somebody’s where it says another: %j', (claims) => expect(isFor(claims)).toBe(false));
});
