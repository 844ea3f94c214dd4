import { describe, expect, it } from 'vitest';
import { form, html } from '../../../support/bodies.js';
import { at, cookie, hex, leadsTo, post, SITE } from '../../../support/box-site.js';
import type { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

describe('a login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    // Links.
    [
      'a link with a key',
      () => [at(`/open?key=${hex()}`, { gets: cookie(), ...leadsTo('/') })],
      '/open?key=',
    ],
    [
      'a link to the same page',
      () => [at(`/?token=${hex(48)}`, { gets: cookie(), ...leadsTo('/') })],
      '/?token=',
    ],
    [
      'a link with a key in its path',
      () => [at(`/login/${hex()}`, { gets: cookie(), ...leadsTo('/') })],
      '/login/',
    ],
    [
      'a link with the hash of a key',
      () => [
        at(`/auth/confirm?token_hash=${hex(56)}&type=email`, { gets: cookie(), ...leadsTo('/') }),
      ],
      '/auth/confirm?token_hash=',
    ],
    [
      'a link with a key, where a page has other values in its forms',
      () => [
        at(`/login/${hex()}`, {
          gets: cookie(),
          responseBody: html(`<input type=hidden name=csrf value=${hex()}><a href=/logout>Out</a>`),
        }),
      ],
      '/login/',
    ],
    [
      'what a page sends to which a link led',
      () => {
        const key = hex(40);
        const input = `<form method=post><input type=hidden name="user[token]" value="${key}">`;
        const page = {
          gets: cookie(),
          responseBody: html(`${input}<button>Log in</button></form>`),
        };
        return [
          at(`/users/log-in/${key}`, page),
          post('/users/log-in', {
            requestBody: form(`user[token]=${key}`),
            gets: cookie(),
            ...leadsTo('/'),
          }),
        ];
      },
      '/users/log-in',
    ],
    [
      'an invitation',
      () => [at(`/invite/${hex()}`, { gets: cookie(), ...leadsTo('/welcome') })],
      '/invite/',
    ],
    // HTTP authentication of which only the page's parts tell.
    [
      'by Digest',
      () => [
        at('/', { status: 401, gets: { 'www-authenticate': 'Digest realm="x"' } }),
        at('/', { sends: { authorization: `Digest username="a", response="${hex()}"` } }),
      ],
      '/',
    ],
    [
      'by Negotiate',
      () => [
        at('/', { status: 401, gets: { 'www-authenticate': 'Negotiate' } }),
        at('/', { sends: { authorization: `Negotiate ${hex(64)}` } }),
      ],
      '/',
    ],
    [
      'by a dialog that was hidden',
      () => [
        at('/panel/'),
        at('/panel/style.css', {
          type: 'other',
          topUrl: `${SITE}/panel/`,
          sends: { authorization: 'Basic YTpi' },
        }),
      ],
      '/panel/',
    ],
    // Step by step.
    [
      'told once, with its steps',
      () => [
        post('/login/identifier', {
          requestBody: form('login=ada'),
          ...leadsTo('/login/password'),
          gets: cookie('step'),
        }),
        at('/login/password'),
        post('/login/password', {
          requestBody: form('password=x'),
          ...leadsTo('/home'),
          gets: cookie(),
        }),
      ],
      '/login/password',
    ],
    [
      'a registration that logs in',
      () => [
        post('/account/create', {
          requestBody: form('email=a&password=b'),
          ...leadsTo('/home'),
          gets: cookie(),
        }),
      ],
      '/account/create',
    ],
  ])('%s', (_, steps, path) => {
    const moments = momentsTold(steps());
    expect(moments.map((one) => one.slice(0, `login ${path}`.length))).toEqual([`login ${path}`]);
  });
});
