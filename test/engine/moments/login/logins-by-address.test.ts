import { describe, expect, it } from 'vitest';
import { cookie, hex, leadsTo, post } from '../../../support/box-site.js';
import type { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

const held = hex();

describe('a login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    // Front controllers and CGIs.
    [
      'by action',
      () => [post('/cgi-bin/x.cgi?action=login', { gets: cookie() })],
      '/cgi-bin/x.cgi?action=login',
    ],
    [
      'by route',
      () => [post('/index.php?route=account/login', leadsTo('/index.php?route=account/home'))],
      '/index.php?route=account/login',
    ],
    [
      'by module',
      () => [post('/index.php?module=Users&action=Login', { gets: cookie() })],
      '/index.php?module=Users&action=Login',
    ],
    ['by one letter', () => [post('/?r=site/login', { gets: cookie() })], '/?r=site/login'],
    ['by a bare name', () => [post('/admin.php?login', { gets: cookie() })], '/admin.php?login'],
    [
      'by a marked name',
      () => [post('/?_task=login&_action=signin', { gets: cookie() })],
      '/?_task=login&_action=signin',
    ],
    ['behind a mark', () => [post('/~login', { gets: cookie() })], '/~login'],
    ['behind an escaped mark', () => [post('/%7Elogin', { gets: cookie() })], '/%7Elogin'],
    [
      'behind a mark of a script',
      () => [post('/cgi/_login.cgi', { gets: cookie() })],
      '/cgi/_login.cgi',
    ],
    ['behind a dash of its own', () => [post('/-/login', { gets: cookie() })], '/-/login'],
    [
      'with a session in its path',
      () => [post(`/login.do;jsessionid=${held}`, { gets: cookie() })],
      '/login.do',
    ],
    // Servlets.
    [
      'of a servlet container',
      () => [post('/j_security_check', { gets: cookie() })],
      '/j_security_check',
    ],
    [
      'of an old framework',
      () => [post('/j_spring_security_check', leadsTo('/home'))],
      '/j_spring_security_check',
    ],
    ['logon', () => [post('/Account/logon.aspx', { gets: cookie() })], '/Account/logon.aspx'],
    // Other languages.
    ['in German', () => [post('/anmelden', { gets: cookie() })], '/anmelden'],
    ['in French', () => [post('/fr/connexion', { gets: cookie() })], '/fr/connexion'],
    [
      'in Spanish',
      () => [post('/iniciar-sesi%C3%B3n', { gets: cookie() })],
      '/iniciar-sesi%C3%B3n',
    ],
    [
      'in Russian',
      () => [post('/%D0%B2%D1%85%D0%BE%D0%B4/', { gets: cookie() })],
      '/%D0%B2%D1%85%D0%BE%D0%B4/',
    ],
    [
      'in Korean',
      () => [post('/%EB%A1%9C%EA%B7%B8%EC%9D%B8', { gets: cookie() })],
      '/%EB%A1%9C%EA%B7%B8%EC%9D%B8',
    ],
  ])('%s', (_, steps, path) => {
    const moments = momentsTold(steps());
    expect(moments.map((one) => one.slice(0, `login ${path}`.length))).toEqual([`login ${path}`]);
  });
});
