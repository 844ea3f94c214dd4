import { oauthMissingPkce } from '../../../../src/engine/rules/oauth/oauth-missing-pkce.js';
import { answered, flow, flowOf, redeemed } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const bare = { nonce: undefined, code_challenge: undefined, code_challenge_method: undefined };
const of = (
  asked: Record<string, string | undefined>,
  ...steps: ReturnType<typeof answered>[]
) => ({
  flows: [flow({ asked: { ...bare, ...asked }, steps })],
});
const nonce = 'Zp3hY6tB1sJ8fG4wQa2e';

testRule(oauthMissingPkce, {
  flags: {
    'a page that redeems the code': ['high', of({}, answered(), redeemed())],
    'a page that redeems the code and checks a nonce': [
      'high',
      of({ nonce }, answered(), redeemed()),
    ],
    'an app with a scheme of its own': ['high', of({ redirect_uri: 'com.example.app:/back' })],
    'a server that redeems the code, without a state': [
      'medium',
      of({ state: undefined }, answered()),
    ],
    'a server that redeems the code': ['low', of({}, answered())],
    'nobody that was seen to redeem the code': ['low', of({})],
    'a token request that no browser made': [
      'low',
      of({}, answered(), redeemed({ byPage: false })),
    ],
  },
  passes: {
    'PKCE with S256': { flows: [flow()] },
    'plain PKCE, which is another matter': of({ code_challenge: 'kR7mW2xQ9vT4bN8z' }),
    'PKCE in a pushed request': { flows: [flow({ pushed: true, pkce: 'S256' })] },
  },
  doesNotApply: {
    'a server with a nonce of OpenID Connect': of({ nonce }, answered()),
    'an implicit login': of({ response_type: 'token' }),
    'a password grant': { flows: [flowOf({ grant: 'password' })] },
  },
  unknown: {
    'a request that was pushed unseen': of({ request_uri: 'urn:x' }),
    'a request object': of({ request: 'eyJhbGciOiJub25lIn0.e30.' }),
    'a nonce, and nobody that was seen to redeem the code': of({ nonce }),
    'a login whose request was not seen': { flows: [flowOf({ grant: 'authorization-code' })] },
  },
});
