import { oidcLogoutMissingHint } from '../../../../src/engine/rules/oauth/oidc-logout-missing-hint.js';
import { flow, flowOf, step } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const end = (hint?: boolean) => step('end-session-request', hint === undefined ? {} : { hint });
const of = (...steps: ReturnType<typeof end>[]) => ({ flows: [flow({ steps })] });

testRule(oidcLogoutMissingHint, {
  flags: {
    'a logout without a hint': ['info', of(end(false))],
    'one logout of two': ['info', of(end(true), end(false))],
    'a logout after an implicit login': [
      'info',
      { flows: [flow({ asked: { response_type: 'id_token' }, steps: [end(false)] })] },
    ],
  },
  passes: {
    'a logout with a hint': of(end(true)),
    'two logouts with a hint': of(end(true), end(true)),
    'a logout with a hint after an implicit login': {
      flows: [flow({ asked: { response_type: 'id_token' }, steps: [end(true)] })],
    },
  },
  doesNotApply: {
    'a login without a logout': of(),
    'OAuth without OpenID Connect': {
      flows: [flow({ asked: { scope: 'mail' }, steps: [end(false)] })],
    },
    SAML: { flows: [flowOf({ protocol: 'saml', grant: 'saml' })] },
  },
  unknown: { 'a logout of which no more is known': of(end()) },
});
