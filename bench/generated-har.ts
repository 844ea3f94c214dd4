// A HAR file as Chrome writes it, of any size, always the same: somebody looks through a shop after a
// login. Most of it is what every visit is made of: scripts, styles, pictures, pages and lists as
// JSON, of 2 to 200 kB each; the same headers again and again; and credentials in a few places alone.
import { createHash } from 'node:crypto';
import { seededRandom, type SeededRandom } from './seeded-random.js';
import * as text from './generated-bodies.js';
import { cookieList, cookiesOf, requestHeaders, responseHeaders } from './generated-headers.js';

const SHOP = 'https://www.shop.test';
const START = Date.UTC(2026, 0, 1);
interface Answer {
  mimeType: string;
  body: string;
  encoding?: 'base64';
  set?: readonly string[];
}

interface Visit {
  random: SeededRandom;
  at: number;
  page: string;
  cookies: string;
  bearer: string;
}

interface Asked {
  url: string;
  type: string;
  method?: string;
  posted?: { mimeType: string; text: string };
  headers?: [string, string][];
}

/** The text of a HAR file of at least so many characters. */
export function generatedHar(characters: number, seed = 1): string {
  return [...partsOfHar(characters, seed)].join('');
}

/** The same in parts, as no text is as long as a file can be. */
export function* partsOfHar(characters: number, seed = 1): Generator<string> {
  const random = seededRandom(seed);
  const bearer = jwtLike(random);
  const visit: Visit = { random, at: START, page: `${SHOP}/`, cookies: cookiesOf(random), bearer };
  let entries: string[] = [];
  const add: Add = (asked, answer) =>
    void entries.push(JSON.stringify(entryOf(visit, asked, answer)));
  const creator = { name: 'WebInspector', version: '537.36' };
  const pages = [{ startedDateTime: new Date(START).toISOString(), id: 'page_1', title: SHOP }];
  const log = JSON.stringify({ version: '1.2', creator, pages }).slice(0, -1);
  yield `{"log":${log},"entries":[`;
  logIn(visit, add);
  for (let page = 1, length = 0; ; page++) {
    yield (page > 1 ? ',\n' : '') + entries.join(',\n');
    length += entries.reduce((sum, entry) => sum + entry.length, 0);
    if (length >= characters) break;
    entries = [];
    browse(visit, page, add);
  }
  yield ']}}';
}

type Add = (asked: Asked, answer: Answer) => void;

