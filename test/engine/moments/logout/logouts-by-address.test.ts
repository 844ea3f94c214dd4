import { describe, expect, it } from 'vitest';
import { gone, leadsTo, logouts, sid, use } from '../../../support/box-logouts.js';
import type { exchange } from '../../../support/exchange.js';

describe('a logout is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    [
      'a page of a front controller',
      () => [use('/index.php?page=logout', { ...gone, ...leadsTo('/index.php?page=login') })],
      '/index.php?page=logout',
    ],
    [
      'one of an unlisted word',
      () => [use('/index.php?show=ende', { ...gone, ...leadsTo('/index.php') })],
      '/index.php?show=ende',
    ],
    [
      'in a namespace',
      () => [use('/wiki/Special:UserLogout', { method: 'POST' })],
      '/wiki/Special:UserLogout',
    ],
    [
      'in a namespace of another language',
      () => [use('/wiki/Spezial:Abmelden')],
      '/wiki/Spezial:Abmelden',
    ],
    [
      'by a title',
      () => [use('/index.php?title=Special:UserLogout')],
      '/index.php?title=Special:UserLogout',
    ],
    [
      'behind a semicolon',
      () => [use('/index.php?action=logout;b2f0d=8a7c')],
      '/index.php?action=logout;b2f0d=8a7c',
    ],
    ['by an operation', () => [use('/?loginOp=logout')], '/?loginOp=logout'],
    [
      'by its own key',
      () => [use('/login.php?app_logout_token=aBcD')],
      '/login.php?app_logout_token=',
    ],
    [
      'by ending a session',
      () => [use('/web/session/destroy', { method: 'POST' })],
      '/web/session/destroy',
    ],
    ['by a marked name', () => [use('/?_page=logout')], '/?_page=logout'],
    ['by task', () => [use('/?_task=logout', leadsTo('/'))], '/?_task=logout'],
    [
      'by a path in a parameter',
      () => [use('/index.php?r=site/logout', leadsTo('/'))],
      '/index.php?r=site/logout',
    ],
    ['by op', () => [use('/?op=logout')], '/?op=logout'],
    [
      'by Module',
      () => [use('/index.php?Module=Users&Action=Logout')],
      '/index.php?Module=Users&Action=Logout',
    ],
    ['of WS-Federation', () => [use('/adfs/ls/?wa=wsignout1.0')], '/adfs/ls/?wa=wsignout1.0'],
    [
      'of WS-Federation, elsewhere',
      () => [use('/adfs/ls/?wa=wsignoutcleanup1.0')],
      '/adfs/ls/?wa=wsignoutcleanup1.0',
    ],
    ['behind a mark', () => [use('/~logout')], '/~logout'],
    ['of a CGI', () => [use('/cgi-bin/_logout.cgi')], '/cgi-bin/_logout.cgi'],
    ['of a servlet', () => [use(`/LogoutServlet;jsessionid=${sid}`)], '/LogoutServlet'],
    ['in German', () => [use('/abmelden', leadsTo('/'))], '/abmelden'],
    ['in French', () => [use('/d%C3%A9connexion', leadsTo('/'))], '/d%C3%A9connexion'],
    ['in Spanish', () => [use('/cerrar-sesion', leadsTo('/'))], '/cerrar-sesion'],
    [
      'in Chinese',
      () => [use('/%E9%80%80%E5%87%BA%E7%99%BB%E5%BD%95', leadsTo('/'))],
      '/%E9%80%80%E5%87%BA%E7%99%BB%E5%BD%95',
    ],
  ])('%s', (_, steps, path) => {
    expect(logouts('/index.php?page=home', steps)).toEqual([
      expect.stringContaining(`logout ${path}`),
    ]);
  });
});
