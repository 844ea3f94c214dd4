import { sessionIdInUrl } from '../../../../src/engine/rules/session/session-id-in-url.js';
import { cookie, credential, exchange, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const inUrl = (locator: string, url = `https://shop.example/;${locator}=x`) => ({
  sightings: [sighting({ carrier: 'url', locator, lastExchange: exchange({ url }) })],
});

testRule(sessionIdInUrl, {
  flags: {
    'a Servlet session': ['high', credential(inUrl('jsessionid'))],
    'a PHP session': ['high', credential(inUrl('PHPSESSID'))],
    'a session that is called sid': ['high', credential(inUrl('sid'))],
  },
  passes: {
    'a session in a cookie': cookie(),
    'a session in a header': credential({ sightings: [sighting()] }),
    'a session that only storage holds': credential({
      sightings: [sighting({ direction: 'stored', carrier: 'sessionStorage' })],
    }),
  },
  doesNotApply: {
    'an access token, which has its own rule': credential({
      role: 'access-token',
      ...inUrl('token'),
    }),
    'a business number': credential({ role: 'other', ...inUrl('businessId') }),
  },
});
