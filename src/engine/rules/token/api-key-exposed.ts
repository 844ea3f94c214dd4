import type { Credential, Severity, Sighting } from '../../model.js';
import { text } from '../../text.js';
import { tellCarrier, tellHost, tellName, tellWord } from '../../values/telling/redact.js';
import { isTestKey, secretKeyIssuer } from '../../values/tokens/secret-key.js';
import type { Check, CredentialRule } from '../rule.js';
import { sentExplicitly } from '../sent.js';
import { domainOf } from '../../normalize/addresses/site.js';

export const apiKeyExposed: CredentialRule = {
  id: 'api-key-exposed',
  subject: 'credential',
  severity: byHolder,
  grading:
    'High; medium where it lies in the page’s storage, as keys do that users typed in ' +
    'themselves; low for keys for trying things out.',
  title: 'A page has a secret key of a service',
  why:
    'This form of key is made for servers: whoever has it acts as the account that it belongs ' +
    'to, and pays its bills. A page sent it from the browser, so everybody who opens the page ' +
    'can read it there.',
  fix:
    'Call the service from your server, and keep the key there:\n\n' +
    "    app.post('/api/ask', requireLogin, (req, res) =>\n" +
    '      call(SERVICE_URL, { headers: { Authorization: process.env.SERVICE_KEY } }));\n\n' +
    'Revoke the key now: it counts as known. Where the service has keys for pages (publishable, ' +
    'restricted to your origins), the page may have one of those.',
  breaks:
    'The page, until your server answers in its place; your server needs limits of its own, or ' +
    'it gives the service away. Everything else that uses the revoked key. If each user types in ' +
    'a key of their own, it is theirs: accept the finding with that reason.',
  references: ['CWE-522', 'CWE-798', 'OWASP ASVS 5.0 V13.3.1', 'OWASP ASVS 5.0 V14.2.3'],
  check(credential): Check {
    const issuer = secretKeyIssuer(credential.value);
    const uses = sentExplicitly(credential);
    if (issuer === undefined || uses.length === 0) return 'does-not-apply';
    if (uses.every(({ pageSite }) => pageSite === undefined)) return 'unknown';
    return uses.filter(isToService).map((use) => ({
      text: text(
        'evidence_api_key_exposed',
        'A page of {page} sent a secret key of {issuer} to {origin} ({carrier}: {locator}).',
        {
          page: tellHost(use.pageSite ?? ''),
          issuer: tellWord(issuer),
          origin: tellHost(use.origin),
          carrier: tellCarrier(use.carrier),
          locator: tellName(use.locator),
        },
      ),
      exchange: use.lastExchange,
    }));
  },
};

/**
 * What goes to the page's own server is what an administrator types into its settings, or its own
 * matter.
 */
function isToService({ pageSite, site }: Sighting): boolean {
  return pageSite !== undefined && domainOf(pageSite) !== domainOf(site);
}

function byHolder({ value, sightings }: Credential): Severity {
  if (isTestKey(value)) return 'low';
  return sightings.some(({ direction }) => direction === 'stored') ? 'medium' : 'high';
}
