import { oauthPkcePlain } from '../../../../src/engine/rules/oauth/oauth-pkce-plain.js';
import { answered, flow, flowOf, redeemed } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const plain = { code_challenge_method: 'plain' };
const of = (
  asked: Record<string, string | undefined>,
  ...steps: ReturnType<typeof answered>[]
) => ({
  flows: [flow({ asked, steps })],
});

testRule(oauthPkcePlain, {
  flags: {
    'the method plain': ['medium', of(plain, answered(), redeemed())],
    'no method, which means plain': ['medium', of({ code_challenge_method: undefined })],
    'plain where a server redeems the code': ['low', of(plain, answered())],
  },
  passes: {
    S256: of({}),
    'S256 in a hybrid login': of({ response_type: 'code id_token' }),
    'S256 in a pushed request': { flows: [flow({ pushed: true })] },
  },
  doesNotApply: {
    'no PKCE': of({ code_challenge: undefined, code_challenge_method: undefined }),
    'an implicit login': of({ response_type: 'token' }),
  },
  unknown: {
    'a method of the server’s own': of({ code_challenge_method: 'S512' }),
    'a login whose request was not seen': { flows: [flowOf({ grant: 'authorization-code' })] },
  },
});
