import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import {
  gives,
  gone,
  hidden,
  login,
  SITE,
  type Step,
  to,
  visit,
} from '../../../support/club-steps.js';

describe('a password of somebody who is logged in', () => {
  it.each(['/account/password', '/settings/security', '/profile/change-password'])(
    'that is changed is no login, though the session is another one then: %s',
    (path) => {
      const posted = 'old_password=x&new_password=y';
      const changed: Step = ['POST', path, { posted, ...to('/home'), ...gives(hidden('sx')) }];
      expect(visit(...login(), changed, ['GET', '/home', {}])).toEqual(['login /login']);
    },
  );

  it.each(['/reset', '/account/recover', '/set-password', '/password-reset/x1', '/activate'])(
    'that a link lets somebody choose is no login, where it gives nothing: %s',
    (path) => {
      const posted = 'token=q1w2e3&password=x&password_confirmation=x';
      const start: Step = ['GET', '/', gives(hidden('sx'))];
      const told = visit(start, ['POST', path, { posted, ...to('/login') }], ['GET', '/login', {}]);
      expect(told).toEqual([]);
    },
  );

  it.each(['/admin/confirm', '/sudo', '/billing/unlock'])(
    'that is asked for once more is no login, though it gives something beside the session: %s',
    (path) => {
      const confirmed = { posted: 'password=x', ...to('/admin'), ...gives(hidden('sudo')) };
      expect(visit(...login(), ['POST', path, confirmed], ['GET', '/admin', {}])).toEqual([
        'login /login',
      ]);
    },
  );

  const giving = ['/login/confirm', '/auth/confirm-password', '/sessions/sudo', '/login/reauth'];

  it.each(giving)('that is asked for once more is no login, though it renews: %s', (path) => {
    for (const name of ['sx', 'sudo']) {
      const given = { posted: 'password=x', ...to('/admin'), ...gives(hidden(name)) };
      const told = visit(...login(), ['POST', path, given], ['GET', '/admin', {}]);
      expect(told).toEqual(['login /login']);
    }
  });

  it.each(giving)('is a login where nobody was: %s', (path) => {
    const start: Step = ['GET', '/', gives(hidden('box'))];
    const given = { posted: 'password=x', ...to('/admin'), ...gives(hidden('box')) };
    expect(visit(start, ['POST', path, given], ['GET', '/admin', {}])).toEqual([`login ${path}`]);
  });

  it('is one of another account, where its address is that of logins', () => {
    const given = { posted: 'user=eve&password=x', ...to('/home'), ...gives(hidden('sx')) };
    const told = visit(...login(), ['POST', '/login', given], ['GET', '/home', {}]);
    expect(told).toEqual(['login /login', 'login /login']);
  });

  const confirmed = { posted: 'password=x', ...to('/admin') };
  it.each([
    '/login/confirm',
    '/auth/confirm-password',
    '/admin/session/sudo',
    '/login?action=confirmPassword',
    '/session/reauthenticate',
  ])('that is asked for once more is no login at an address of logins: %s', (path) => {
    const told = visit(...login(), ['POST', path, confirmed], ['GET', '/admin', {}]);
    expect(told).toEqual(['login /login']);
  });

  it('that a page asks for which offers the way out is no login, whatever its address', () => {
    const out = '<form action="/logout"><button>Log out</button></form>';
    const page = `<form method="post"><input type="password" name="password"></form>${out}`;
    const asked: Step = [
      'GET',
      '/admin/session/new',
      { type: 'document', responseBody: readBody('text/html', page) },
    ];
    const posted: Step = [
      'POST',
      '/admin/session',
      { ...confirmed, type: 'document', sends: { referer: `${SITE}/admin/session/new` } },
    ];
    expect(visit(...login(), asked, posted, ['GET', '/admin', {}])).toEqual(['login /login']);
  });

  it('is one at such an address where nobody had logged in', () => {
    const asked: Step = ['GET', '/login/confirm', gives(hidden('sx'))];
    const posted: Step = [
      'POST',
      '/login/confirm',
      { posted: 'user=ada&password=x', ...to('/home') },
    ];
    expect(visit(asked, posted, ['GET', '/home', {}])).toEqual(['login /login/confirm']);
  });

  it('is one at the place for it, which gives another session', () => {
    expect(visit(...login(), ...login())).toEqual(['login /login', 'login /login']);
  });

  it('is one after the logout, wherever it is given', () => {
    const out: Step = ['POST', '/logout', { posted: '', ...to('/'), ...gives(gone('sx')) }];
    const posted = 'user=ada&password=x';
    const again: Step = ['POST', '/', { posted, ...to('/home'), ...gives(hidden('sx')) }];
    const told = visit(...login(), out, ['GET', '/', {}], again, ['GET', '/home', {}]);
    expect(told).toEqual(['login /login', 'logout /logout', 'login /']);
  });
});
