// Headers as browsers and servers send them with nearly every request, and the cookies of a visit.
import { named, type Named } from './generated-bodies.js';
import type { SeededRandom } from './seeded-random.js';

/** The first moment at which something was served. */
const SERVED = Date.UTC(2026, 0, 1);
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/143.0.0.0 Safari/537.36';

export interface Sent {
  host: string;
  path: string;
  type: string;
  method: string;
  page: string;
}

export function requestHeaders({ host, path, type, method, page }: Sent): Named[] {
  const dest = type === 'fetch' || type === 'ping' ? 'empty' : type;
  return named({
    ':authority': host,
    ':method': method,
    ':path': path,
    ':scheme': 'https',
    accept: type === 'document' ? 'text/html,application/xhtml+xml,*/*;q=0.8' : '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    'accept-language': 'en-GB,en;q=0.9,ko;q=0.8',
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    priority: 'u=1, i',
    referer: page,
    'sec-ch-ua': '"Chromium";v="143", "Not A(Brand";v="24"',
    'sec-ch-ua-mobile': '?0',
    'sec-ch-ua-platform': '"Linux"',
    'sec-fetch-dest': dest,
    'sec-fetch-mode': type === 'document' ? 'navigate' : 'cors',
    'sec-fetch-site': 'same-origin',
    'user-agent': BROWSER,
  });
}

export function responseHeaders(
  random: SeededRandom,
  mimeType: string,
  body: string,
  type: string,
): Named[] {
  const isStatic = ['script', 'stylesheet', 'image'].includes(type);
  return named({
    'accept-ranges': 'bytes',
    age: String(random.between(0, 90_000)),
    'alt-svc': 'h3=":443"; ma=86400',
    'cache-control': isStatic ? 'public, max-age=31536000, immutable' : 'private, no-store',
    'content-encoding': 'br',
    'content-length': String(body.length),
    'content-security-policy':
      "default-src 'self'; script-src 'self' https://static.shop.test; img-src * data:; " +
      "frame-ancestors 'none'",
    'content-type': mimeType,
    date: new Date(SERVED + random.between(0, 900) * 1_000).toUTCString(),
    etag: `"${random.hex(32)}"`,
    'last-modified': 'Tue, 16 Dec 2025 09:41:00 GMT',
    server: 'nginx',
    'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
    vary: 'Accept-Encoding, Origin',
    via: '1.1 varnish',
    'x-cache': 'HIT',
    'x-content-type-options': 'nosniff',
    'x-request-id': random.uuid(),
  });
}

export function cookiesOf(random: SeededRandom): string {
  return [
    `sid=${random.hex(64)}`,
    `csrf-token=${random.base64(24).replaceAll(/[+/=]/g, 'x')}`,
    '_ga=GA1.1.1234567890.1767225600',
    '_ga_8XK2M4=GS2.1.s1767225600$o1$g1$t1767225988$j24$l0$h0',
    `cookieconsent=${encodeURIComponent('{"necessary":true,"statistics":true,"marketing":false}')}`,
    'theme=dark',
    'currency=EUR',
    `ab_bucket=${random.between(1, 99)}`,
    `AWSALB=${random.base64(96)}`,
    `visitor=${random.uuid()}`,
  ].join('; ');
}

export function cookieList(header: string): Named[] {
  return header.split('; ').map((pair) => ({
    name: pair.slice(0, pair.indexOf('=')),
    value: pair.slice(pair.indexOf('=') + 1),
  }));
}
