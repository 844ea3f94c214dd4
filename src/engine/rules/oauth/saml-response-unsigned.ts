import { text } from '../../text.js';
import type { FlowRule } from '../rule.js';

export const samlResponseUnsigned: FlowRule = {
  id: 'saml-response-unsigned',
  subject: 'flow',
  applies: { protocols: ['saml'] },
  severity: 'high',
  title: 'A SAML response has no signature',
  why:
    'Neither the response nor the assertion in it is signed, and it came through the browser: ' +
    'anybody can write such a text with the name of another user in it. A site that takes it ' +
    'lets everybody in as anybody.',
  fix:
    'Have the identity provider sign its assertions, and the site refuse what is not signed:\n\n' +
    '    <md:SPSSODescriptor WantAssertionsSigned="true" ...>\n\n' +
    'Let the SAML library check the signature, with the key from the metadata, never from the ' +
    'response itself.',
  breaks:
    'Logins at identity providers that do not sign: have them sign first, and log what would be ' +
    'refused before it is.',
  references: ['CWE-347', 'OWASP ASVS 5.0 V6.8.2', 'OWASP ASVS 5.0 V9.1.1'],
  strength: 'SAML responses are signed.',
  check(flow) {
    if (flow.samlSigned === undefined) return 'unknown';
    if (flow.samlSigned) return [];
    const step = flow.steps.findLast(({ kind }) => kind === 'saml-response');
    return [
      {
        text: text(
          'evidence_saml_response_unsigned',
          'It holds an assertion in the clear, and no signature.',
        ),
        ...(step && { exchange: step.exchange }),
      },
    ];
  },
};
