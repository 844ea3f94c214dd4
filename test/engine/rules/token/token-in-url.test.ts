import { tokenInUrl } from '../../../../src/engine/rules/token/token-in-url.js';
import { credential, exchange, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const inUrl = (locator = 'access_token', count = 1) => ({
  sightings: [sighting({ carrier: 'url', locator, count })],
});
const at = (url: string, locator = 'token') =>
  sighting({ carrier: 'url', locator, lastExchange: exchange({ url }) });
const FILM = at('https://media.example/film.m3u8?token=x');
const SOCKET = at('wss://shop.example/live?token=x');
const IN_HEADER = sighting();
const access = (...sightings: ReturnType<typeof at>[]) =>
  credential({ role: 'access-token', sightings });

testRule(tokenInUrl, {
  flags: {
    'an access token': ['high', credential({ role: 'access-token', ...inUrl() })],
    'a refresh token': ['high', credential({ role: 'refresh-token', ...inUrl('refresh_token') })],
    'an ID token': ['medium', jwt({}, { role: 'id-token', ...inUrl('id_token') })],
    'an API key': ['low', credential({ role: 'api-key', ...inUrl('key') })],
    'a JWT of unclear role': ['low', jwt({}, { role: 'other', ...inUrl('ticket', 3) })],
    'a one-time link in an e-mail, as information': [
      'info',
      jwt({}, { role: 'other', ...inUrl('token') }),
    ],
    'an access token in the address of a socket': ['medium', access(SOCKET)],
    'an access token in the address of a socket that begins by polling': [
      'medium',
      access(at('https://shop.example/socket.io/?EIO=4&transport=polling&token=x'), IN_HEADER),
    ],
    'an access token in the address of a socket and of a page': [
      'high',
      access(SOCKET, at('https://shop.example/?token=x')),
    ],
    'an access token behind the #': [
      'low',
      access(at('https://shop.example/back#access_token=x&state=y', 'access_token')),
    ],
    'a user’s token in the address of a picture': [
      'high',
      access(at('https://shop.example/me.png?token=x'), IN_HEADER),
    ],
    'a guest’s access token': [
      'low',
      jwt({ claims: { anon: true } }, { role: 'access-token', ...inUrl() }),
    ],
    'what only its name makes a token': [
      'low',
      credential({ role: 'access-token', confidence: 0.4, ...inUrl() }),
    ],
    'a JWT for tracking, as information': ['info', jwt({}, { role: 'tracking', ...inUrl('t') })],
  },
  passes: {
    'an access token in a header': credential({ role: 'access-token', sightings: [sighting()] }),
    'a URL that was only received': credential({
      role: 'access-token',
      sightings: [sighting({ carrier: 'url', direction: 'received' })],
    }),
    'a signed authorization request': jwt({}, { role: 'other', ...inUrl('request') }),
    'an ID token that says who logs out': jwt({}, { role: 'id-token', ...inUrl('id_token_hint') }),
  },
  doesNotApply: {
    'the key that signed an address, which is not in it': credential({
      role: 'api-key',
      scheme: 'oauth',
      value: 'signed by KEY1 (oauth)',
      ...inUrl('signature'),
    }),
    'a JWT that opens one film and nothing else': jwt({}, { sightings: [FILM] }),
    'a token that opens one download and nothing else': access(
      at('https://files.example/report.pdf?token=x'),
    ),
    'a session id, which has its own rule': credential({ role: 'session', ...inUrl('jsessionid') }),
    'an OAuth state in JWT format': jwt({}, { role: 'oauth-state', ...inUrl('state') }),
    'a CSRF token in JWT format': jwt({}, { role: 'csrf', ...inUrl('csrf') }),
    'an opaque value of unclear role': credential({ role: 'other', ...inUrl('q') }),
  },
});
