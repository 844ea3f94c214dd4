import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../../support/signed-builders.js';
import { options } from '../../../support/told-analysis.js';

// A message that one page leaves for the next one: signed, given with a login or a form, and gone
// again.

const SITE = 'https://club.test';
const random = new Seeded('shown once');
const FORM = 'application/x-www-form-urlencoded';
const KEPT = `who=${random.base62(40)}`;
const page = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, type: 'document', ...more });

function seen(exchanges: ReturnType<typeof page>[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  const { events } = analysis.report(options);
  return {
    roles: Object.fromEntries(analysis.credentials().map(({ name, role }) => [name, role])),
    logouts: events.filter(({ type }) => type === 'logout').length,
  };
}

/** A login gives a session and the message; the page at `path` answers it away. */
function afterLogin(message: string, path: string, more: Partial<ExchangeSpec> = {}) {
  const said = `${message.split(';', 1)[0]!}`;
  const name = said.split('=', 1)[0]!;
  return [
    page('/login', {
      method: 'POST',
      requestBody: readBody(FORM, 'u=ada&password=x'),
      gets: { 'set-cookie': [`${KEPT}; Path=/; HttpOnly`, `${said}; Path=/; HttpOnly`] },
      status: 303,
      redirectUrl: `${SITE}/home`,
    }),
    page('/home', { sends: { cookie: `${KEPT}; ${said}` } }),
    page(path, {
      sends: { cookie: `${KEPT}; ${said}` },
      gets: { 'set-cookie': `${name}=; Path=/; Max-Age=0` },
      ...more,
    }),
    page('/home', { sends: { cookie: KEPT } }),
  ];
}

describe.each(['Django', 'Rails', 'Play', 'Flask'])('a message that %s signs', (issuer) => {
  const message = (name: string) => `${name}=${SIGNED_BUILDERS[issuer]!(random)}`;

  it.each(['messages', 'hinweise', 'flash_notice', 'TempData'])(
    'is no session as %s, and who reads it does not log out',
    (name) => {
      const { roles, logouts } = seen(afterLogin(message(name), '/members'));
      expect([roles[name], roles['who'], logouts]).toEqual(['other', 'session', 0]);
    },
  );

  it('stands for nobody where nobody logged in', () => {
    const [kept, said] = ['.AspNetCore.Session=CfDJ8' + random.base62(60), message('notice')];
    const { roles, logouts } = seen([
      page('/step/1', { gets: { 'set-cookie': `${kept}; Path=/; HttpOnly` } }),
      page('/step/1', {
        method: 'POST',
        requestBody: readBody(FORM, 'plate=AB12'),
        sends: { cookie: kept },
        gets: { 'set-cookie': `${said}; Path=/; HttpOnly` },
        status: 302,
        redirectUrl: `${SITE}/step/2`,
      }),
      page('/step/2', {
        sends: { cookie: `${kept}; ${said}` },
        gets: { 'set-cookie': 'notice=; Path=/; Max-Age=0' },
      }),
    ]);
    expect([roles['notice'], logouts]).toEqual(['other', 0]);
  });
});

describe('what a login gave and an answer takes away', () => {
  const ticket = `ticket=${random.base62(40)}`;

  it.each([
    ['at an address for leaving', '/leave', {}],
    ['by what is sent there', '/members', { method: 'POST', status: 303 }],
    ['with a redirect', '/members', { status: 302, redirectUrl: `${SITE}/` }],
    [
      'by a value that stands for none',
      '/members',
      { gets: { 'set-cookie': `ticket=${'x'.repeat(40)}; Path=/; HttpOnly` } },
    ],
    ['where somebody is to log in', '/login', {}],
  ] as const)('is no message %s', (_how, path, more) => {
    expect(seen(afterLogin(ticket, path, more)).roles['ticket']).toBe('session');
  });
});

describe.each(['Django', 'Rails', 'Flask', 'Mojolicious'])(
  'a session that %s signs, with nothing but a message in it',
  (issuer) => {
    /** A form is answered with the session, and the page that it leads to takes it away again. */
    const told = (form: string, to: string, more: Partial<ExchangeSpec> = {}) => {
      const said = `session=${SIGNED_BUILDERS[issuer]!(random)}`;
      return seen([
        page(form),
        page(form, {
          method: 'POST',
          requestBody: readBody(FORM, 'u=ada&password=wrong'),
          gets: { 'set-cookie': `${said}; Path=/; HttpOnly` },
          status: 303,
          redirectUrl: SITE + to,
        }),
        page(to, {
          sends: { cookie: said },
          gets: { 'set-cookie': 'session=null; Path=/; Max-Age=0' },
          responseBody: readBody('text/html', '<input type="password" name="password">'),
          ...more,
        }),
      ]).logouts;
    };

    it.each([
      ['/login', '/login'],
      ['/anmelden', '/anmelden?again=1'],
      ['/contact', '/contact/thanks'],
    ])('logs nobody out: %s leads to %s', (form, to) => {
      expect(told(form, to)).toBe(0);
    });

    it('does where it had lived before', () => {
      const said = `session=${SIGNED_BUILDERS[issuer]!(random)}`;
      const visit = [
        page('/', { gets: { 'set-cookie': `${said}; Path=/; HttpOnly` } }),
        page('/in', { method: 'POST', sends: { cookie: said } }),
        page('/ende', {
          method: 'POST',
          sends: { cookie: said },
          status: 303,
          redirectUrl: `${SITE}/start`,
        }),
        page('/start', {
          sends: { cookie: said },
          gets: { 'set-cookie': 'session=null; Path=/; Max-Age=0' },
        }),
      ];
      expect(seen(visit).logouts).toBe(1);
    });
  },
);
