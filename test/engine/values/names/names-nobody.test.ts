import { describe, expect, it } from 'vitest';
import { isBoundToPages, namesNobody } from '../../../../src/engine/values/names/names-nobody.js';

const TIMES = { iss: 'https://issuer.test', iat: 1, exp: 2 };

describe('namesNobody', () => {
  it.each<[string, object]>([
    ['a map', { origin: 'https://shop.test' }],
    ['an installation', { appId: '1:2:web:3', fid: 'c4', projectNumber: 5 }],
    ['a channel', { 'x-ably-capability': '{}', 'x-ably-clientId': 'c' }],
    ['a licence of a film', { version: 1, com_key_id: 'k', message: { type: 'entitlement' } }],
    ['a shop', { channelIds: [1], corsOrigins: ['https://shop.test'] }],
  ])('is so of the token of %s', (_, claims) =>
    expect(namesNobody({ ...TIMES, ...claims })).toBe(true),
  );

  it.each<object>([
    { sub: '42' },
    { id: 42 },
    { _id: 'x' },
    { jti: 'x' },
    { userId: 7 },
    { data: { who: 7 } },
    { user: { name: 'ada' } },
    { email: 'ada@example.test' },
    { role: 'admin' },
    { scope: 'read' },
    { origin: 'https://shop.test', member_no: 7 },
    { 'https://shop.test/claims/account': 'x' },
    { sessionKey: 'x' },
  ])('is not so of %o', (claims) => expect(namesNobody({ ...TIMES, ...claims })).toBe(false));

  it('says nothing of a token without claims of its own', () =>
    expect(namesNobody(TIMES)).toBe(false));
});

describe('isBoundToPages', () => {
  it.each<object>([
    { corsOrigins: ['https://shop.test'], sub: 'shop', sub_type: 0 },
    { allowed_domains: ['shop.test'], sub: 'map' },
    { 'allowed-referrers': 'https://shop.test/*', cid: 7 },
  ])('is so of %o', (claims) => expect(isBoundToPages({ ...TIMES, ...claims })).toBe(true));

  it.each<object>([
    { sub: 'ada' },
    { 'allowed-origins': ['https://shop.test'], sub: '1f', azp: 'web', scope: 'openid' },
    { 'allowed-origins': ['https://shop.test'], sub: '1f', preferred_username: 'ada' },
    { corsOrigins: ['https://shop.test'], roles: ['buyer'] },
  ])('is not so of %o', (claims) => expect(isBoundToPages({ ...TIMES, ...claims })).toBe(false));
});
