import { Seeded } from './seeded.js';

/** The session id that the login of {@link loginHar} sets. */
export const HAR_SESSION = new Seeded('har file').bytes(16).toString('hex');

const EMPTY = { headersSize: -1, bodySize: -1 };

interface Step {
  second: number;
  method: string;
  path: string;
  status: number;
  sent?: Record<string, string>;
  received?: Record<string, string>;
  posted?: string;
}

const named = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

function entry({ second, method, path, status, sent = {}, received = {}, posted }: Step) {
  const mimeType = 'application/x-www-form-urlencoded';
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString(),
    time: 5,
    _resourceType: 'document',
    request: {
      ...EMPTY,
      method,
      url: `https://shop.test${path}`,
      headers: named(sent),
      ...(posted === undefined ? {} : { postData: { mimeType, text: posted } }),
    },
    response: {
      ...EMPTY,
      status,
      headers: named(received),
      redirectURL: received.Location ?? '',
      content: { mimeType: 'text/html', text: '<!doctype html><h1>Shop</h1>' },
    },
  };
}

/** A HAR file of a login at `https://shop.test`, and of so many pages after it. */
export function loginHar(pages = 1): string {
  const cookie = `sid=${HAR_SESSION}`;
  const entries = [
    entry({ second: 0, method: 'GET', path: '/login', status: 200 }),
    entry({
      second: 1,
      method: 'POST',
      path: '/login',
      status: 303,
      posted: 'user=ada&password=x',
      received: { 'Set-Cookie': `${cookie}; Path=/`, Location: '/account' },
    }),
    ...Array.from({ length: pages }, (_, page) =>
      entry({
        second: 2 + page,
        method: 'GET',
        path: page === 0 ? '/account' : `/page/${page}`,
        status: 200,
        sent: { Cookie: cookie },
      }),
    ),
  ];
  return JSON.stringify({ log: { version: '1.2', entries } });
}
