import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotAHarError } from '../../../src/engine/normalize/har.js';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { loginHar } from '../../support/har-file.js';
import { reportOf, saidIn, writings } from '../../support/redaction.js';
import { anyJwe, anyJwt, b64, b64u, jwtOf, Seeded } from '../../support/tokens.js';

const random = new Seeded('redaction');
const SID = random.bytes(16).toString('hex');
const KEY = random.base62(40);
const PASSWORD = 'correct-Horse-7-battery';
const MAIL = 'ada.lovelace@shop.test';
const TOKEN = jwtOf({
  sub: 'ada-4711',
  email: MAIL,
  name: 'Ada Lovelace',
  roles: ['admin'],
  iss: 'https://id.shop.test',
  iat: 1_767_258_000,
  exp: 1_767_261_600,
  sid: SID,
});
const SECRETS = [SID, KEY, PASSWORD, MAIL, TOKEN, TOKEN.split('.')[2]!, 'Ada Lovelace', 'ada-4711'];

interface Parts {
  url?: string;
  sent?: [string, string][];
  received?: [string, string][];
  request?: object;
  response?: object;
  posted?: object;
  content?: object;
}

function entry({ url = 'https://shop.test/', sent = [], received = [], ...more }: Parts) {
  const named = (headers: [string, string][]) => headers.map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: '2026-01-01T09:00:00.000Z',
    time: 5,
    request: {
      method: more.posted ? 'POST' : 'GET',
      url,
      headers: named(sent),
      ...(more.posted && { postData: more.posted }),
      ...more.request,
    },
    response: {
      status: 200,
      headers: named(received),
      content: more.content ?? { mimeType: 'text/html' },
      ...more.response,
    },
  };
}

const har = (...parts: Parts[]) => ({ log: { version: '1.2', entries: parts.map(entry) } });

/** What makes each of them known: the rest of a file may have them anywhere. */
const KNOWN: Parts[] = [
  {
    url: 'https://shop.test/login',
    received: [['Set-Cookie', `PHPSESSID=${SID}; Path=/; HttpOnly`]],
    posted: {
      mimeType: 'application/x-www-form-urlencoded',
      text: new URLSearchParams({ email: MAIL, password: PASSWORD }).toString(),
    },
    content: { mimeType: 'application/json', text: JSON.stringify({ access_token: TOKEN }) },
  },
  {
    sent: [
      ['Authorization', `Bearer ${TOKEN}`],
      ['X-Api-Key', KEY],
    ],
  },
];

const ENCODINGS: [string, (secret: string) => string][] = [
  ['as it is', (secret) => secret],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded twice', (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ['in base64', b64],
  ['in base64url', b64u],
  ['behind something in base64', (secret) => b64(`user:${secret}:end`)],
  ['in base64 of JSON', (secret) => b64(JSON.stringify({ value: secret, at: 1 }))],
  ['in hexadecimal', (secret) => Buffer.from(secret).toString('hex')],
  ['in a string of JSON', (secret) => JSON.stringify({ a: secret })],
];

const PLACES: [string, (written: string) => Parts][] = [
  ['a cookie', (text) => ({ sent: [['Cookie', `a=1; x=${text}; b=2`]] })],
  ['Set-Cookie', (text) => ({ received: [['Set-Cookie', `x=${text}; Path=/`]] })],
  [
    'folded Set-Cookie',
    (text) => ({ received: [['Set-Cookie', `a=1; Path=/, x=${text}; Path=/`]] }),
  ],
  ['a list of cookies', (text) => ({ request: { cookies: [{ name: 'x', value: text }] } })],
  ['cookies as a map', (text) => ({ request: { cookies: { x: text } } })],
  ['a header of another name', (text) => ({ sent: [['X-Trace', text]] })],
  ['headers as pairs', (text) => ({ request: { headers: [['X-Trace', text]] } })],
  ['a query', (text) => ({ url: `https://shop.test/?x=${encodeURIComponent(text)}` })],
  ['a fragment', (text) => ({ response: { redirectURL: `/next#x=${encodeURIComponent(text)}` } })],
  ['queryString', (text) => ({ request: { queryString: [{ name: 'x', value: text }] } })],
  ['Location', (text) => ({ received: [['Location', `/?x=${encodeURIComponent(text)}`]] })],
  [
    'Referer',
    (text) => ({ sent: [['Referer', `https://shop.test/?x=${encodeURIComponent(text)}`]] }),
  ],
  ['params', (text) => ({ posted: { mimeType: 'x', params: [{ name: 'x', value: text }] } })],
  [
    'a form',
    (text) => ({
      posted: {
        mimeType: 'application/x-www-form-urlencoded',
        text: new URLSearchParams({ x: text }).toString(),
      },
    }),
  ],
  [
    'JSON',
    (text) => ({ content: { mimeType: 'application/json', text: JSON.stringify({ x: [text] }) } }),
  ],
  [
    'a page',
    (text) => ({ content: { mimeType: 'text/html', text: `<b data-x='${text}'>hi</b>` } }),
  ],
  [
    'a script',
    (text) => ({ content: { mimeType: 'text/javascript', text: `var x = '${text}';` } }),
  ],
  [
    'a body in base64',
    (text) => ({
      content: { mimeType: 'text/plain', encoding: 'base64', text: b64(`x ${text} y`) },
    }),
  ],
  [
    'a message',
    (text) => ({ response: { _webSocketMessages: [{ opcode: 1, data: text, type: 'send' }] } }),
  ],
  [
    'a member that no one knows',
    (text) => ({ response: { _own: { deep: [{ note: `see ${text}` }] } } }),
  ],
];

