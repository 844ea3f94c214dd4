import { oauthCodeReused } from '../../../../src/engine/rules/oauth/oauth-code-reused.js';
import { exchange } from '../../../support/credential.js';
import { answered, flow, flowOf, IDP, redeemed } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const post = (status?: number) => {
  const { status: _none, ...bare } = exchange({ id: 'again', method: 'POST', url: `${IDP}/token` });
  return { exchange: status === undefined ? bare : { ...bare, status } };
};
const of = (...steps: ReturnType<typeof answered>[]) => ({
  flows: [flow({ steps: [answered(), ...steps] })],
});
const refused = redeemed({ reused: true, gave: '', error: 'invalid_grant' }, post(400));

testRule(oauthCodeReused, {
  flags: {
    'a code that was taken twice': ['high', of(redeemed(), redeemed({ reused: true }))],
    'a code that was refused the second time': ['low', of(redeemed(), refused)],
    'a code that was refused, and refused again': [
      'low',
      of(redeemed({ error: 'invalid_client' }, post(401)), refused),
    ],
    'a code that was taken and then refused twice': ['low', of(redeemed(), refused, refused)],
  },
  passes: {
    'a code that was redeemed once': of(redeemed()),
    'a request that got no answer and was sent again': of(
      redeemed({}, post()),
      redeemed({ reused: true }),
    ),
    'a request that failed at the server and was sent again': of(
      redeemed({}, post(503)),
      redeemed({ reused: true }),
    ),
    'two codes of one login': of(redeemed(), redeemed()),
  },
  doesNotApply: {
    'a server that redeems the code': of(),
    'a password grant': { flows: [flowOf({ grant: 'password' })] },
  },
});
