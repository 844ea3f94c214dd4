import { describe, expect, it } from 'vitest';
import type { Credential, Sighting } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { render } from '../../../src/engine/text.js';
import { signedAs } from '../../../src/engine/values/signatures/signed-request.js';
import { mechanismOf } from '../../../src/engine/verdict/mechanism.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  exchange,
  HOURS,
  jwt,
  SECONDS,
  sighting,
  T0,
} from '../../support/credential.js';
import { exchange as seen } from '../../support/exchange.js';
import { options } from '../../support/told-analysis.js';

const stored = (area: Sighting['carrier'], locator: string) =>
  sighting({ carrier: area, direction: 'stored', locator });
const received = sighting({ carrier: 'body', direction: 'received', locator: '/access_token' });
const inHeader = { sightings: [sighting()] };
const refused = cookie({
  name: 'sid',
  cookie: { rejected: { reason: 'too-large', text: { key: 'k', english: 'e', values: {} } } },
});

const inYear = { expires: 'at' as const, expiresAt: T0 + 365 * 24 * HOURS };
const gone = { clearedAt: T0 + HOURS, diagnoses: [] };
const basic = credential({ id: 'c9', role: 'basic', format: 'basic', ...inHeader });

const signing = credential({
  role: 'api-key',
  scheme: 'hawk',
  value: signedAs({ scheme: 'hawk', keyId: 'k1' }),
  ...inHeader,
});

const ofGuest = jwt({ claims: { sub: 'anonymous' } }, { id: 'c8', name: 'guest', ...inHeader });
const guestCookie = cookie({
  id: 'c7',
  name: 'channel',
  role: 'access-token',
  format: 'jwt',
  jwt: ofGuest.jwt!,
});

const sent = (carrier: Sighting['carrier'], locator: string) => sighting({ carrier, locator });
/** A session's id in the addresses of pages, and where else. */
const inAddress = (...others: Sighting[]) =>
  credential({
    role: 'session',
    carrier: 'url',
    name: 'ses',
    sightings: [sent('url', 'ses'), ...others],
  });

/** A sealed cookie that was there before somebody logged in. */
const sealedOfVisit = (more: Credential['behaviour']) =>
  cookie({
    id: 'c2',
    name: 'visit',
    format: 'jwe',
    behaviour: { issuedAtLogin: exchange(), sentAtLogin: exchange(), ...more },
  });

