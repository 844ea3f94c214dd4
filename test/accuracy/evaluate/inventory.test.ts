import { describe, expect, it } from 'vitest';
import { inventoryOf, stringsOf } from '../../../accuracy/evaluate/inventory.js';

const entry = {
  _step: 'login',
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 1,
  request: {
    method: 'POST',
    url: 'https://shop.test/login?state=1',
    headers: [{ name: 'Cookie', value: 'a=1; b=2=3' }],
    postData: { mimeType: 'application/x-www-form-urlencoded', text: 'name=ada&_csrf=x' },
  },
  response: {
    status: 303,
    redirectURL: '',
    headers: [{ name: 'Set-Cookie', value: 'sid=1; Path=/' }],
    content: {
      mimeType: 'text/html',
      text: '<input type="text" name="q"><input type="hidden" name="_csrf" value="x">',
    },
  },
};

describe('inventoryOf', () => {
  it('names each thing of an exchange once', () => {
    const names = inventoryOf([entry, entry], []).map(
      ({ carrier, name, host }) => `${carrier} ${name} ${host}`,
    );
    expect(names).toEqual([
      'cookie a shop.test',
      'cookie b shop.test',
      'cookie sid shop.test',
      'header cookie shop.test',
      'url state shop.test',
      'body name shop.test',
      'body _csrf shop.test',
      'body input[_csrf] shop.test',
    ]);
  });

  it('looks into JSON in storage', () => {
    const state = {
      cookies: [{ name: 'sid', domain: '.shop.test' }],
      origins: [
        {
          origin: 'https://shop.test',
          localStorage: [{ name: 'user', value: '{"a":{"token":"x"},"n":1}' }],
          sessionStorage: [
            { name: 'tab', value: '7' },
            { name: 'empty', value: '{}' },
          ],
        },
      ],
    };
    expect(inventoryOf([], [state, state])).toEqual([
      { carrier: 'cookie', name: 'sid', host: 'shop.test' },
      { carrier: 'localStorage', name: 'user/a/token', host: 'shop.test' },
      { carrier: 'sessionStorage', name: 'tab', host: 'shop.test' },
    ]);
  });
});

describe('stringsOf', () => {
  it('escapes as RFC 6901 asks', () => {
    expect(stringsOf('{"a/b":{"m~n":["x"]}}')).toEqual([['/a~1b/m~0n/0', 'x']]);
  });

  it('finds none in what is no JSON', () => {
    expect(stringsOf('<html>')).toEqual([]);
  });
});
