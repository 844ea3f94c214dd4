import { tokenInUrl } from '../../../../src/engine/rules/token/token-in-url.js';
import { credential, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const inUrl = (locator = 'access_token') => ({
  sightings: [sighting({ carrier: 'url', locator })],
});

testRule(tokenInUrl, {
  flags: {
    'an access token': ['high', credential({ role: 'access-token', ...inUrl() })],
    'a refresh token': ['high', credential({ role: 'refresh-token', ...inUrl('refresh_token') })],
    'an ID token': ['medium', jwt({}, { role: 'id-token', ...inUrl('id_token') })],
    'an API key': ['low', credential({ role: 'api-key', ...inUrl('key') })],
    'a JWT of unclear role': ['low', jwt({}, { role: 'other', ...inUrl('ticket') })],
    'a JWT for tracking, as information': ['info', jwt({}, { role: 'tracking', ...inUrl('t') })],
  },
  passes: {
    'an access token in a header': credential({ role: 'access-token', sightings: [sighting()] }),
    'a URL that was only received': credential({
      role: 'access-token',
      sightings: [sighting({ carrier: 'url', direction: 'received' })],
    }),
    'a signed authorization request': jwt({}, { role: 'other', ...inUrl('request') }),
  },
  doesNotApply: {
    'a session id, which has its own rule': credential({ role: 'session', ...inUrl('jsessionid') }),
    'an OAuth state in JWT format': jwt({}, { role: 'oauth-state', ...inUrl('state') }),
    'a CSRF token in JWT format': jwt({}, { role: 'csrf', ...inUrl('csrf') }),
    'an opaque value of unclear role': credential({ role: 'other', ...inUrl('q') }),
  },
});