/** A file without anything in it that is not to be there. */
function left(redacted: unknown): string[] {
  const text = JSON.stringify(redacted);
  return SECRETS.flatMap(writings).filter((written) => text.includes(written));
}

describe('what must not stay', () => {
  it.each(PLACES)('is not in %s, however it is written', (_, put) => {
    const written = SECRETS.flatMap((secret) => ENCODINGS.map(([, encode]) => encode(secret)));
    expect(left(redactHar(har(...KNOWN, ...written.map(put))).har)).toEqual([]);
  });

  it.each([
    ['Basic', `Basic ${b64(`ada:${PASSWORD}`)}`],
    ['Digest', `Digest username="${MAIL}", realm="x", nonce="${KEY}", response="${SID}", uri="/"`],
    ['a scheme of its own', `Signature ${KEY}`],
    ['none', KEY],
  ])('is not in Authorization with %s', (_, value) => {
    const { har: redacted } = redactHar(har({ sent: [['Authorization', value]] }));
    const text = JSON.stringify(redacted);
    expect(
      [PASSWORD, MAIL, KEY, b64(`ada:${PASSWORD}`)].filter((one) => text.includes(one)),
    ).toEqual([]);
  });

  it.each<[string, Parts]>([
    [
      'a form',
      { posted: { mimeType: 'application/x-www-form-urlencoded', text: 'u=a&password=fish' } },
    ],
    ['JSON', { posted: { mimeType: 'application/json', text: '{"user":"a","pwd":"fish"}' } }],
    [
      'JSON that says so',
      { posted: { mimeType: 'application/json', text: '[{"name":"password","value":"fish"}]' } },
    ],
    [
      'multipart',
      {
        posted: {
          mimeType: 'multipart/form-data; boundary=xx',
          text: '--xx\r\nContent-Disposition: form-data; name="password"\r\n\r\nfish\r\n--xx--',
        },
      },
    ],
    ['params', { posted: { mimeType: 'x', params: [{ name: 'password', value: 'fish' }] } }],
    ['a query', { url: 'https://shop.test/?password=fish' }],
    ['user info', { url: 'https://ada:fish@shop.test/' }],
    ['XML', { posted: { mimeType: 'text/xml', text: '<login><password>fish</password></login>' } }],
    ['Basic', { sent: [['Authorization', `Basic ${b64('ada:fish')}`]] }],
  ])('is no password of a few letters, in %s', (_, parts) => {
    const text = JSON.stringify(redactHar(har(parts)).har);
    expect(text).not.toContain('fish');
    expect(text).not.toContain(b64('ada:fish'));
  });

  it('is no password in a field that only its page calls one', () => {
    const page: Parts = {
      content: { mimeType: 'text/html', text: '<form><input name="p" type="password"></form>' },
    };
    const posted = { mimeType: 'application/x-www-form-urlencoded', text: 'u=ada&p=fish' };
    expect(JSON.stringify(redactHar(har(page, { posted })).har)).not.toContain('fish');
  });

  it('is in no token of any kind, wherever it is', () => {
    const tokens = Array.from({ length: 40 }, () => [anyJwt(random), anyJwe(random)]).flat();
    const parts = tokens.map((token): Parts => ({ sent: [['Cookie', `token=${token}`]] }));
    const text = JSON.stringify(redactHar(har(...parts)).har);
    const signatures = tokens.map((token) => token.split('.').at(-1)!).filter((one) => one !== '');
    expect(signatures.filter((one) => text.includes(one))).toEqual([]);
  });
});

