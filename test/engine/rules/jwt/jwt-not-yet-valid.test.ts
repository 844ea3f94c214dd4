import { jwtNotYetValid } from '../../../../src/engine/rules/jwt/jwt-not-yet-valid.js';
import { exchange, HOURS, jwt, SECONDS, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const NOW = T0 / SECONDS;
const sent = (status?: number, more = {}) => ({
  sightings: [sighting({ lastExchange: exchange({ status }), ...more })],
});
const from = (seconds: number, more = {}) => ({ claims: { nbf: NOW + seconds, ...more } });

testRule(jwtNotYetValid, {
  flags: {
    'a token that was taken an hour before its nbf': ['medium', jwt(from(3600), sent(200))],
    'a token that was refused before its nbf': ['low', jwt(from(3600), sent(401))],
    'a token whose answer was not seen': ['low', jwt(from(3600), sent())],
    'a cookie, which goes with every request': [
      'low',
      jwt(from(3600), sent(200, { carrier: 'cookie' })),
    ],
    'a token without iat, two days before its nbf': [
      'medium',
      jwt(from(2 * 86_400, { iat: undefined }), sent(200)),
    ],
    'a token issued next week': ['low', jwt({ claims: { iat: NOW + 7 * 86_400 } }, sent(200))],
  },
  passes: {
    'a token that is valid from its issue on': jwt(from(0), sent(200)),
    'a token without nbf': jwt({}, sent(200)),
    'a clock that is two minutes fast': jwt(from(120, { iat: NOW + 120 }), sent(200)),
    'an nbf three minutes ahead': jwt(from(180), sent(200)),
  },
  doesNotApply: {
    'a token that was only stored': jwt(from(3600), {
      sightings: [sighting({ direction: 'stored', carrier: 'localStorage' })],
    }),
    'the next token, which waits for its time': jwt(from(3600), {
      ...sent(200),
      valueCount: 2,
      life: [{ type: 'refreshed', at: T0 + HOURS, lastAt: T0 + HOURS, count: 1 }],
    }),
    'a token without times': jwt({ claims: { iat: undefined } }, sent(200)),
    'a CSRF token': jwt(from(3600), { role: 'csrf', ...sent(200) }),
  },
  unknown: {
    'a token issued an hour ahead, which may be this machine’s clock': jwt(
      from(3600, { iat: NOW + 3600 }),
      sent(200),
    ),
    'a token of which nobody knows when it was seen': jwt(from(0), {
      ...sent(200),
      firstSeen: 0,
    }),
    'an nbf an hour ahead, without an iat to compare it with': jwt(
      from(3600, { iat: undefined }),
      sent(200),
    ),
  },
});
