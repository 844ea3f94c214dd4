import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/engine/values/format.js';
import { type Holds, holdsOf, isSelfContained } from '../../../src/engine/values/holds.js';
import { b64, b64u } from '../../support/base64.js';
import { anyJwe, anyJwt } from '../../support/jose.js';
import { anyPaseto } from '../../support/paseto.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

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
  [
    'an id and its signature as JSON',
    b64(JSON.stringify({ sessionid: hex(16), sign: mac() })),
    'id',
  ],
  ['an id with times as JSON', b64u(JSON.stringify({ sid: hex(16), exp: 1_790_000_000 })), 'id'],
  ['a secret and its user as JSON', b64(JSON.stringify({ id: 'u7', secret: hex(32) })), 'id'],
  ['a secret and a name as JSON', b64(JSON.stringify({ n: 'a', secret: hex(32) })), 'readable'],
  ['an id beside a user as JSON', b64(JSON.stringify({ sid: hex(16), user: 'ada' })), 'readable'],
  ['the id of a user as JSON', b64(JSON.stringify({ id: hex(16), exp: 7 })), 'readable'],
  ['a short word as an id in JSON', b64(JSON.stringify({ session: 'ada' })), 'readable'],
  ['a name in base64, a mark and a cipher', `${b64('ada')}|0|${b64(random.bytes(48))}`, 'unknown'],
  [
    'the same in percent-encoding',
    encodeURIComponent(`${b64('lovelace')}|1|${b64(random.bytes(32))}`),
    'unknown',
  ],
  ['a name in base64 before a digest', `${b64('grace').replace(/=+$/, '')}:${hex(20)}`, 'unknown'],
  ['a name, a number and a digest', `ada|3|${hex(16)}`, 'unknown'],
  ['a server before an id', `srv1~${hex(16)}`, 'id'],
  ['a number, times and a digest', `t_${hex(8)}||1790000000||1789990000||${hex(16)}`, 'id'],
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

  const times = (make: () => string, count = 5) => Array.from({ length: count }, make);
  const block = random.bytes(90).toString('hex');
  it.each<[string, string[], Holds]>([
    ['base64', times(() => b64(random.bytes(112))), 'sealed'],
    ['percent-encoded base64', times(() => encodeURIComponent(b64(random.bytes(130)))), 'sealed'],
    ['hexadecimal', times(() => hex(100)), 'sealed'],
    ['what grows', [112, 112, 112, 80, 80].map((length) => b64u(random.bytes(length))), 'sealed'],
    ['few values', times(() => b64(random.bytes(112)), 3), 'unknown'],
    ['what only its end is new in', times(() => block + hex(8)), 'unknown'],
    ['long ids in the past only', [hex(70), ...times(() => hex(16))], 'unknown'],
    ['ids that rotate', times(() => hex(32)), 'id'],
  ])('what is written anew with every answer: %s', (_what, [value = '', ...pastValues], holds) => {
    expect(holdsOf({ format: 'opaque', value, pastValues })).toBe(holds);
  });
});
