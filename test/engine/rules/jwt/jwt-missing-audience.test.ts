import { jwtMissingAudience } from '../../../../src/engine/rules/jwt/jwt-missing-audience.js';
import { credential, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const sentTo = (...origins: string[]) => ({
  sightings: origins.map((origin) =>
    sighting({ origin, site: origin.replace(/\/\/(?:[a-z]+\.)?(shop\.example)/, '//$1') }),
  ),
});
const API = 'https://api.shop.example';

testRule(jwtMissingAudience, {
  flags: {
    'a token for APIs of two sites': ['medium', jwt({}, sentTo(API, 'https://pay.test'))],
    'a token for two hosts of one site': ['low', jwt({}, sentTo(API, 'https://chat.shop.example'))],
    'a token that says at+jwt': ['low', jwt({ header: { typ: 'at+jwt' } }, sentTo(API))],
    'a token with an empty audience': [
      'medium',
      jwt({ claims: { aud: [] } }, sentTo(API, 'https://pay.test')),
    ],
    'an access token of Amazon Cognito, which names its client': [
      'info',
      jwt(
        { claims: { token_use: 'access', client_id: 'app' } },
        sentTo(API, 'https://cognito-idp.test'),
      ),
    ],
    'a token that little but its name speaks for': [
      'low',
      jwt({}, { confidence: 0.4, ...sentTo(API, 'https://pay.test') }),
    ],
  },
  passes: {
    'a token for one API': jwt({}, sentTo(API)),
    'a token that names its audience': jwt(
      { claims: { aud: 'api' } },
      sentTo(API, 'https://pay.test'),
    ),
    'a token for several audiences': jwt(
      { claims: { aud: [API, 'https://pay.test'] } },
      sentTo(API, 'https://pay.test'),
    ),
    'two ports of one host': jwt({}, sentTo(`${API}:8443`, `${API}:9443`)),
    'an API and the machine itself': jwt({}, sentTo(API, 'http://localhost:4000')),
  },
  doesNotApply: {
    'a session that is a JWT': jwt({}, { role: 'session', ...sentTo(API, 'https://pay.test') }),
    'a cookie, which goes to its own site': jwt(
      {},
      { sightings: [sighting({ carrier: 'cookie' })] },
    ),
    'a token that was not sent': jwt(),
    'an opaque token': credential({ role: 'access-token', ...sentTo(API, 'https://pay.test') }),
  },
});