describe('a stand-in', () => {
  const text = (value: unknown) => JSON.stringify(value);
  const cookieOf = (value: unknown, name: string) =>
    new RegExp(`${name}=([^;"\\\\]*)`).exec(text(value))?.[1] ?? '';

  it('is the same for the same value, in every place', () => {
    const { har: redacted } = redactHar(
      har(
        { received: [['Set-Cookie', `sid=${SID}`]] },
        { sent: [['Cookie', `a=1; sid=${SID}`]] },
        {
          url: `https://shop.test/?sid=${SID}`,
        },
      ),
    );
    const stand = cookieOf(redacted, 'sid');
    expect(stand).toMatch(/^[0-9a-f]{32}$/);
    expect(text(redacted).split(stand)).toHaveLength(4);
  });

  it('keeps a JWT what it is: header, claims, times; not who it is, nor the signature', () => {
    const { har: redacted } = redactHar(har({ sent: [['Authorization', `Bearer ${TOKEN}`]] }));
    const [header, claims, signature] = (/Bearer ([^"]+)/.exec(text(redacted))?.[1] ?? '').split(
      '.',
    );
    const read = (part = '') =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(read(claims)).toMatchObject({
      roles: ['admin'],
      iss: 'https://id.shop.test',
      iat: 1_767_258_000,
      exp: 1_767_261_600,
    });
    expect(Object.keys(read(claims))).toEqual([
      'sub',
      'email',
      'name',
      'roles',
      'iss',
      'iat',
      'exp',
      'sid',
    ]);
    expect(read(claims).email).toMatch(/^user1x*@example\.com$/);
    expect(signature).toHaveLength(43);
  });

  it('does not depend on what it stands for, but on its shape and its order', () => {
    const of = (seed: string) => {
      const one = new Seeded(seed);
      const values = [one.bytes(16).toString('hex'), one.bytes(20).toString('hex')];
      return text(
        redactHar(har(...values.map((v, at): Parts => ({ sent: [['Cookie', `sid${at}=${v}`]] }))))
          .har,
      );
    };
    expect(of('a')).toBe(of('b'));
  });

  it('is the same each time', () => {
    const file = har(...KNOWN);
    expect(text(redactHar(file))).toBe(text(redactHar(structuredClone(file))));
  });
});

describe('the report of a redacted file', () => {
  it.each([
    ['a login', JSON.parse(loginHar(4)) as unknown],
    ['tokens and keys', har(...KNOWN)],
  ])('says the same of %s', (_, file) => {
    expect(saidIn(reportOf(redactHar(file).har))).toEqual(saidIn(reportOf(file)));
  });

  it('says the same of tokens of any kind', () => {
    const seeds = fc.integer({ min: 0, max: 1_000_000 });
    const property = fc.property(seeds, (seed) => {
      const own = new Seeded(seed);
      const file = har(
        { received: [['Set-Cookie', `token=${anyJwt(own)}; Path=/; Secure`]] },
        { sent: [['Authorization', `Bearer ${anyJwt(own)}`]] },
      );
      expect(saidIn(reportOf(redactHar(file).har))).toEqual(saidIn(reportOf(file)));
    });
    fc.assert(property, { numRuns: 40 });
  });
});

describe('what is handed back', () => {
  it('lists what was replaced, without any of it', () => {
    const { replaced } = redactHar(har(...KNOWN));
    expect(replaced.map(({ kind, name, values }) => [kind, name, values])).toEqual(
      expect.arrayContaining([
        ['credential', 'PHPSESSID', 1],
        ['password', 'password', 1],
        ['person', 'email', 1],
      ]),
    );
    expect(left(replaced)).toEqual([]);
  });

  it('leaves alone what tells of nobody', () => {
    const file = har({
      sent: [
        ['Cookie', 'theme=dark; lang=en-GB'],
        ['Accept', 'text/html'],
        ['If-None-Match', '"abc-1"'],
        // Of a script that has no token yet.
        ['Authorization', 'Bearer '],
      ],
      received: [
        ['WWW-Authenticate', 'Basic realm="reports"'],
        ['Set-Cookie', 'sid=deleted; Max-Age=0'],
      ],
    });
    expect(redactHar(file).har).toEqual(file);
  });

  it('leaves no part of a signed value against forgery', () => {
    const hidden = random.bytes(20).toString('hex');
    const payload = Buffer.from(JSON.stringify(hidden)).toString('base64');
    const mac = random.bytes(20).toString('base64url');
    const csrf = `${payload.replace(/=+$/, '')}.awgtuw.${mac}`;
    const mimeType = 'application/x-www-form-urlencoded';
    const text = `<form method="post"><input type="hidden" name="csrf_token" value="${csrf}"></form>`;
    const file = har(
      ...KNOWN,
      { content: { mimeType: 'text/html', text } },
      { posted: { mimeType, text: `csrf_token=${csrf}&name=x` } },
      // What is signed stands elsewhere by itself.
      { content: { mimeType: 'application/json', text: JSON.stringify({ csrf_token: hidden }) } },
    );
    const told = JSON.stringify(redactHar(file).har);
    expect(told).not.toContain(mac);
    expect(told).not.toContain(mac.slice(0, 12));
  });

  it('takes an address of the traffic for no password, whatever its field is elsewhere', () => {
    const mimeType = 'application/x-www-form-urlencoded';
    const file = har(
      {
        content: { mimeType: 'text/html', text: '<input type="password" name="p">' },
        posted: { mimeType, text: 'p=https%3A%2F%2Fshop.test%2Fhome' },
      },
      { url: 'https://shop.test/home' },
    );
    expect(redactHar(file).har).toEqual(file);
  });

  it.each([null, [], {}, { log: {} }, 'x'])('refuses what is no HAR: %j', (value) => {
    expect(() => redactHar(value)).toThrow(NotAHarError);
  });

  it('is there for any JSON that has entries', () => {
    const property = fc.property(fc.array(fc.jsonValue()), (entries) => {
      expect(redactHar({ log: { entries } }).har).toBeDefined();
    });
    fc.assert(property, { numRuns: 200 });
  });
});
