import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// What comes before a login, belongs to one, or asks who is logged in already for the password
// again.

const SITE = 'https://club.test';
const random = new Seeded('steps of a login');
const id = () => random.base62(32);
const FORM = 'application/x-www-form-urlencoded';

type Step = [method: string, path: string, more: Partial<ExchangeSpec> & { posted?: string }];

/** A visit whose browser keeps the cookies that it is given. */
function visit(...steps: Step[]): string[] {
  const jar = new Map<string, string>();
  const exchanges = steps.map(([method, path, { posted, ...more }]) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const line of [more.gets?.['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return exchange({
      url: SITE + path,
      method,
      ...(cookie !== '' && { sends: { cookie } }),
      ...(posted !== undefined && { requestBody: readBody(FORM, posted) }),
      ...more,
    });
  });
  return momentsTold(exchanges);
}

const gives = (...lines: string[]) => ({ gets: { 'set-cookie': lines } });
const to = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const hidden = (name: string) => `${name}=${id()}; Path=/; HttpOnly`;
const gone = (name: string) => `${name}=; Path=/; Max-Age=0`;
const login = (): Step[] => [
  ['GET', '/login', {}],
  ['POST', '/login', { posted: 'user=ada&password=x', ...to('/home'), ...gives(hidden('sx')) }],
  ['GET', '/home', {}],
];

/** What a provider elsewhere says of somebody, for this site. */
const identity = (iss: string) => jwtOf({ iss, aud: 'club', sub: id(), email: 'ada@club.test' });

describe('a login in steps', () => {
  it.each(['/api/authn/factors/f1/verify', '/mfa/code', '/login/otp'])(
    'is one, though the code stands in a field of a password: %s',
    (path) => {
      const first = { posted: 'user=ada&password=x', ...gives(hidden('pre')) };
      const code = { posted: 'passCode=123456', ...gives(hidden('sx')), ...to('/home') };
      const told = visit(['POST', '/api/authn', first], ['POST', path, code], ['GET', '/home', {}]);
      expect(told).toEqual(['login /api/authn']);
    },
  );

  it.each(['credential', 'id_token', 'idToken', 'jwt'])(
    'is one that a provider elsewhere made, whose word the page brings as %s',
    (field) => {
      const posted = `${field}=${identity('https://accounts.id.example')}&g=1`;
      const told = visit(
        ['GET', '/', gives(hidden('sx'))],
        ['POST', '/auth/google', { posted, ...gives(hidden('sx')), ...to('/home') }],
        ['GET', '/home', {}],
      );
      expect(told).toEqual(['login /auth/google']);
    },
  );

  it.each(['/auth/apple/callback', '/signin-oidc', '/saml2/acs', '/sso/callback'])(
    'is one that a provider’s page posts, though what it posts is not seen: %s',
    (path) => {
      const origin = 'https://id.example';
      const back = (from: string): Step => [
        'POST',
        path,
        { sends: { origin: from }, ...gives(hidden('sx')), ...to('/home') },
      ];
      expect(visit(['GET', '/', {}], back(origin), ['GET', '/home', {}])).toEqual([
        `login ${path}`,
      ]);
    },
  );

  it.each([
    ['with a state', '&state=q1w2e3r4t5'],
    ['without', ''],
  ])('is one that a code brings to where it was asked for, %s', (_, state) => {
    const back = encodeURIComponent(`${SITE}/back`);
    const asked =
      'https://id.example/authorize?client_id=c&response_type=code&redirect_uri=' + back;
    const told = visit(
      ['GET', '/enter', { status: 302, redirectUrl: asked + state }],
      ['GET', asked.slice('https://id.example'.length), { url: asked + state }],
      ['GET', `/back?code=${id()}${state}`, { ...gives(hidden('sx')), ...to('/home') }],
      ['GET', `/back?code=${id()}`, {}],
    );
    expect(told).toEqual([expect.stringMatching(/^login \/back\?code=/)]);
  });

  it('is none that a page of the site posts to such a place', () => {
    const posted = { sends: { origin: SITE }, ...gives(hidden('sx')), ...to('/home') };
    expect(visit(['GET', '/', {}], ['POST', '/signin-oidc', posted])).toEqual([]);
  });

  it.each([
    ['is the site’s own', identity('https://id.club.test'), gives(hidden('sx'))],
    ['gives nothing', identity('https://accounts.id.example'), {}],
  ])('is none where what is brought %s', (_, token, more) => {
    const told = visit(
      ['GET', '/', {}],
      ['POST', '/notes', { posted: `note=${token}`, ...more }],
      ['GET', '/home', {}],
    );
    expect(told).toEqual([]);
  });

  it('is told at the code, which takes what the address gave', () => {
    const told = visit(
      ['GET', '/signin', {}],
      ['POST', '/signin', { posted: 'email=ada', ...to('/signin/code'), ...gives(hidden('pre')) }],
      ['GET', '/signin/code', {}],
      [
        'POST',
        '/signin/code',
        { posted: 'code=123456', ...to('/home'), ...gives(hidden('sx'), gone('pre')) },
      ],
      ['GET', '/home', {}],
      ['POST', '/signout', { posted: '', ...to('/'), ...gives(gone('sx')) }],
    );
    expect(told).toEqual(['login /signin/code', 'logout /signout']);
  });

  it.each([
    ['/webauthn/login/begin', '/webauthn/login/finish'],
    ['/passkeys/start', '/passkeys/verify'],
    ['/api/webauthn/generate-authentication-options', '/api/webauthn/verify-authentication'],
  ])('is told where the key’s answer goes, not where it is asked for: %s', (asked, answered) => {
    const told = visit(
      ['GET', '/', {}],
      ['POST', asked, { type: 'fetch', posted: '', ...gives(hidden('wa')) }],
      ['POST', answered, { type: 'fetch', posted: 'signature=x', ...gives(hidden('sx')) }],
      ['GET', '/home', {}],
    );
    expect(told).toEqual([`login ${answered}`]);
  });
});

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

