import { text } from '../../text.js';
import type { FlowRule } from '../rule.js';

export const oidcLogoutMissingHint: FlowRule = {
  id: 'oidc-logout-missing-hint',
  subject: 'flow',
  applies: { protocols: ['oidc'] },
  severity: 'info',
  title: 'The logout does not say whose session is to end',
  why:
    'Without id_token_hint the provider cannot tell which login is meant, nor whether the user ' +
    'wants it: it has to ask, and a user who closes that page stays logged in there; or it ends ' +
    'whatever session it finds.',
  fix:
    'Send the ID token of the session with the logout, best by POST, so that it stands ' +
    'in no address:\n\n' +
    '    <form method="post" action="https://login.example.com/logout">\n' +
    '      <input type="hidden" name="id_token_hint" value="...">\n' +
    '    </form>\n\n' +
    'The server of the site keeps the ID token for that; it may have expired by then.',
  breaks:
    'A provider that takes logouts by GET only: there the ID token gets into the address, and a ' +
    'confirmation page may be the better choice.',
  references: ['OWASP ASVS 5.0 V10.6.2', 'OWASP ASVS 5.0 V7.4.1'],
  check(flow) {
    const ends = flow.steps.filter(({ kind }) => kind === 'end-session-request');
    if (ends.length === 0) return 'does-not-apply';
    const bare = ends.find(({ detail }) => detail.hint === false);
    if (!bare) return ends.some(({ detail }) => detail.hint === true) ? [] : 'unknown';
    return [
      {
        text: text('evidence_oidc_logout_missing_hint', 'The logout request has no id_token_hint.'),
        exchange: bare.exchange,
      },
    ];
  },
};
