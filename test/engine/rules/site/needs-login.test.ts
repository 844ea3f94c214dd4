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

const other = (path: string) => get(path, { gets: { 'cache-control': 'no-store' } });

describe('an address needs a login', () => {
  it.each<[string, () => Exchange[]]>([
    [
      'that sent whoever was not to the page with the form, whatever that is called',
      () => [
        sentTo('/desk', '/welcome'),
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/desk'),
        other('/other'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them to the first page, on which the form is',
      () => [
        sentTo('/desk', '/'),
        page('/', FORM),
        login('/enter', '/', '/desk'),
        other('/x'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them to the page from which the password then came, of which no body was seen',
      () => [
        sentTo('/desk', '/welcome'),
        get('/welcome'),
        login('/enter', '/welcome', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them to the address for logging out',
      () => [
        sentTo('/desk', '/logout.php'),
        get('/logout.php'),
        page('/enter', FORM),
        login('/enter', '/enter', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that sent them by a header of the answer',
      () => [
        get('/desk', { gets: { refresh: '0; url=/welcome' } }),
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that was left at once for the page with the form, before anybody could read it',
      () => [
        get('/desk', { gets: { ...HTML, 'content-length': '310' } }),
        page('/welcome', FORM, { at: now() + 400, sends: { referer: `${SITE}/desk` } }),
        login('/welcome', '/welcome', '/desk'),
        kept('/desk'),
      ],
    ],
    [
      'that showed them the form itself',
      () => [page('/', FORM), login('/', '/', '/'), other('/x'), kept('/', '<h1>Desk</h1>')],
    ],
    [
      'of a front controller that showed them the form',
      () => [
        page('/index.php?mod=Map&act=view', FORM),
        login('/index.php', '/index.php', '/index.php'),
        other('/x'),
        kept('/index.php?mod=Map&act=view', '<h1>Map</h1>'),
      ],
    ],
    [
      'that answered a script with 401, among others that did so',
      () => [
        get('/api/a', { type: 'fetch', status: 401 }),
        get('/api/b', { type: 'fetch', status: 401 }),
        page('/welcome', FORM),
        login('/welcome', '/welcome', '/desk'),
        get('/api/c', { type: 'fetch', gets: { 'cache-control': 'public, max-age=600' } }),
        get('/api/b', { type: 'fetch', gets: { 'cache-control': 'public, max-age=600' } }),
      ],
    ],
    [
      'that is asked for among many of the same kind',
      () => [
        sentTo('/desk', '/login'),
        page('/login', FORM),
        login('/login', '/login', '/a'),
        kept('/a'),
        kept('/b'),
        kept('/desk'),
      ],
    ],
  ])('%s', (_, visit) => {
    expect(found(visit)).toEqual(['medium']);
  });
});
