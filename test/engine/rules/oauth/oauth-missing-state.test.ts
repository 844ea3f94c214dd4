import { oauthMissingState } from '../../../../src/engine/rules/oauth/oauth-missing-state.js';
import { flow, flowOf } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const bare = { state: undefined, nonce: undefined, code_challenge: undefined };
const of = (asked: Record<string, string | undefined>) => ({ flows: [flow({ asked })] });

testRule(oauthMissingState, {
  flags: {
    'a code without anything': ['medium', of(bare)],
    'an access token without anything': [
      'high',
      of({ ...bare, response_type: 'token', scope: 'mail' }),
    ],
    'a nonce where no ID token was asked for': [
      'medium',
      of({ ...bare, nonce: 'Zp3hY6tB1sJ8fG4wQa2e', scope: 'mail' }),
    ],
  },
  passes: {
    'a state': of({}),
    'a state alone': of({ ...bare, state: 'kR7mW2xQ9vT4bN8z' }),
    'a pushed request with a state': { flows: [flow({ pushed: true })] },
  },
  doesNotApply: {
    'PKCE in its place': of({ state: undefined, nonce: undefined }),
    'plain PKCE in its place': of({
      state: undefined,
      nonce: undefined,
      code_challenge_method: undefined,
    }),
    'a nonce in its place': of({ state: undefined, code_challenge: undefined }),
    'client credentials': { flows: [flowOf({ grant: 'client-credentials' })] },
  },
  unknown: {
    'a request object': of({ ...bare, request: 'eyJhbGciOiJub25lIn0.e30.' }),
    'a request that was pushed unseen': of({ ...bare, request_uri: 'urn:x' }),
    'a login whose request was not seen': {
      flows: [flowOf({ grant: 'authorization-code' })],
    },
  },
});
