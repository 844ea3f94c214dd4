import { createHash } from 'node:crypto';
import { seededRandom, type SeededRandom } from './seeded-random.js';
import { cookieList, cookiesOf, requestHeaders, responseHeaders } from './generated-headers.js';
import {
  type Add,
  type Answer,
  type Asked,
  browse,
  logIn,
  SHOP,
  START,
  type Visit,
} from './generated-visit.js';

// A HAR file as Chrome writes it, of any size, always the same: somebody looks through a shop after
// a login. Most of it is what every visit is made of: scripts, styles, pictures, pages and lists as
// JSON, of 2 to 200 kB each; the same headers again and again; and credentials in a few places
// alone.

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
