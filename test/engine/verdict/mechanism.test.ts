import { describe, expect, it } from 'vitest';
import type { Credential, Sighting } from '../../../src/engine/model.js';
import { render } from '../../../src/engine/render.js';
import { mechanismOf } from '../../../src/engine/verdict/mechanism.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  exchange,
  HOURS,
  inHeader,
  jwt,
  SECONDS,
  sighting,
  T0,
} from '../../support/credential.js';

const sent = (carrier: Sighting['carrier'], locator: string) => sighting({ carrier, locator });
/** A session's id in the addresses of pages, and where else. */
const inAddress = (...others: Sighting[]) =>
  credential({
    role: 'session',
    carrier: 'url',
    name: 'ses',
    sightings: [sent('url', 'ses'), ...others],
  });

/** A sealed cookie that was there before somebody logged in. */
const sealedOfVisit = (more: Credential['behaviour']) =>
  cookie({
    id: 'c2',
    name: 'visit',
    format: 'jwe',
    behaviour: { issuedAtLogin: exchange(), sentAtLogin: exchange(), ...more },
  });

describe('how a site recognises its users', () => {
  it.each<[string, Credential[], string, string]>([
    ['a session', [cookie({ name: 'sid' })], 'session-cookie', 'sid holds an id'],
    [
      'a session that a logout cleared',
      [cookie({ name: 'sid', cookie: { clearedAt: 1 } })],
      'session-cookie',
      'sid holds an id',
    ],
    [
      'what little but its look calls a session',
      [cookie({ name: 'sid', confidence: 0.4 })],
      'session-cookie',
      'Perhaps a session, in the cookie sid: nothing seen here shows',
    ],
    ['an id in addresses', [inAddress()], 'session-url', 'ses'],
    ['an id in addresses and forms', [inAddress(sent('body', 'ses'))], 'session-url', 'ses'],
    [
      'an id that script sends in JSON, and in addresses',
      [inAddress(sent('body', '/ses'))],
      'bearer-token',
      'sent as ses (URL)',
    ],
    [
      'a remember-me cookie alone',
      [cookie({ name: 'stay', role: 'remember-me' })],
      'session-cookie',
      'stay alone stands for you',
    ],
    [
      'a refresh cookie alone',
      [cookie({ name: 'rt', role: 'refresh-token' })],
      'session-cookie',
      'rt renews a login',
    ],
    [
      'a session beside its short copy',
      [
        cookie({ name: 'sid' }),
        cookie({
          id: 'c2',
          name: 'copy',
          format: 'jwe',
          expires: 'at',
          expiresAt: T0 + 300 * SECONDS,
        }),
      ],
      'session-cookie',
      'sid holds an id',
    ],
    [
      'a token that stays for days beside a session of the visit',
      [
        cookie({ name: 'sid' }),
        cookie({
          id: 'c2',
          name: 'token',
          format: 'jwt',
          jwt: jwt({ claims: { sub: 'u1' } }).jwt!,
          expires: 'at',
          expiresAt: T0 + 30 * 24 * HOURS,
        }),
      ],
      'token-cookie',
      'token itself carries data that can be read (JWT)',
    ],
    [
      'a session that a login gave and a logout took beside the sealed one of whoever comes',
      [
        cookie({ name: 'sid', behaviour: { issuedAtLogin: exchange(), clearedAtLogout: true } }),
        sealedOfVisit({}),
      ],
      'session-cookie',
      'sid holds an id',
    ],
    [
      'a sealed session that the logout took as well',
      [
        cookie({ name: 'sid', behaviour: { issuedAtLogin: exchange(), clearedAtLogout: true } }),
        sealedOfVisit({ clearedAtLogout: true }),
      ],
      'token-cookie',
      'visit has the form of state',
    ],
    [
      'the session that a login made, also where nobody was seen to log out',
      [cookie({ name: 'sid', behaviour: { issuedAtLogin: exchange() } }), sealedOfVisit({})],
      'session-cookie',
      'sid holds an id',
    ],
    [
      'a sealed session that was not there before the login either',
      [
        cookie({ name: 'sid', behaviour: { issuedAtLogin: exchange() } }),
        sealedOfVisit({ issuedAtLogin: exchange(), sentAtLogin: undefined }),
      ],
      'token-cookie',
      'visit has the form of state',
    ],
    [
      'a sealed session that the login changed, as it did the other one',
      [
        cookie({
          name: 'sid',
          behaviour: { issuedAtLogin: exchange(), sentAtLogin: exchange(), clearedAtLogout: true },
        }),
        sealedOfVisit({}),
      ],
      'token-cookie',
      'visit has the form of state',
    ],
    [
      'a sealed session beside the one that it took the place of',
      [
        cookie({ name: 'old', expires: 'at', expiresAt: T0 + HOURS }),
        cookie({ id: 'c2', name: 'new', format: 'jwe' }),
      ],
      'token-cookie',
      'new has the form of state that is signed or sealed (JWE)',
    ],
    [
      'a session and its signature',
      [cookie({ id: 'c2', name: 'sid.sig', signs: 'c1' }), cookie({ name: 'sid' })],
      'session-cookie',
      'cookie sid holds an id',
    ],
    [
      'the session that the login gave, not the one that was sent most',
      [
        cookie({ name: 'visit', sightings: [sighting({ carrier: 'cookie', count: 9 })] }),
        cookie({ id: 'c2', name: 'sid', behaviour: { issuedAtLogin: exchange() } }),
      ],
      'session-cookie',
      'cookie sid holds an id',
    ],
    [
      'a long value',
      [cookie({ name: 'sid', value: 'ab12'.repeat(35) })],
      'session-cookie',
      'look alike',
    ],
  ])('%s', (_what, credentials, mechanism, words) => {
    const told = mechanismOf(credentials);
    expect(told.mechanism).toBe(mechanism);
    expect(render(told.sentence)).toContain(words);
  });

  it('writes formats as words', () => {
    expect(
      render(mechanismOf([credential({ role: 'access-token', ...inHeader })]).sentence),
    ).toMatch(/\(opaque\)/);
    expect(render(mechanismOf([cookieHeaderOnly({ sightings: [] })]).sentence)).not.toContain('(');
  });
});
