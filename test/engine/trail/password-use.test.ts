import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { passwordParameterOf, passwordUseOf } from '../../../src/engine/trail/password-use.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const use = (spec: ExchangeSpec) => passwordUseOf(exchange(spec)).password;
const requestBody = readBody('application/x-www-form-urlencoded', 'user=ada&password=x');
const responseBody = readBody('text/html', '<form><input type=password name=p></form>');
const post = (url: string, sends: Record<string, string> = {}) =>
  use({ url, method: 'POST', requestBody, sends });

describe('what an exchange has to do with a password', () => {
  it.each([
    ['in its body', post('http://shop.test/login'), 'body'],
    ['in its address', use({ url: 'https://shop.test/login?password=***' }), 'url'],
    [
      'from a page that came over http',
      post('https://shop.test/login', { origin: 'http://shop.test' }),
      'from-http',
    ],
    [
      'from a page that came over https',
      post('https://shop.test/login', { origin: 'https://shop.test' }),
      'body',
    ],
    ['a page over http that asks', use({ url: 'http://shop.test/', responseBody }), 'page'],
    ['a page over https that asks', use({ url: 'https://shop.test/', responseBody }), undefined],
    ['nothing', use({ url: 'http://shop.test/' }), undefined],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });

  it.each([
    ['https://shop.test/login?user=a&passwd=***', 'passwd'],
    ['https://shop.test/api?newPassword=***', 'newPassword'],
    ['https://shop.test/login?user=a&pw=***', 'pw'],
    ['https://shop.test/login?pin=***&password=***', 'password'],
    ['https://shop.test/login?pin=***&senha=***', 'senha'],
    ['https://shop.test/login?pincode=***&pass=***', 'pass'],
    ['https://shop.test/login?card=1&pin=***', 'pin'],
    ['https://shop.test/map?pw=800', undefined],
    ['https://meet.test/j/1?pwd=***', undefined],
    ['https://shop.test/edit?reset_password_token=***', undefined],
    ['https://shop.test/login?password_expired=1', undefined],
    ['https://shop.test/login?showPassword=true', undefined],
    ['https://shop.test/login?password=', undefined],
    ['https://shop.test/login?action=password', undefined],
  ])('%s', (url, parameter) => {
    expect(passwordParameterOf(url)).toBe(parameter);
  });
});