const CASES: [string, Credential[], string, string][] = [
  ['a session', [cookie({ name: 'sid' })], 'session-cookie', 'sid holds an id'],
  [
    'a session that a logout cleared',
    [cookie({ name: 'sid', cookie: { clearedAt: 1 } })],
    'session-cookie',
    'sid holds an id',
  ],
  ['a bearer token', [jwt({}, inHeader)], 'bearer-token', 'sent as authorization'],
  [
    'a bearer token in a header of its own',
    [jwt({}, { name: 'x-app', sightings: [sighting({ locator: 'x-app-token' })] })],
    'bearer-token',
    'sent as x-app-token',
  ],
  [
    'a bearer token in storage',
    [jwt({}, { sightings: [stored('localStorage', 'app.token'), sighting()] })],
    'bearer-token',
    'found in localStorage under app.token and sent as authorization (header)',
  ],
  ['an id in addresses', [inAddress()], 'session-url', 'ses'],
  ['an id in addresses and forms', [inAddress(sent('body', 'ses'))], 'session-url', 'ses'],
  [
    'an id that script sends in JSON, and in addresses',
    [inAddress(sent('body', '/ses'))],
    'bearer-token',
    'sent as ses (URL)',
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
    'a password in a header of its own',
    [credential({ role: 'api-key', name: 'password', scheme: 'password', ...inHeader })],
    'api-key',
    'A password itself goes with requests, as password (header)',
  ],
  [
    'a key that signs requests and is not sent',
    [signing],
    'api-key',
    'signed with a key that is not sent (hawk)',
  ],
  [
    'a session beside requests that are signed',
    [signing, cookie({ id: 'c2' })],
    'session-cookie',
    'sid',
  ],
  [
    'what a header does not call a password in full',
    [credential({ role: 'api-key', name: 'x-pass', scheme: 'password', ...inHeader })],
    'api-key',
    'an API key (x-pass)',
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
    'a remember-me cookie alone',
    [cookie({ name: 'stay', role: 'remember-me' })],
    'session-cookie',
    'stay alone stands for you',
  ],
  [
    'a refresh cookie alone',
    [cookie({ name: 'rt', role: 'refresh-token' })],
    'session-cookie',
    'rt renews a login',
  ],
  [
    'a cookie that only knows the browser again',
    [cookie({ name: 'uid', role: 'tracking', expires: 'at', expiresAt: T0 + 365 * 24 * HOURS })],
    'none',
    'uid lets the site know this browser again for 1 year; no login was seen.',
  ],
  [
    'a cookie of the device that goes with the browser',
    [cookie({ name: 'device', role: 'device', expires: 'session' })],
    'none',
    'device lets the site know this browser again until it is closed; no login was seen.',
  ],
  [
    'cookies that stay as long, and one that is a flag, one a time, one gone, and one of a guard',
    [
      cookie({ name: 'seen', role: 'tracking', value: 'true', ...inYear }),
      cookie({ id: 'c2', name: 'since', role: 'tracking', value: '1790000000123', ...inYear }),
      cookie({ id: 'c3', name: 'old', role: 'tracking', cookie: { ...gone }, ...inYear }),
      cookie({ id: 'c4', name: 'guard', role: 'device', ...inYear }),
      cookie({ id: 'c5', name: 'visitor', role: 'tracking', ...inYear }),
    ],
    'none',
    'visitor lets the site know this browser again for 1 year',
  ],
  [
    'nothing but flags',
    [cookie({ name: 'seen', role: 'tracking', value: 'true', ...inYear })],
    'none',
    'Nothing seen here identifies a user yet',
  ],
  [
    'an id of a tracker in storage',
    [credential({ name: 'anon_id', role: 'tracking', expires: 'unknown', ...inHeader })],
    'none',
    'anon_id lets the site know this browser again; no login was seen.',
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
    'a session beside its short copy',
    [
      cookie({ name: 'sid' }),
      cookie({
        id: 'c2',
        name: 'copy',
        format: 'jwe',
        expires: 'at',
        expiresAt: T0 + 300 * SECONDS,
      }),
    ],
    'session-cookie',
    'sid holds an id',
  ],
  [
    'a token that stays for days beside a session of the visit',
    [
      cookie({ name: 'sid' }),
      cookie({
        id: 'c2',
        name: 'token',
        format: 'jwt',
        jwt: jwt({ claims: { sub: 'u1' } }).jwt!,
        expires: 'at',
        expiresAt: T0 + 30 * 24 * HOURS,
      }),
    ],
    'token-cookie',
    'token itself carries data that can be read (JWT)',
  ],
  [
    'a session that a login gave and a logout took beside the sealed one of whoever comes',
    [
      cookie({ name: 'sid', behaviour: { issuedAtLogin: exchange(), clearedAtLogout: true } }),
      sealedOfVisit({}),
    ],
    'session-cookie',
    'sid holds an id',
  ],
  [
    'a sealed session that the logout took as well',
    [
      cookie({ name: 'sid', behaviour: { issuedAtLogin: exchange(), clearedAtLogout: true } }),
      sealedOfVisit({ clearedAtLogout: true }),
    ],
    'token-cookie',
    'visit has the form of state',
  ],
  [
    'a sealed session, where nobody was seen to log out',
    [cookie({ name: 'sid', behaviour: { issuedAtLogin: exchange() } }), sealedOfVisit({})],
    'token-cookie',
    'visit has the form of state',
  ],
  [
    'a sealed session that the login changed, as it did the other one',
    [
      cookie({
        name: 'sid',
        behaviour: { issuedAtLogin: exchange(), sentAtLogin: exchange(), clearedAtLogout: true },
      }),
      sealedOfVisit({}),
    ],
    'token-cookie',
    'visit has the form of state',
  ],
  [
    'a sealed session beside the one that it took the place of',
    [
      cookie({ name: 'old', expires: 'at', expiresAt: T0 + HOURS }),
      cookie({ id: 'c2', name: 'new', format: 'jwe' }),
    ],
    'token-cookie',
    'new has the form of state that is signed or sealed (JWE)',
  ],
  [
    'a session and its signature',
    [cookie({ id: 'c2', name: 'sid.sig', signs: 'c1' }), cookie({ name: 'sid' })],
    'session-cookie',
    'cookie sid holds an id',
  ],
  [
    'the session that the login gave, not the one that was sent most',
    [
      cookie({ name: 'visit', sightings: [sighting({ carrier: 'cookie', count: 9 })] }),
      cookie({ id: 'c2', name: 'sid', behaviour: { issuedAtLogin: exchange() } }),
    ],
    'session-cookie',
    'cookie sid holds an id',
  ],
  [
    'a long value',
    [cookie({ name: 'sid', value: 'ab12'.repeat(35) })],
    'session-cookie',
    'look alike',
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
  [
    'Basic beside a token',
    [jwt({}, inHeader), basic],
    'basic',
    'with nearly every request (HTTP Basic)',
  ],
  [
    'Basic beside a cookie that came with it',
    [cookie({ role: 'session', name: 'sid' }), basic],
    'basic',
    'with nearly every request',
  ],
  [
    'Basic as the gate of an application with a form',
    [
      cookie({
        role: 'session',
        name: 'sid',
        behaviour: { issuedAtLogin: { id: 'form', method: 'POST', url: '/login', status: 302 } },
      }),
      basic,
    ],
    'session-cookie',
    'cookie sid',
  ],
  ['Digest', [{ ...basic, scheme: 'digest' }], 'basic', '(HTTP Digest)'],
  [
    'an API key that was never sent',
    [credential({ role: 'api-key', name: 'k' })],
    'api-key',
    'An API key (k) was seen, and no request with it',
  ],
  ['a token of guests', [ofGuest], 'none', 'Whoever visits is given guest'],
  [
    'a token of guests beside a session',
    [cookie({ name: 'sid' }), ofGuest],
    'hybrid',
    'the cookie sid keeps a session',
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
  ['nothing', [], 'none', 'Nothing seen here'],
  ['what identifies nobody', [cookie({ role: 'preference' })], 'none', 'Nothing seen here'],
  ['a refused session', [refused], 'none', 'refused the cookie sid (too-large)'],
];

describe('how a site recognises its users', () => {
  it.each(CASES)('%s', (_what, credentials, mechanism, words) => {
    const told = mechanismOf(credentials);
    expect(told.mechanism).toBe(mechanism);
    expect(render(told.sentence)).toContain(words);
  });

  it('lets a password that went with some requests alone stand back', () => {
    const visit = { isEverywhere: () => false };
    expect(mechanismOf([jwt({}, inHeader), basic], visit).mechanism).toBe('bearer-token');
    const told = mechanismOf([basic], visit);
    expect(told.mechanism).toBe('basic');
    expect(render(told.sentence)).toContain('with some requests');
  });

  it('never asks to log in at a site that only pages of others asked', () => {
    const analysis = new Analysis();
    const topUrl = 'https://news.test/';
    analysis.addExchange(seen({ url: topUrl, type: 'document', topUrl }));
    const gets = { 'set-cookie': 'pixel_lang=en; Path=/; SameSite=None; Secure' };
    analysis.addExchange(seen({ url: 'https://pixel.test/p.gif', type: 'other', topUrl, gets }));
    const site = analysis.report(options).sites.find((one) => one.site === 'https://pixel.test');
    expect(site?.sentence).toContain('only pages of other sites asked this one');
  });

  it('says nothing of a login that a refused cookie would carry at a site that only others asked', () => {
    const told = mechanismOf([refused], { isThirdParty: true });
    expect(render(told.sentence)).toMatch(/refused the cookie sid.*pages of other sites ask/);
    expect(render(told.sentence)).not.toContain('cannot hold');
  });

  it('never asks to log in after a login', () => {
    const told = mechanismOf([], { moments: [{ type: 'login' }] });
    expect(render(told.sentence)).toContain('A login was seen');
  });

  it('writes formats as words', () => {
    expect(
      render(mechanismOf([credential({ role: 'access-token', ...inHeader })]).sentence),
    ).toMatch(/\(opaque\)/);
    expect(render(mechanismOf([cookieHeaderOnly({ sightings: [] })]).sentence)).not.toContain('(');
  });
});
