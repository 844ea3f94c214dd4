import { oidcNonceReused } from '../../../../src/engine/rules/oauth/oidc-nonce-reused.js';
import { flow } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const first = flow();
const again = (asked: Record<string, string | undefined>) => ({ ...flow({ asked }), id: 'f2' });
const after = (asked: Record<string, string | undefined>, before = first) => ({
  flows: [before, again(asked)],
});
const open = { code_challenge: undefined, code_challenge_method: undefined };
const state = 'Qm8vT2nR5kX7bW4z';

testRule(oidcNonceReused, {
  flags: {
    'the same nonce with another state': ['medium', after({ ...open, state })],
    'the same nonce with PKCE': ['low', after({ state })],
    'the same nonce in an implicit login': [
      'medium',
      after({ ...open, response_type: 'id_token', state }),
    ],
  },
  passes: {
    'one login': { flows: [first] },
    'another nonce': after({ nonce: 'Hd5sK9pL2mV7cX3f', state }),
    'the same request loaded again': after({}),
    'the same nonce at another server': after(
      { state },
      { ...first, issuer: 'https://other.example' },
    ),
    'the same nonce of another client': after({ state }, { ...first, clientId: 'other' }),
  },
  doesNotApply: {
    'no nonce': { flows: [flow({ asked: { nonce: undefined } })] },
    'OAuth without OpenID Connect': { flows: [flow({ asked: { scope: 'mail' } })] },
  },
  unknown: {
    'a nonce that a sanitizer took': { flows: [flow({ asked: { nonce: '[REDACTED]' } })] },
    'a nonce that was pushed': {
      flows: [
        flow({ asked: { nonce: undefined, request_uri: 'urn:x' }, nonce: true, pushed: true }),
      ],
    },
  },
});
