import { describe, expect, it } from 'vitest';
import { isProfile } from '../../../../src/engine/values/ids/profile.js';
import { anyJwt } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('profiles');

describe('isProfile', () => {
  it.each([
    'uid=user1&age=30',
    'uid%3Duser1%26age%3D30',
    '"uid=ada&nick=Ada+L.&sex=f"',
    'id=1042&name=%EA%B9%80&grade=3',
    'mail=ada@desk.test&since=2026-11-20',
    'user=ada&last=1763629200&level=12',
    'login=ada.lovelace-1815&role=',
  ])('knows %s', (value) => expect(isProfile(value)).toBe(true));

  it.each([
    'ada',
    'uid=ada',
    `uid=ada&key=${random.base62(24)}`,
    `uid=ada&sig=${random.bytes(16).toString('hex')}`,
    `uid=ada&t=${random.bytes(4).toString('hex')}a1b2`,
    `uid=ada&jwt=${anyJwt(random)}`,
    'uid=ada&ssn=938471029384710293',
    '{"uid":"ada","age":30}',
    `${random.base62(30)}==`,
  ])('takes %s for none', (value) => expect(isProfile(value)).toBe(false));
});
