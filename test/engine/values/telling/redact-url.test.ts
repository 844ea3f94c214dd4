import { describe, expect, it } from 'vitest';
import { redactUrl } from '../../../../src/engine/values/telling/redact-url.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';
import { shows } from '../../../support/shown-secret.js';

const random = new Seeded('redact-url');
const V = random.base62(28);
const BASE64 = `${random.base62(8)}/${random.base62(8)}+${random.base62(8)}==`;

describe('an address', () => {
  it.each([
    [`https://a.example/?token=${BASE64.replaceAll('/', '%2f').replaceAll('+', '%2b')}`, BASE64],
    [`https://a.example/?token=${BASE64.replaceAll('+', '%2B')}`, BASE64],
    [`https://a.example/?token=${V.slice(0, 3)}%64${V.slice(4)}`, V.slice(4)],
    [`https://a.example/?token=${V.slice(0, 9)}!(${V.slice(9)})*%21`, V.slice(9)],
    [
      `https://a.example/cb#access_token=${BASE64.replaceAll('=', '%3d')}&token_type=bearer`,
      BASE64,
    ],
    [`https://a.example/?code=4%2f0${V}`, V],
    ['https://a.example/?password=short%2fpw1', 'short/pw1'],
    ['https://a.example/?pin=12', '12'],
    [`https://a.example/?next=/cb?token=${V}`, V],
    [`https://a.example/?key=a&next=%2Fcb%3Ftoken%3D${V}`, V],
    [`https://a.example/?redirect=app%3A%2F%2Fcb%3Ftoken%3D${V}`, V],
    [`https://a.example/?redirect=app:cb?token=${V}`, V],
    [`https://a.example/?a&${V}`, V],
    [`https://a.example/?=${V}`, V],
    [`https://a.example/?${V}=1`, V],
    [`https://a.example/#${V}`, V],
    [`https://a.example/#/route/${V}/x`, V],
    [`https://a.example/#!/route?a=1&sid=${V}`, V],
    [`https://a.example/p;jsessionid=${V}/next;a=b`, V],
    [`https://a.example/bot1234567:${V}/send`, V],
    [`https://a.example/proxy/https%3A%2F%2Fb.test%2F%3Ftoken%3D${V}`, V],
    [`https://a.example/?q={"access_token":"${V}","a":1}`, V],
    [`https://a.example/?q=%7B%22token%22%3A%22short1%22%7D`, 'short1'],
    [`https://a.example/?a=1;token=${V}`, V],
    [`https://a.example/?list=one,${V},two`, V],
    [`https://a.example/?t=${jwtOf({ sub: 'a' })}`, jwtOf({ sub: 'a' })],
    [`/cb?token=${V}`, V],
    [`//user:${V}@a.example/`, V],
    [`https:\\\\user:${V}@a.example\\reset\\${V}`, V],
    [`data:text/plain,${V}`, V],
    ['https://proxy.test/https://ada:correct-horse-battery@b.test/', 'correct-horse'],
    ['https://proxy.test/https:/ada:correct-horse-battery@b.test/', 'correct-horse'],
    ['https://proxy.test/x//ada:correct-horse-battery@b.test/', 'correct-horse'],
    ['https://proxy.test/https%3A%2F%2Fada:correct-horse-battery@b.test/', 'correct-horse'],
    ['https://proxy.test/ftp://ada:correct;horse&battery@b.test/', 'horse'],
    ['https://proxy.test/?https://ada:correct=horse@b.test/', 'correct'],
    ['https://proxy.test/?u=https://ada:correct-horse@b.test/', 'correct'],
    ['https://proxy.test/#https://ada:correct=horse@b.test/', 'correct'],
    ['https://proxy.test/#/go/https://ada:correct-horse@b.test/', 'correct'],
    ['https:\\\\proxy.test\\https:\\\\ada:correct-horse@b.test\\', 'correct'],
    [`?x=1&token=$\`${V}`, V],
    [`https://a.example/?token=%E0%A4%A${V}`, V],
  ])('%s keeps its secret', (url, secret) => {
    expect(shows(redactUrl(url), secret)).toBe(false);
  });

  it.each([
    'https://a.test/products/42?page=2&sort=name',
    'https://a.test/?next=https%3A%2F%2Fb.test',
    'https://a.test/?next=https%3a%2f%2fb.test%2Fa%3Fb%3D1',
    'https://a.test/a%20b/%e2%82%ac?q=two+words&empty=&flag#top',
    'https://A.test:443/../x//y?a=1&&b==2#a=1',
    'https://a/#$&$&',
    "https://a.test/$1?x=$`$'",
    'https://a.test/?scope=openid+profile+email+offline_access&q=a,b|c',
    'https://a.test/accounts/3f2504e0-4f89-41d3-9a0c-0305e82c3301/edit',
    'https://a.test/%zz?%=%&a=%4',
    '/relative/path?page=2',
    'https://a.test/npm/react@18.2.0/index.js?mail=ada@a.test',
    'https://a.test/https://b.test/@ada/x@y?u=https://b.test&mail=ada@a.test',
    'about:blank',
    '',
  ])('%s stays as it is written', (url) => {
    expect(redactUrl(url)).toBe(url);
  });

  it('loses its user info, and nothing else where nothing is secret', () => {
    expect(redactUrl('https://ada:pw@a.test:8080/x?a=1')).toBe('https://a.test:8080/x?a=1');
  });

  it('is the same after a second look', () => {
    const told = redactUrl(
      `https://a.test/reset/${V}?token=${BASE64}&next=%2Fcb%3Fcode%3D${V}#${V}`,
    );
    expect(redactUrl(told)).toBe(told);
  });

  it('tells what it masked', () => {
    const found: string[] = [];
    redactUrl(`https://a.test/?next=%2Fcb%3Ftoken%3D${V}`, (secret) => found.push(secret));
    expect(found).toEqual([V]);
  });
});

it.each([
  ['secrets', (n: number) => `?${`sid=${V}&`.repeat(n)}`],
  ['one secret', (n: number) => `?token=${V.repeat(n)}`],
  ['fragments', (n: number) => `#?${'#?'.repeat(n)}`],
  ['encodings', (n: number) => `?a=${'%2525'.repeat(n)}`],
  ['objects', (n: number) => `?a=${'{"a":'.repeat(n)}`],
  ['slashes', (n: number) => '/'.repeat(n) + '@'],
  ['schemes', (n: number) => 'a:/'.repeat(n) + '@'],
  ['addresses', (n: number) => `?a=${'/?a='.repeat(n)}`],
])('an address of a megabyte, all %s, is told', (_what, make) => {
  const url = `https://a.test/${make(1_000_000 / (make(2).length - make(1).length))}`;
  expect(redactUrl(url).length).toBeGreaterThan(10);
});
