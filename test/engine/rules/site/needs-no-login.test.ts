import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import {
  FORM,
  found,
  get,
  HTML,
  kept,
  login,
  now,
  page,
  sentTo,
  SITE,
} from '../../../support/needs-login.js';

describe('nothing says that an address needs a login', () => {
  it.each<[string, () => Exchange[]]>([
    [
      'where a shop sends everybody from an empty cart to its first page',
      () => [
        sentTo('/cart', '/'),
        page('/'),
        page('/login', FORM),
        login('/login', '/login', '/'),
        kept('/cart'),
      ],
    ],
    [
      'where the shop has a small form on every page',
      () => [
        sentTo('/cart', '/'),
        ...['/', '/shoes', '/hats'].map((path) => page(path, FORM)),
        login('/enter', '/', '/'),
        kept('/cart'),
      ],
    ],
    [
      'where it sends those who are logged in there, too',
      () => [
        sentTo('/cart', '/'),
        page('/', FORM),
        login('/', '/', '/'),
        sentTo('/cart', '/'),
        kept('/cart'),
      ],
    ],
    [
      'where it leads to the same page in another language',
      () => [
        sentTo('/', '/en/'),
        page('/en/', FORM),
        login('/en/enter', '/en/', '/en/'),
        kept('/'),
      ],
    ],
    [
      'where it adds the language',
      () => [
        sentTo('/desk', '/start?lang=en'),
        page('/start?lang=en', FORM),
        login('/start', '/start?lang=en', '/start'),
        kept('/desk'),
      ],
    ],
    [
      'where the page asks those who are logged in as well',
      () => [page('/', FORM), login('/', '/', '/'), kept('/', `<h1>Desk</h1>${FORM}`)],
    ],
    [
      'where nobody saw what those are shown who are',
      () => [
        page('/', FORM),
        login('/', '/', '/'),
        get('/', { gets: { 'cache-control': 'public' } }),
      ],
    ],
    [
      'where somebody read the page before they went to log in',
      () => [
        get('/start', { gets: { ...HTML, 'content-length': '310' } }),
        page('/welcome', FORM, { at: now() + 2_500, sends: { referer: `${SITE}/start` } }),
        login('/welcome', '/welcome', '/desk'),
        kept('/start'),
      ],
    ],
    [
      'where the page could be read',
      () => [
        page('/start', '<a href=/welcome>', { gets: { 'content-length': '310' } }),
        page('/welcome', FORM, { at: now() + 400, sends: { referer: `${SITE}/start` } }),
        login('/welcome', '/welcome', '/desk'),
        kept('/start'),
      ],
    ],
    [
      'where only those who were logged in were asked for a password',
      () => [
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/safe'),
        page('/safe', FORM),
        kept('/safe', '<h1>Changed</h1>'),
      ],
    ],
  ])('%s', (_, visit) => {
    expect(found(visit)).toEqual([]);
  });
});
