import { hasLived } from '../../credentials/lived-attributes.js';
import { text } from '../../text.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { defaultNameOf } from './default-names.js';

export const sessionDefaultName: CredentialRule = {
  id: 'session-default-name',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: ['session'] },
  severity: 'info',
  title: 'The name of the session cookie tells the technology behind it',
  why:
    'The framework gave the cookie this name. It tells an attacker which technology to look up ' +
    'known weaknesses of, although headers and pages often tell as much. It is worth a change ' +
    'when the cookie is renamed anyway, for instance to get a prefix.',
  fix:
    'Give it a name that says nothing; with __Host- in front browsers guard it as well (over ' +
    'https, Path=/, no Domain):\n\n' +
    '    Set-Cookie: __Host-id=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'The evidence names the setting of this framework.',
  breaks:
    'Everybody has to log in once more. Rules of load balancers, caches and firewalls that know ' +
    'the cookie by its name have to learn the new one first.',
  references: ['CWE-200', 'OWASP WSTG-SESS-01', 'OWASP WSTG-INFO-08'],
  check(credential) {
    if (!hasLived(credential)) return 'does-not-apply';
    const found = defaultNameOf(credential.name);
    if (!found) return [];
    const named = { name: tellName(credential.name), host: tellHost(credential.host) };
    const said = text(
      'evidence_session_default_name',
      'The cookie {name} of {host} has the name that {technology} gives. Setting: {setting}',
      { ...named, technology: found.technology, setting: found.setting },
    );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  },
};
