import { describe, expect, it } from 'vitest';
import { gives, gone, hidden, id, SITE, type Step, to, visit } from '../../support/club-steps.js';
import { jwtOf } from '../../support/jose.js';

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
