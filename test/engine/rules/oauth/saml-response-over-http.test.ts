import { samlResponseOverHttp } from '../../../../src/engine/rules/oauth/saml-response-over-http.js';
import { flow, flowOf, step } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const to = (...urls: string[]) => ({
  flows: [
    flowOf({
      protocol: 'saml',
      grant: 'saml',
      steps: urls.map((url) => step('saml-response', {}, 1, url)),
    }),
  ],
});

testRule(samlResponseOverHttp, {
  flags: {
    'a response to plain http': ['high', to('http://shop.example/acs')],
    'one response of two': ['high', to('https://shop.example/acs', 'http://shop.example/acs')],
    'a response to localhost': ['info', to('http://localhost:8080/acs')],
  },
  passes: {
    'a response to https': to('https://shop.example/acs'),
    'two responses to https': to('https://shop.example/acs', 'https://shop.example/sso'),
    'a response to https on localhost': to('https://localhost/acs'),
  },
  doesNotApply: { 'OpenID Connect': { flows: [flow()] } },
  unknown: { 'a login without an answer': to() },
});
