import { withoutDomain } from '../cookie-draft.js';
import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellHost, tellList } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { reachOf } from './cookie-reach.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, setEvidence } from './lived-cookie.js';

export const cookieDomainTooBroad: CredentialRule = {
  id: 'cookie-domain-too-broad',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: (credential, known) =>
    reachOf(credential, known).bystanders.length > 0 ? 'low' : 'info',
  grading: 'Low where it was sent to hosts that only serve files; else info.',
  title: 'A cookie that logs the user in goes to more hosts than seem to need it',
  why:
    'With a Domain attribute the browser sends the cookie to every host below that domain: to ' +
    'the blog, the status page, a host that a supplier or a customer runs, one that is taken ' +
    'over tomorrow. Each of them gets the login, and can put a cookie of the same ' +
    'name in its place.',
  fix:
    'Leave Domain out, and the cookie stays with the host that sets it:\n\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'If several hosts share the login, name the narrowest domain that covers them. Browsers keep ' +
    'the old cookie beside the new one and send both: delete the old one with the Domain ' +
    'that it has.\n\n' +
    '    Set-Cookie: <name>=; Domain=<old domain>; Path=/; Max-Age=0' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Hosts that read the cookie and were not seen here no longer get it: other applications ' +
    'behind one login, APIs on a host of their own. Search the configuration of each host for ' +
    'the name first.',
  references: ['CWE-1275', 'OWASP ASVS 5.0 V3.3.3', 'RFC 6265bis §4.1.2.3', 'OWASP WSTG-SESS-02'],
  strength: 'The cookies that log the user in go to no host that does not need them.',
  line(draft, credential, known) {
    const { narrowest, bystanders } = reachOf(credential, known);
    // Of hosts that were not seen nobody knows what they need: there the line stays as it is.
    if (bystanders.length === 0) return draft;
    return narrowest === undefined ? withoutDomain(draft) : { ...draft, domain: narrowest };
  },
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const { hostOnly, domain } = livedAttributes(credential);
    if (hostOnly === undefined) return 'unknown';
    if (hostOnly || domain === undefined) return [];
    const { narrowest, bystanders, users } = reachOf(credential, known);
    if (narrowest === domain) return [];
    const values = {
      ...cookieNamed(credential),
      domain: tellHost(domain),
      users: tellList(users.map(tellHost), 3),
    };
    const present = text(
      'evidence_cookie_domain_broad',
      'The cookie {name} goes to every host below {domain}; it was seen in use at {users} only.',
      values,
    );
    const past = text(
      'evidence_cookie_domain_was_broad',
      'The cookie {name} went to every host below {domain}; it was seen in use at {users} only.',
      values,
    );
    const unneeded = bystanders.slice(0, 3).map(({ host, exchange }) => ({
      text: text(
        'evidence_cookie_domain_bystander',
        'It was sent to {bystander}, which gave nothing but files.',
        { bystander: tellHost(host) },
      ),
      exchange,
    }));
    return [setEvidence(credential, known, { present, past }), ...unneeded];
  },
};
