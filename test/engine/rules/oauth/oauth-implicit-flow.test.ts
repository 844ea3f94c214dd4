import { oauthImplicitFlow } from '../../../../src/engine/rules/oauth/oauth-implicit-flow.js';
import { answered, flow, flowOf } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const of = (response_type: string, more = {}) => ({
  flows: [flow({ asked: { response_type, code_challenge: undefined, ...more } })],
});

testRule(oauthImplicitFlow, {
  flags: {
    'response_type=token': ['medium', of('token')],
    'an ID token with an access token': ['medium', of('id_token token')],
    'a hybrid answer with an access token': ['medium', of('code id_token token')],
    'a code with an access token': ['medium', of('code token')],
    'one login of a client that logs in again and again': [
      'medium',
      { flows: [...of('token').flows, { ...of('token').flows[0]!, id: 'f2' }] },
    ],
  },
  passes: {
    'the code grant': of('code'),
    'a hybrid answer without an access token': of('code id_token'),
    'the code grant with form_post': {
      flows: [flow({ asked: { response_mode: 'form_post' }, steps: [answered()] })],
    },
  },
  doesNotApply: {
    'an ID token alone, with a nonce': of('id_token'),
    'an ID token that is posted': of('id_token', { response_mode: 'form_post' }),
    'a password grant': { flows: [flowOf({ grant: 'password' })] },
    SAML: { flows: [flowOf({ protocol: 'saml', grant: 'saml' })] },
  },
  unknown: {
    'a pushed request whose type was not seen': {
      flows: [flow({ grant: 'authorization-code', responseType: '' })],
    },
  },
});
