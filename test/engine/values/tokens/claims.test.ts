import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundClaims, maskClaims } from '../../../../src/engine/values/tokens/claims.js';
import { maskName, preview } from '../../../../src/engine/values/telling/mask.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('claims');
const R = random.base62(48);
const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('claims in a report', () => {
  it.each<[string, unknown, unknown]>([
    ['refresh_token', R, preview(R)],
    ['sid', R, preview(R)],
    ['session', 'short-1', preview('short-1')],
    ['nonce', 'abcd1234', preview('abcd1234')],
    ['anything', R, preview(R)],
    ['password', 'pw', preview('pw')],
    ['pin', 1234, preview('1234')],
    ['note', `see ${R}.`, `see ${preview(`${R}.`)}`],
    ['link', `https://a.test/?token=${R}`, `https://a.test/?token=${preview(R)}`],
    ['iss', `https://a.test/?token=${R}`, `https://a.test/?token=${preview(R)}`],
    ['deep', { list: [{ key: R }] }, { list: [{ key: preview(R) }] }],
    ['session', { id: 'short-1' }, { id: preview('short-1') }],
    ['password', { hash: 'a1b2', 0: 'c3d4' }, { hash: preview('a1b2'), 0: preview('c3d4') }],
    ['session', { name: 'Morning' }, { name: 'Morning' }],
    [`k.${R}`, 1, 1],
    ...'name scope roles typ alg amr email groups username acr idp realm x5c'
      .split(' ')
      .map((name): [string, unknown, unknown] => [name, R, preview(R)]),
    ['roles', ['admin', R], ['admin', preview(R)]],
    ['scope', `openid ${R}`, `openid ${preview(R)}`],
    ['sub', jwtOf({ sub: R }), preview(jwtOf({ sub: R }))],
    ['otp', 123456, preview('123456')],
    ['phone_code', '123456', preview('123456')],
    ['x', '1234567890123456', preview('1234567890123456')],
  ])('%s: %j becomes %j', (name, value, told) => {
    const masked = maskClaims({ [name]: value });
    expect(JSON.stringify(masked)).not.toContain(R);
    expect(masked).toEqual({ [maskName(name)]: told });
  });

  it.each<[string, unknown]>([
    ['sub', UUID],
    ['sub', `auth0|${random.bytes(12).toString('hex')}`],
    ['iss', 'https://login.example/v2.0'],
    ['aud', ['api', 'https://api.example/']],
    ['azp', random.base62(32)],
    ['client_id', random.base62(26)],
    ['scope', 'openid profile email'],
    ['email', 'ada.lovelace@example.org'],
    ['name', 'Ada Lovelace'],
    ['auth_time', 1_767_226_200],
    ['exp', 1_767_226_200],
    ['realm_access', { roles: ['offline_access', 'uma_authorization'] }],
    ['email_verified', true],
    ['nothing', null],
    ['__proto__', 'x'],
    ['kid', random.base62(43)],
    ['token_use', 'access'],
    ['groups', [UUID, 'admins']],
    ['token_type', 'Bearer'],
    ['idp', UUID],
    ['acr', 'urn:mace:incommon:iap:silver'],
    ['user_id', 12_345_678],
    ['session_started', 1_767_226_200],
  ])('%s stays readable', (name, value) => {
    expect(maskClaims(Object.fromEntries([[name, value]]))).toEqual(
      Object.fromEntries([[name, value]]),
    );
  });

  it('are bounded in depth, number and length, and say so', () => {
    let deep: unknown = 'end';
    for (let depth = 0; depth < 100_000; depth++) deep = depth % 2 ? [deep] : { deep };
    const wide = Array.from({ length: 100_000 }, (_none, at) => at);
    for (const write of [maskClaims, boundClaims]) {
      const told = write({ deep, long: 'word '.repeat(100_000), wide });
      const json = JSON.stringify(structuredClone(told));
      expect(json.length).toBeLessThan(50_000);
      expect(json.match(/…/g)!.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('hold no random secret at any place of any JSON', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('word', 1, null, R),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'user', 'value', 'link', R), tie('node'), {
          maxKeys: 3,
        }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        expect(JSON.stringify(maskClaims({ value }))).not.toContain(R);
      }),
    );
  });
});