describe('a form of which nothing was seen', () => {
  const post = (...lines: string[]): Step => ['POST', '/', { ...to('/home'), ...gives(...lines) }];
  const start: Step = ['GET', '/', gives(hidden('sx'))];
  const home: Step = ['GET', '/home', {}];

  it('is a login where its answer gives another session', () =>
    expect(visit(start, post(hidden('sx')), home)).toEqual(['login /']));

  it('is a login where its answer gives the first one', () =>
    expect(visit(['GET', '/', {}], post(hidden('sessionid')), home)).toEqual(['login /']));

  it.each<[string, Step[]]>([
    ['leaves the session as it was', [start, post(), home]],
    [
      'gives the first one, for a language',
      [
        ['GET', '/', {}],
        ['POST', '/i18n/set', { ...to('/home'), ...gives(hidden('sessionid')) }],
        home,
      ],
    ],
    ['gives something under no name for one', [['GET', '/', {}], post(hidden('sx')), home]],
    ['gives what scripts can read', [start, post(`sx=${id()}; Path=/`), home]],
    [
      'leads to a page that turns away',
      [start, post(hidden('sx')), ['GET', '/home', { status: 403 }]],
    ],
    [
      'is one of many that do',
      [
        start,
        ['GET', '/a', gives(hidden('sx'))],
        ['GET', '/b', gives(hidden('sx'))],
        ['GET', '/c', gives(hidden('sx'))],
        post(hidden('sx')),
        home,
      ],
    ],
    [
      'leads back to the form',
      [start, ['POST', '/', { ...to('/login'), ...gives(hidden('sx')) }], home],
    ],
  ])('is none where its answer %s', (_, steps) => expect(visit(...steps)).toEqual([]));

  it('is told where the next one is let in', () => {
    const refused: Step = ['GET', '/home', { status: 403 }];
    const told = visit(start, post(hidden('sx')), refused, post(hidden('sx')), home);
    expect(told).toEqual(['login /']);
  });
});
