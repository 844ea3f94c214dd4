import { isLocal, parseUrl } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { FlowRule } from '../rule.js';

export const samlResponseOverHttp: FlowRule = {
  id: 'saml-response-over-http',
  subject: 'flow',
  applies: { protocols: ['saml'] },
  severity: (flow) => (flow.steps.filter(isPlain).every(isOwnMachine) ? 'info' : 'high'),
  grading: 'High; info where it went to localhost only.',
  title: 'A SAML response was sent over plain http',
  why:
    'The assertion in it logs its bearer in as the user. Everyone on the way (the Wi-Fi, the ' +
    'provider, a proxy) could read it and present it first.',
  fix:
    'Serve the assertion consumer service over https, and register that address at the ' +
    'identity provider:\n\n' +
    '    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"\n' +
    '    Location="https://..."/>\n\n' +
    'Then take the http address out of the metadata.',
  breaks:
    'Logins fail while the identity provider has the old metadata: publish both addresses first, ' +
    'then drop the old one.',
  references: ['CWE-319', 'OWASP ASVS 5.0 V12.2.1'],
  strength: 'SAML responses travel over https only.',
  check(flow) {
    const responses = flow.steps.filter(({ kind }) => kind === 'saml-response');
    if (responses.length === 0) return 'unknown';
    return responses.filter(isPlain).map(({ exchange }) => ({
      text: text(
        'evidence_saml_response_over_http',
        'It was sent with {request}, without encryption.',
        {
          request: tellRequest(exchange),
        },
      ),
      exchange,
    }));
  },
};

type Step = Parameters<typeof samlResponseOverHttp.check>[0]['steps'][number];

function isPlain({ kind, exchange }: Step): boolean {
  return kind === 'saml-response' && parseUrl(exchange.url)?.protocol === 'http:';
}

function isOwnMachine({ exchange }: Step): boolean {
  return isLocal(parseUrl(exchange.url)?.hostname ?? '');
}
