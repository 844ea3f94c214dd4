import { sessionIdLowEntropy } from '../../../../src/engine/rules/session/session-id-low-entropy.js';
import { b64, b64u } from '../../../support/base64.js';
import { cookie, credential, jwt, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('session-id-low-entropy');
const hex = (bytes: number) => random.bytes(bytes).toString('hex');
const several = (make: (at: number) => string) => {
  const [value = '', ...pastValues] = [3, 2, 1, 0].map(make);
  return { value, pastValues, valueCount: 4 };
};
const signed = `s:${b64u(Buffer.from('1004711'))}.${b64(random.bytes(32)).slice(0, 43)}`;

testRule(sessionIdLowEntropy, {
  flags: {
    'an id of eight digits': ['high', cookie({ value: '48213377' })],
    'ids that count': ['high', cookie(several((at) => String(1_004_711 + at)))],
    'the time of the login': ['high', cookie(several((at) => String(T0 + at * 61_234)))],
    'a user and a day in base64': [
      'high',
      cookie(several((at) => b64(`user-${at}:2026-01-0${at + 1}`))),
    ],
    'six random bytes': ['medium', cookie(several(() => hex(6)))],
    'a short id that only its name tells': ['low', cookie({ value: '48213377', confidence: 0.45 })],
    'a short id in a header': ['high', credential({ name: 'x-session', value: '48213377' })],
  },
  passes: {
    '32 hexadecimal characters': cookie({ value: hex(16) }),
    'ids of 24 bytes in base64url': cookie(several(() => b64u(random.bytes(24)))),
    'a UUID of version 4': cookie({
      format: 'uuid',
      value: 'c9bf9e57-1685-4c89-bafb-ff5af830be8a',
    }),
    'a time with 16 random bytes behind it': cookie(
      several((at) => `${T0 + at * 61_234}.${hex(16)}`),
    ),
    'an id with the name of its server behind it': cookie({
      value: `${hex(16).toUpperCase()}.node1`,
    }),
  },
  doesNotApply: {
    'a JWT, which only its key can make': jwt({}, { role: 'session' }),
    'a payload that a framework signed': cookie({
      format: 'signed',
      value: 'eyJ1aWQiOjF9.aTk5Zg.x',
    }),
    'a short id that a cookie beside it signs': {
      credentials: [
        cookie({ value: '48213377' }),
        cookie({ id: 'c2', name: '__Host-sid.sig', signs: 'c1' }),
      ],
    },
    'a cookie that the browser refused': cookie({
      value: '48213377',
      cookie: { rejected: { reason: 'prefix', text: { key: 'k', english: 'no', values: {} } } },
    }),
    'a theme': cookie({ role: 'preference', value: 'dark' }),
  },
  unknown: {
    'one value that is just long enough to be enough': cookie({ value: hex(9) }),
    'a signed id of which little can be told': cookie({
      format: 'signed',
      value: signed.replace(/^s:[^.]*/, `s:${hex(9)}`),
    }),
    'one value of 18 letters and digits': cookie({ value: 'k3v9q2x7m1z8w4p6r5' }),
  },
});
