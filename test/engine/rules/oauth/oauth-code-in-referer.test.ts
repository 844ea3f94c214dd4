import { oauthCodeInReferer } from '../../../../src/engine/rules/oauth/oauth-code-in-referer.js';
import { exchange } from '../../../support/credential.js';
import { answered, flow, flowOf, SHOP } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const told = (name: 'code' | 'state', origin = 'https://stats.example') => ({
  told: [{ name, origin, exchange: exchange({ url: `${origin}/a.js` }) }],
  steps: [answered()],
});
const open = { code_challenge: undefined, code_challenge_method: undefined };

testRule(oauthCodeInReferer, {
  flags: {
    'a code that another site was told': [
      'high',
      { flows: [flow({ asked: open, ...told('code') })] },
    ],
    'a code with PKCE that another site was told': ['low', { flows: [flow(told('code'))] }],
    'a code that another host of the site was told': [
      'low',
      { flows: [flow({ asked: open, ...told('code', `https://cdn.${SHOP.slice(8)}`) })] },
    ],
    'the state alone': ['info', { flows: [flow({ asked: open, ...told('state') })] }],
  },
  passes: {
    'an answer of which nobody was told': { flows: [flow({ steps: [answered()] })] },
    'an answer that was posted': { flows: [flow({ steps: [answered({ mode: 'form_post' })] })] },
    'an answer in the fragment, which no Referer has': {
      flows: [flow({ steps: [answered({ mode: 'fragment' })] })],
    },
  },
  doesNotApply: { 'a password grant': { flows: [flowOf({ grant: 'password' })] } },
  unknown: { 'a login without an answer': { flows: [flow()] } },
});
