import { oauthClientSecretInBrowser } from '../../../../src/engine/rules/oauth/oauth-client-secret-in-browser.js';
import { answered, flow, flowOf, redeemed } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const secret = { clientSecret: true };
const asked = (grant_type: string) => [redeemed({ grant_type })];

testRule(oauthClientSecretInBrowser, {
  flags: {
    'a page that redeems a code with a secret': [
      'high',
      { flows: [flow({ ...secret, steps: [answered(), redeemed()] })] },
    ],
    'client credentials of a page': [
      'high',
      {
        flows: [
          flowOf({ grant: 'client-credentials', ...secret, steps: asked('client_credentials') }),
        ],
      },
    ],
    'a password grant of a page with a secret': [
      'high',
      { flows: [flowOf({ grant: 'password', ...secret, steps: asked('password') })] },
    ],
    'a device, whose secret is none': [
      'info',
      { flows: [flowOf({ grant: 'device-code', ...secret, steps: asked('device') })] },
    ],
    'an app at loopback, whose secret is none': [
      'info',
      {
        flows: [
          flow({
            asked: { redirect_uri: 'http://127.0.0.1:51004/' },
            ...secret,
            steps: [redeemed()],
          }),
        ],
      },
    ],
  },
  passes: {
    'a page that redeems a code with PKCE': { flows: [flow({ steps: [answered(), redeemed()] })] },
    'a password grant without a secret': {
      flows: [flowOf({ grant: 'password', steps: asked('password') })],
    },
    'a device without a secret': {
      flows: [flowOf({ grant: 'device-code', steps: asked('device') })],
    },
  },
  doesNotApply: {
    'a server in its own recording': {
      flows: [flow({ ...secret, steps: [answered(), redeemed({ byPage: false })] })],
    },
    'a server that redeems the code unseen': { flows: [flow({ steps: [answered()] })] },
    SAML: { flows: [flowOf({ protocol: 'saml', grant: 'saml' })] },
  },
});
