import { corsCredentialsReflected } from '../../../../src/engine/rules/site/cors-credentials-reflected.js';
import { cookie } from '../../../support/credential.js';
import { flow, logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const URL = 'https://api.shop.example/me';
const answer = (origin: string, allowed = origin, credentials = 'true', status = 200) =>
  logged(
    {
      url: URL,
      type: 'fetch',
      status,
      sends: { origin, cookie: 'sid=a' },
      gets: {
        'access-control-allow-origin': allowed,
        'access-control-allow-credentials': credentials,
      },
    },
    { carried: ['c1'] },
  );
type Answer = ReturnType<typeof answer>;
const of = (...exchanges: Answer[]) => ({ credentials: [cookie()], exchanges });
const [ONE, TWO, THREE] = ['https://one.test', 'https://two.test', 'https://three.test'];

testRule(corsCredentialsReflected, {
  flags: {
    'the origin null': ['high', of(answer('null'))],
    'three sites that have nothing to do with it': [
      'medium',
      of(answer(ONE), answer(TWO), answer(THREE)),
    ],
    'two sites, which may be in a list': ['low', of(answer(ONE), answer(TWO))],
    'null, whoever asks': ['high', of(answer(ONE, 'null'))],
  },
  passes: {
    'another host of the same site': of(answer('https://www.shop.example')),
    'a partner that is named, whoever asks': of(answer(ONE, 'https://partner.test')),
    'its own origin': of(answer('https://api.shop.example')),
  },
  doesNotApply: {
    'what everybody may read without credentials': of(answer(ONE, '*', '')),
    'an origin without credentials': of(answer(ONE, ONE, '')),
    'public data': { credentials: [cookie()], exchanges: [{ ...answer(ONE), carried: [] }] },
    'a refused request': of(answer(ONE, ONE, 'true', 401)),
    'the site that its users log in for': {
      ...of(answer('https://client.test')),
      flows: [flow({ issuer: 'https://api.shop.example', redirectUri: 'https://client.test/cb' })],
    },
    'the same site over http': of(answer('http://shop.example')),
  },
  unknown: { 'one other site, which may be a partner': of(answer(ONE)) },
});
