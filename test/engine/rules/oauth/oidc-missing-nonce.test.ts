import { oidcMissingNonce } from '../../../../src/engine/rules/oauth/oidc-missing-nonce.js';
import { flow, flowOf } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const of = (response_type: string, more: Record<string, string | undefined> = {}) => ({
  flows: [flow({ asked: { response_type, nonce: undefined, ...more } })],
});
const nonce = 'Zp3hY6tB1sJ8fG4wQa2e';

testRule(oidcMissingNonce, {
  flags: {
    'an ID token without a nonce': ['medium', of('id_token')],
    'an ID token and an access token without a nonce': ['medium', of('id_token token')],
    'a hybrid answer without a nonce': ['medium', of('code id_token')],
  },
  passes: {
    'an ID token with a nonce': of('id_token', { nonce }),
    'an ID token and an access token with a nonce': of('id_token token', { nonce }),
    'a hybrid answer with a nonce': of('code id_token', { nonce }),
  },
  doesNotApply: {
    'the code grant, which may do without': of('code'),
    'a hybrid answer without an ID token': of('code token'),
    'OAuth without OpenID Connect': of('token', { scope: 'mail' }),
    SAML: { flows: [flowOf({ protocol: 'saml', grant: 'saml' })] },
  },
  unknown: {
    'a request object': of('id_token', { request: 'eyJhbGciOiJub25lIn0.e30.' }),
    'a request that was pushed unseen': of('code id_token', { request_uri: 'urn:x' }),
  },
});
