import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/engine/values/format.js';
import { type Holds, holdsOf, isSelfContained } from '../../../src/engine/values/holds.js';
import {
  anyJwe,
  anyJwt,
  anyPaseto,
  b64,
  b64u,
  Seeded,
  SIGNED_BUILDERS,
} from '../../support/tokens.js';

const random = new Seeded('holds');
const hex = (bytes: number) => random.bytes(bytes).toString('hex');
const mac = () => b64u(random.bytes(32));
const json = JSON.stringify({ user: 'ada', since: 7 });

const CASES: [string, string, Holds][] = [
  ['a JWT', anyJwt(random), 'readable'],
  ['a JWT in JSON', JSON.stringify({ token: anyJwt(random) }), 'readable'],
  ['JSON', encodeURIComponent(json), 'readable'],
  ['JSON in base64', b64(json), 'readable'],
  ['JSON with a signature', `${b64u(json)}.${mac()}`, 'readable'],
  [
    'JSON that Express signed',
    `s:j:${json}.${b64(random.bytes(32)).replace(/=+$/, '')}`,
    'readable',
  ],
  ['a JWE', anyJwe(random), 'sealed'],
  ['Laravel’s JSON around a cipher', SIGNED_BUILDERS['Laravel']!(random), 'sealed'],
  ['a Fernet', SIGNED_BUILDERS['Fernet']!(random), 'sealed'],
  [
    'vector, cipher, times and digest',
    `${b64u(random.bytes(16))}.${b64u(random.bytes(64))}.1790000000000.86400000.${mac()}`,
    'sealed',
  ],
  ['a ticket with its user', `${hex(16)}6b07ff8eada!`, 'readable'],
  ['a ticket in base64', b64(`${hex(32)}6b07ff8eada!10.0.0.7`), 'readable'],
  ['an id before a mark', `${hex(16)}!1700000000`, 'id'],
  ['an id', hex(16), 'id'],
  ['an id with a signature', `${b64u(random.bytes(24))}.${mac()}`, 'id'],
  [
    'an id that Express signed',
    `s:${b64u(random.bytes(24))}.${b64(random.bytes(32)).slice(0, 43)}`,
    'id',
  ],
  ['a long hexadecimal value', hex(70), 'unknown'],
  ['a long value in base64', b64(random.bytes(129)), 'unknown'],
];

describe('what a value holds', () => {
  it.each(CASES)('%s', (_what, value, holds) => {
    const { format } = formatOf(value);
    expect(holdsOf({ format, value })).toBe(holds);
    expect(isSelfContained({ format, value })).toBe(holds === 'readable' || holds === 'sealed');
  });

  it.each([
    ['public', 'readable'],
    ['local', 'sealed'],
  ])('a PASETO that is %s', (purpose, holds) => {
    const value = anyPaseto(random).replace(/^(v\d)\.\w+/, `$1.${purpose}`);
    expect(holdsOf({ format: 'paseto', value })).toBe(holds);
  });

  it.each(Object.entries(SIGNED_BUILDERS))(
    'never takes what %s makes for what nobody can tell',
    (_, build) => {
      const value = build(random);
      const { format } = formatOf(value);
      expect(holdsOf({ format, value })).not.toBe('unknown');
    },
  );
});
