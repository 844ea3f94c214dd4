import { jwtOf } from './jose.js';
import { writings } from './redaction.js';
import { Seeded } from './seeded.js';

const random = new Seeded('redaction');

/** What must not stay. */
export const SID = random.bytes(16).toString('hex');
export const KEY = random.base62(40);
export const PASSWORD = 'correct-Horse-7-battery';
export const MAIL = 'ada.lovelace@shop.test';
export const TOKEN = jwtOf({
  sub: 'ada-4711',
  email: MAIL,
  name: 'Ada Lovelace',
  roles: ['admin'],
  iss: 'https://id.shop.test',
  iat: 1_767_258_000,
  exp: 1_767_261_600,
  sid: SID,
});

/** All of it. */
export const SECRETS = [
  SID,
  KEY,
  PASSWORD,
  MAIL,
  TOKEN,
  TOKEN.split('.')[2]!,
  'Ada Lovelace',
  'ada-4711',
];

/** What a file tells of one exchange. */
export interface Parts {
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

/** A file of these exchanges. */
export const har = (...parts: Parts[]) => ({ log: { version: '1.2', entries: parts.map(entry) } });

/** What makes each of them known: the rest of a file may have them anywhere. */
export const KNOWN: Parts[] = [
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

/** What is left of it in a file. */
export function left(redacted: unknown): string[] {
  const text = JSON.stringify(redacted);
  return SECRETS.flatMap(writings).filter((written) => text.includes(written));
}
