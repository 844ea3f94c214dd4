import { oauthRedirectOverHttp } from '../../../../src/engine/rules/oauth/oauth-redirect-over-http.js';
import { flow, flowOf } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const to = (redirect_uri: string | undefined, more = {}) => ({
  flows: [flow({ asked: { redirect_uri, ...more } })],
});

testRule(oauthRedirectOverHttp, {
  flags: {
    'an answer to plain http': ['high', to('http://shop.example/callback')],
    'an answer to plain http with form_post': [
      'high',
      to('http://shop.example/callback', { response_mode: 'form_post' }),
    ],
    'an answer to a host inside': ['high', to('http://intranet:8080/callback')],
  },
  passes: {
    'an answer to https': to('https://shop.example/callback'),
    'tokens to https': to('https://shop.example/', { response_type: 'id_token token' }),
    'a hybrid answer to https': to('https://shop.example/', { response_type: 'code id_token' }),
  },
  doesNotApply: {
    'localhost, while one develops': to('http://localhost:3000/callback'),
    'an app at loopback': to('http://127.0.0.1:51004/callback'),
    'an app at loopback by IPv6': to('http://[::1]:51004/callback'),
    'an app with a scheme of its own': to('com.example.app:/callback'),
    'a password grant': { flows: [flowOf({ grant: 'password' })] },
  },
  unknown: { 'a request that names no address': to(undefined) },
});