function logIn({ random, bearer }: Visit, add: Add): void {
  const user = JSON.stringify({ email: 'ada@shop.test', password: 'correct horse battery' });
  add(
    {
      url: `${SHOP}/api/login`,
      type: 'fetch',
      method: 'POST',
      posted: { mimeType: 'application/json', text: user },
    },
    {
      mimeType: 'application/json',
      body: JSON.stringify({ access_token: bearer, token_type: 'Bearer', expires_in: 900 }),
      set: [`sid=${random.hex(64)}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    },
  );
}

/** One page: itself, what it is made of, what its scripts ask for, and who counts its visitors. */
function browse(visit: Visit, number: number, add: Add): void {
  const { random, bearer } = visit;
  const asset = (path: string) => `https://static.shop.test/assets/${path}`;
  visit.page = `${SHOP}/${random.pick(text.WORDS)}/${number}`;
  add(
    { url: visit.page, type: 'document' },
    {
      mimeType: 'text/html; charset=utf-8',
      body: text.html(random, random.between(15_000, 90_000)),
    },
  );
  for (let n = 0; n < 2; n++)
    add(
      { url: asset(`site-${n}-${number}.css`), type: 'stylesheet' },
      { mimeType: 'text/css', body: text.css(random, random.between(5_000, 60_000)) },
    );
  for (let n = 0; n < 6; n++)
    add(
      { url: asset(`${random.hex(8)}.${number}.js`), type: 'script' },
      {
        mimeType: 'application/javascript',
        body: text.script(random, random.between(8_000, 200_000)),
      },
    );
  for (let n = 0; n < 14; n++)
    add(
      { url: asset(`${random.pick(text.WORDS)}-${random.hex(12)}.webp?w=640&q=75`), type: 'image' },
      {
        mimeType: 'image/webp',
        body: random.base64(random.between(1_500, 30_000)),
        encoding: 'base64',
      },
    );
  for (let n = 0; n < 6; n++)
    add(
      {
        url: `${SHOP}/api/${random.pick(text.WORDS)}?page=${n}&limit=50&sort=price`,
        type: 'fetch',
        headers: [['authorization', `Bearer ${bearer}`]],
      },
      {
        mimeType: 'application/json; charset=utf-8',
        body: text.json(random, random.between(5_000, 100_000)),
      },
    );
  for (let n = 0; n < 3; n++)
    add(
      {
        url: `https://stats.counter.test/collect?v=2&tid=G-8XK2M4&cid=1234567890.1767225600&dl=${encodeURIComponent(visit.page)}&ep=${random.hex(8)}&_s=${n}`,
        type: 'ping',
        method: 'POST',
      },
      { mimeType: 'text/plain', body: '' },
    );
  visit.at += 20_000;
}

function entryOf(visit: Visit, asked: Asked, answer: Answer): object {
  const { random, page } = visit;
  const { type } = asked;
  visit.at += random.between(1, 40);
  const took = random.between(5, 400) + 0.125;
  const initiator =
    type === 'document'
      ? { type: 'other' }
      : { type: 'parser', url: page, lineNumber: random.between(1, 900) };
  return {
    _initiator: initiator,
    _priority: 'High',
    _resourceType: type,
    cache: {},
    connection: String(random.between(100, 999)),
    pageref: 'page_1',
    request: requestOf(visit, asked),
    response: responseOf(random, type, answer),
    serverIPAddress: '203.0.113.7',
    startedDateTime: new Date(visit.at).toISOString(),
    time: took,
    timings: {
      blocked: 1.25,
      dns: -1,
      ssl: -1,
      connect: -1,
      send: 0.125,
      wait: took - 2,
      receive: 0.625,
    },
  };
}

function requestOf({ page, cookies }: Visit, asked: Asked): object {
  const { url, type, method = 'GET', posted } = asked;
  const { host, pathname, search, searchParams } = new URL(url);
  const own = url.startsWith(SHOP);
  const headers = requestHeaders({ host, type, method, page, path: pathname + search });
  for (const [name, value] of asked.headers ?? []) headers.push({ name, value });
  if (own) headers.push({ name: 'cookie', value: cookies });
  return {
    method,
    url,
    httpVersion: 'http/2.0',
    headers,
    queryString: [...searchParams].map(([name, value]) => ({ name, value })),
    cookies: own ? cookieList(cookies) : [],
    headersSize: -1,
    bodySize: posted?.text.length ?? 0,
    ...(posted && { postData: posted }),
  };
}

function responseOf(random: SeededRandom, type: string, answer: Answer): object {
  const { mimeType, body, encoding, set = [] } = answer;
  const headers = responseHeaders(random, mimeType, body, type);
  for (const line of set) headers.push({ name: 'set-cookie', value: line });
  return {
    status: body === '' ? 204 : 200,
    statusText: '',
    httpVersion: 'http/2.0',
    headers,
    cookies: [],
    content: { size: body.length, mimeType, ...(body !== '' && { text: body, encoding }) },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _transferSize: random.between(100, 90_000),
    _error: null,
  };
}

/** In the form of a JWT, and signed with nothing that anybody knows. */
function jwtLike(random: SeededRandom): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'HS256', typ: 'JWT' });
  const claims = part({ sub: random.uuid(), iat: START / 1_000, exp: START / 1_000 + 900 });
  const mac = createHash('sha256').update(random.hex(32)).digest('base64url');
  return `${header}.${claims}.${mac}`;
}
