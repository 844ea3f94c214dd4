import { oauthMissingIss } from '../../../../src/engine/rules/oauth/oauth-missing-iss.js';
import { answered, flow, flowOf, IDP } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const other = (issuer = 'https://other.example') =>
  flow({ id: 'f2', issuer, issuerNamed: true, steps: [answered()] });
const bare = { issuerNamed: false, steps: [answered()] };

testRule(oauthMissingIss, {
  flags: {
    'an answer without iss, at a site with two servers': ['info', { flows: [flow(bare), other()] }],
    'a code for an API beside a login elsewhere': [
      'info',
      { flows: [flow({ asked: { scope: 'mail' }, ...bare }), other()] },
    ],
    'an access token in the answer': [
      'info',
      { flows: [flow({ asked: { response_type: 'token' }, ...bare }), other()] },
    ],
  },
  passes: {
    'an answer with iss': { flows: [flow({ issuerNamed: true, steps: [answered()] })] },
    'answers with iss of two servers': {
      flows: [flow({ issuerNamed: true, steps: [answered()] }), other()],
    },
    'an answer with iss that was posted': {
      flows: [flow({ issuerNamed: true, steps: [answered({ mode: 'form_post' })] })],
    },
  },
  doesNotApply: {
    'a site with one server': { flows: [flow(bare)] },
    'two logins at one server': { flows: [flow(bare), flow({ id: 'f2', ...bare })] },
    'a server with two hosts': {
      flows: [flow(bare), flow({ id: 'f2', ...bare, issuer: `https://eu.${IDP.slice(8)}` })],
    },
    'a redirect address for each server': {
      flows: [
        flow(bare),
        flow({
          ...bare,
          id: 'f2',
          issuer: 'https://other.example',
          redirectUri: 'https://shop.example/other',
        }),
      ],
    },
    'an answer with an ID token, which names it': {
      flows: [flow({ asked: { response_type: 'code id_token' }, ...bare })],
    },
    SAML: { flows: [flowOf({ protocol: 'saml', grant: 'saml' })] },
  },
  unknown: { 'a login without an answer': { flows: [flow()] } },
});
