import { diceOf, type Dice } from '../src/engine/redaction/dice.js';
import { b64 } from '../test/support/base64.js';
import { loginHar } from '../test/support/har-file.js';
import { OF_TOKENS } from '../test/support/hostile-inputs.js';
import { anyJwe, anyJwt, jwtOf } from '../test/support/jose.js';
import { Seeded } from '../test/support/seeded.js';

// Fragments of HAR files as nobody writes them: good ones with members taken out, doubled, swapped
// or put in the place of others, values of any kind, texts of hostile parts, and bytes changed, cut
// out or doubled at the end.

/** A fragment, and what it can be made again from. */
export interface FuzzCase {
  seed: number;
  number: number;
  bytes: Uint8Array;
}

const random = new Seeded('fuzz');
const TOKEN = jwtOf({ sub: 'ada', email: 'ada@shop.test', exp: 1_767_261_600 });
const ENTRIES: readonly object[] = [
  ...(JSON.parse(loginHar(2)) as { log: { entries: object[] } }).log.entries,
  entry({
    url:
      `https://ada:pw@shop.test/a;jsessionid=${random.base62(20)}?code=${random.base62(30)}` +
      `&state=x#t=${TOKEN}`,
    headers: [
      { name: 'Authorization', value: `Bearer ${anyJwt(random)}` },
      { name: 'Cookie', value: `a=${anyJwe(random)}; b="${b64('{"a":1,"user":"ada"}')}"; c` },
    ],
    cookies: [{ name: 'sid', value: random.base62(24), httpOnly: true, expires: null }],
    queryString: [{ name: 'code', value: random.base62(30) }],
  }),
  entry({
    method: 'POST',
    url: 'https://shop.test/graphql',
    headers: { Cookie: `sid=${random.base62(24)}` },
    postData: {
      mimeType: 'application/json',
      text: JSON.stringify({ query: 'mutation { login }', variables: { password: 'x', t: TOKEN } }),
    },
  }),
  entry(
    {
      method: 'POST',
      postData: {
        mimeType: 'multipart/form-data; boundary=q',
        text: '--q\r\nContent-Disposition: form-data; name="pwd"\r\n\r\nfish\r\n--q--',
      },
    },
    {
      mimeType: 'text/html',
      text: `<form><input type=password name=p><meta name=csrf content=${random.base62(32)}>`,
    },
  ),
  entry({}, { mimeType: 'text/plain', encoding: 'base64', text: b64(`x ${TOKEN}`) }),
];

function entry(
  request: object,
  content: object = { mimeType: 'application/json', text: '{"ok":true}' },
) {
  return {
    startedDateTime: '2026-01-01T09:00:00.000Z',
    time: 12,
    _resourceType: 'fetch',
    request: { method: 'GET', url: 'https://shop.test/', headers: [], ...request },
    response: {
      status: 200,
      headers: [
        { name: 'Set-Cookie', value: `t=${random.base62(22)}; Path=/; Secure; Max-Age=60` },
        { name: 'Location', value: '/next?x=1' },
      ],
      redirectURL: '',
      content,
    },
    _webSocketMessages: [{ type: 'send', opcode: 1, data: `{"token":"${TOKEN}"}`, time: 1 }],
  };
}

const HOSTILE = Object.values(OF_TOKENS);
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e%',
  '[REDACTED]',
  'Infinity',
  '__proto__',
  [],
  {},
  [[]],
  { name: {}, value: [] },
  { __proto__: null, constructor: 1 },
];
const NAMES = ['headers', 'cookies', 'text', 'url', 'value', 'name', 'content', '__proto__', 'x'];

/** The case of this number: the same whenever it is made. */
export function fuzzCase(seed: number, number: number): FuzzCase {
  const dice = diceOf(Math.imul(seed + 1, 0x85ebca6b) ^ number);
  const count = 1 + dice(3);
  const entries = Array.from({ length: count }, () =>
    mutated(ENTRIES[dice(ENTRIES.length)], dice, 0.02 + dice(20) / 100),
  );
  const wrapped = dice(20) === 0 ? entries : { log: { version: '1.2', entries } };
  const text = JSON.stringify(wrapped);
  const bytes = new TextEncoder().encode(text);
  return { seed, number, bytes: dice(3) === 0 ? changed(bytes, dice) : bytes };
}

/** A copy of a tree in which each node may be something else. */
function mutated(node: unknown, dice: Dice, rate: number): unknown {
  if (dice(1_000) < rate * 100) return replaced(node, dice);
  if (Array.isArray(node)) {
    const items = node.flatMap((item: unknown) => {
      const other = mutated(item, dice, rate);
      const fate = dice(60);
      return fate === 0 ? [] : fate === 1 ? [other, other] : [other];
    });
    return dice(80) === 0 ? items.map((item, at): unknown => [String(at), item]) : items;
  }
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node).flatMap(([name, item]: [string, unknown]) => {
    const fate = dice(80);
    if (fate === 0) return [];
    return [[fate === 1 ? NAMES[dice(NAMES.length)]! : name, mutated(item, dice, rate)]];
  });
  return Object.fromEntries(members) as object;
}

function replaced(node: unknown, dice: Dice): unknown {
  const way = dice(6);
  if (way === 0 || typeof node !== 'string') return ODD[dice(ODD.length)];
  if (way === 1) return HOSTILE[dice(HOSTILE.length)]!(1 + dice(2_000));
  if (way === 2) return node + node;
  if (way === 3) return encodeURIComponent(node);
  if (way === 4) return b64(node);
  const at = dice(node.length + 1);
  return node.slice(0, at) + String.fromCharCode(dice(0x3000)) + node.slice(at + dice(3));
}

/** Bytes that a bad line, a bad disk or a bad program left. */
function changed(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice(bytes.length);
  const way = dice(4);
  if (way === 0) return bytes.slice(0, at);
  if (way === 1) return bytes.slice(at);
  const copy = bytes.slice();
  if (way === 2)
    for (let times = 1 + dice(4); times > 0; times--) copy[dice(copy.length)] = dice(256);
  else copy.copyWithin(at, dice(bytes.length));
  return copy;
}
