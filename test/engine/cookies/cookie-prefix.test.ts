import { describe, expect, it } from 'vitest';
import { readSetCookie } from '../../../src/engine/cookies/set-cookie.js';
import { render } from '../../../src/engine/render.js';

const HTTPS = 'https://www.example.org/';

function refused(line: string, url = HTTPS): boolean {
  return readSetCookie(line, url, 0).rejections.some(({ reason }) => reason === 'prefix');
}

// Each of these lines was sent to Chromium 156, which stored or refused it so.
describe('a prefix', () => {
  it.each([
    ['__Secure-a=1; Secure'],
    ['__secure-a=1; Secure'],
    ['__Host-a=1; Secure; Path=/'],
    ['__Host-a=1; Secure; Path=/; Domain='],
    ['__Http-a=1; Secure; HttpOnly'],
    ['__Host-Http-a=1; Secure; HttpOnly; Path=/'],
    ['__Host-a=1; Secure; Path=/; Domain=127.0.0.1', 'https://127.0.0.1/'],
    ['__Host-a=1; Secure; Path=/; Domain=[::1]', 'http://[::1]/'],
    ['__Secure-a=1; Secure', 'http://localhost/'],
    ['__Host-Http-a=1; Secure; HttpOnly; Path=/', 'http://localhost/'],
    ['__Hosta=1'],
    ['_Secure-a=1'],
    ['a=__Secure-1'],
  ])('is kept by %s', (line, url = HTTPS) => {
    expect(refused(line, url)).toBe(false);
  });

  it.each([
    ['__Secure-a=1'],
    ['__SECURE-a=1'],
    ['__Secure-=1'],
    ['__Secure-a=1; Secure', 'http://www.example.org/'],
    ['__Host-a=1; Secure'],
    ['__Host-a=1; Secure; Path='],
    ['__Host-a=1; Secure; Path=x'],
    ['__Host-a=1; Secure; Path=/x'],
    ['__Host-a=1; Path=/'],
    ['__Host-a=1; Secure; Path=/; Domain=www.example.org'],
    ['__Host-a=1; Secure; Path=/; Domain=.127.0.0.1', 'https://127.0.0.1/'],
    ['__Host-a=1; Secure; Path=/; Domain=.[::1]', 'http://[::1]/'],
    ['__Host-a=1; Secure; Path=/; Domain=localhost', 'http://localhost/'],
    ['__Http-a=1; Secure'],
    ['__http-a=1; HttpOnly'],
    ['__Host-Http-a=1; Secure; Path=/'],
    ['__host-http-a=1; Secure; HttpOnly'],
    ['=__Host-a=1; Secure; Path=/'],
    ['__Secure-a'],
    ['=__http-a; Secure; HttpOnly'],
  ])('is broken by %s', (line, url = HTTPS) => {
    expect(refused(line, url)).toBe(true);
  });

  it.each([
    ['__Host-a=1; Path=/', HTTPS, '__Host- needs Secure'],
    ['__Host-a=1; Path=/', 'http://www.example.org/', '__Host- needs https, Secure'],
    ['__Secure-a=1; Secure', 'http://www.example.org/', '__Secure- needs https'],
    ['__Host-a=1; Secure', HTTPS, '__Host- needs Path=/'],
    ['__Host-a=1; Secure; Path=/; Domain=example.org', HTTPS, '__Host- needs no Domain'],
    ['__Http-a=1; Secure', HTTPS, '__Http- needs HttpOnly'],
    ['__Host-Http-a=1', HTTPS, '__Host-Http- needs Secure, HttpOnly, Path=/'],
  ])('says of %s at %s what is missing, and nothing else', (line, url, words) => {
    const rejected = readSetCookie(line, url, 0).rejected?.text;
    expect(rejected && render(rejected)).toBe(words);
  });
});
