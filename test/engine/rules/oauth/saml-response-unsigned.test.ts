import { samlResponseUnsigned } from '../../../../src/engine/rules/oauth/saml-response-unsigned.js';
import { flow, flowOf, step } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const of = (samlSigned: boolean | undefined, ...steps: ReturnType<typeof step>[]) => ({
  flows: [
    flowOf({
      protocol: 'saml',
      grant: 'saml',
      steps,
      ...(samlSigned === undefined ? {} : { samlSigned }),
    }),
  ],
});
const response = step('saml-response');

testRule(samlResponseUnsigned, {
  flags: {
    'a response without a signature': ['high', of(false, response)],
    'a response that answers a request': ['high', of(false, step('saml-request'), response)],
    'two of them': ['high', of(false, response, response)],
  },
  passes: {
    'a signed response': of(true, response),
    'a signed response that answers a request': of(true, step('saml-request'), response),
    'a response with its signature beside it': of(true),
  },
  doesNotApply: { 'OpenID Connect': { flows: [flow()] } },
  unknown: { 'an encrypted response': of(undefined, response) },
});
