import { describe, expect, it } from 'vitest';
import type { Credential, Sighting } from '../../../src/engine/model.js';
import { render } from '../../../src/engine/render.js';
import { mechanismOf } from '../../../src/engine/verdict/mechanism.js';
import { cookie, credential, inHeader, jwt, sighting } from '../../support/credential.js';

const stored = (area: Sighting['carrier'], locator: string) =>
  sighting({ carrier: area, direction: 'stored', locator });
const received = sighting({ carrier: 'body', direction: 'received', locator: '/access_token' });

const ofGuest = jwt({ claims: { sub: 'anonymous' } }, { id: 'c8', name: 'guest', ...inHeader });
const guestCookie = cookie({
  id: 'c7',
  name: 'channel',
  role: 'access-token',
  format: 'jwt',
  jwt: ofGuest.jwt!,
});

describe('how a site recognises its users', () => {
  it.each<[string, Credential[], string, string]>([
    ['a bearer token', [jwt({}, inHeader)], 'bearer-token', 'sent as authorization'],
    [
      'a bearer token in a header of its own',
      [jwt({}, { name: 'x-app', sightings: [sighting({ locator: 'x-app-token' })] })],
      'bearer-token',
      'sent as x-app-token',
    ],
    [
      'what little but its name calls one',
      [jwt({}, { ...inHeader, confidence: 0.4 })],
      'bearer-token',
      'Perhaps a bearer token (JWT): authorization (header) is called so',
    ],
    [
      'what is kept, and little but its name calls one',
      [jwt({}, { confidence: 0.4, sightings: [stored('localStorage', 'app.token')] })],
      'bearer-token',
      'nothing seen here shows that it logs anybody in',
    ],
    [
      'a bearer token in storage',
      [jwt({}, { sightings: [stored('localStorage', 'app.token'), sighting()] })],
      'bearer-token',
      'found in localStorage under app.token and sent as authorization (header)',
    ],
    [
      'a token at rest in IndexedDB',
      [jwt({}, { carriers: ['indexedDB'], sightings: [stored('indexedDB', 'store/token')] })],
      'bearer-token',
      'IndexedDB under store/token; no request with it was seen',
    ],
    [
      'a token at rest beside an API key',
      [
        credential({ id: 'c2', role: 'api-key' }),
        jwt({}, { carriers: ['sessionStorage'], sightings: [stored('sessionStorage', 'oidc')] }),
      ],
      'bearer-token',
      'sessionStorage',
    ],
    [
      'an ID token in a header, beside an access token that nobody sends',
      [
        jwt({}, { carriers: ['body'], name: '/access_token', sightings: [received] }),
        jwt({}, { id: 'c2', role: 'id-token', ...inHeader }),
      ],
      'bearer-token',
      'sent as authorization',
    ],
    [
      'a token that only came in a response',
      [jwt({}, { carriers: ['body'], name: '/access_token', sightings: [received] })],
      'bearer-token',
      'given in a response as /access_token',
    ],
    [
      'a token that script put into a cookie',
      [
        jwt({}, { carriers: ['body'], name: '/access_token', sightings: [received] }),
        cookie({ id: 'c2', name: 'auth', role: 'id-token', format: 'jwe' }),
      ],
      'token-cookie',
      'auth has the form',
    ],
    [
      'a token that a refresh cookie gave',
      [
        jwt({}, { carriers: ['body'], name: '/access_token', sightings: [received] }),
        cookie({ id: 'c2', name: 'renew', role: 'refresh-token', format: 'jwe' }),
      ],
      'bearer-token',
      'given in a response as /access_token',
    ],
    [
      'a refresh token alone',
      [
        credential({
          role: 'refresh-token',
          carriers: ['localStorage'],
          sightings: [stored('localStorage', 'rt')],
        }),
      ],
      'bearer-token',
      'localStorage under rt',
    ],
    [
      'a hybrid',
      [cookie({ name: 'sid' }), jwt({}, { id: 'c2', ...inHeader })],
      'hybrid',
      'sid keeps a session, and script sends a token (JWT) as authorization (header)',
    ],
    [
      'a token in addresses',
      [jwt({}, { sightings: [sighting({ carrier: 'url', locator: 'ticket' })] })],
      'bearer-token',
      'sent as ticket (URL)',
    ],
    [
      'a token that is bound to a key',
      [jwt({ claims: { cnf: { jkt: 'x' } } }, inHeader)],
      'bearer-token',
      'bound to a key, sent as authorization (header)',
    ],
    [
      'an opaque token with a proof',
      [credential({ role: 'access-token', scheme: 'dpop', ...inHeader })],
      'bearer-token',
      'bound to a key',
    ],
    ['a token of guests', [ofGuest], 'none', 'Whoever visits is given guest'],
    [
      'a token of guests beside a session from before',
      [cookie({ name: 'sid', sightings: [sighting({ carrier: 'cookie' })] }), ofGuest],
      'hybrid',
      'the cookie sid keeps a session',
    ],
    [
      'a token of guests beside what whoever comes is given',
      [
        cookie({
          name: 'sid',
          sightings: [sighting({ carrier: 'cookie', direction: 'received' }), sighting()],
        }),
        ofGuest,
      ],
      'session-cookie',
      'the cookie sid holds an id',
    ],
    [
      'what little but its name calls a token, beside a session',
      [cookie({ name: 'sid' }), jwt({}, { ...inHeader, confidence: 0.4 })],
      'session-cookie',
      'the cookie sid holds an id',
    ],
    [
      'a cookie of guests beside a token of the user',
      [guestCookie, jwt({}, { id: 'c2', ...inHeader })],
      'bearer-token',
      'sent as authorization',
    ],
    [
      'a token in a cookie beside another',
      [
        cookie({ id: 'c6', name: 'auth', role: 'access-token', format: 'jwt', jwt: jwt().jwt! }),
        jwt({}, { id: 'c2', ...inHeader }),
      ],
      'hybrid',
      'the cookie auth stands for you',
    ],
  ])('%s', (_what, credentials, mechanism, words) => {
    const told = mechanismOf(credentials);
    expect(told.mechanism).toBe(mechanism);
    expect(render(told.sentence)).toContain(words);
  });
});
