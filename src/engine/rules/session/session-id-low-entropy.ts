import { hasLived } from '../../credentials/lived-attributes.js';
import { strengthOf } from '../../credentials/strength.js';
import type { Credential, Severity } from '../../model.js';
import { text } from '../../text.js';
import { passwordIn } from '../../roles/password-cookie.js';
import type { IdStrength } from '../../values/ids/id-strength.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';

/** So few can be tried one by one over the network. */
const TRIED_IN_DAYS = 32;

export const sessionIdLowEntropy: CredentialRule = {
  id: 'session-id-low-entropy',
  subject: 'credential',
  applies: { roles: ['session'] },
  severity: byStrength,
  grading:
    'High up to 32 bits, medium above; low where only its name says that it is a session. ' +
    'Without a complaint wherever the estimate at its highest reaches the limit.',
  title: 'The session id can be guessed',
  why:
    'Whoever guesses a valid id is logged in as somebody else, and needs neither a password nor ' +
    'a bug in the page. Numbers that count, times, names, and short values can be tried one ' +
    'after the other until one is accepted.',
  fix:
    'Let a cryptographic random generator make the id, of at least 16 bytes, and keep ' +
    'nothing in it:\n\n' +
    "    // Node.js\n    const id = crypto.randomBytes(32).toString('base64url');\n" +
    '    # Python\n    id = secrets.token_urlsafe(32)\n' +
    '    ; PHP before 8.4: php.ini\n' +
    '    session.sid_length = 48\n' +
    '    session.sid_bits_per_character = 6\n\n' +
    "Better still, leave it to the session of the framework: those of today's make such ids " +
    'by themselves.',
  breaks:
    'Everybody has to log in once more, as the old ids are not accepted any longer. Look for ' +
    'other systems that read something out of the id, such as a user number, and for a database ' +
    'column that is too short for the new one.',
  references: ['CWE-331', 'CWE-334', 'OWASP ASVS 5.0 V7.2.3', 'OWASP WSTG-SESS-01'],
  strength: 'The session id is too random to be guessed.',
  check(credential, known) {
    // Nobody drew a password, and what is said of it may not be how good it is.
    if (!hasLived(credential) || passwordIn(credential) === 'compared') return 'does-not-apply';
    const strength = strengthOf(credential);
    // Guessing it is of no use without the signature in a cookie beside it.
    if (!strength || known.isSignedBeside(credential.id)) return 'does-not-apply';
    const enough = known.threshold('sessionEntropy');
    if (strength.from >= enough) return [];
    return strength.to < enough ? evidenceOf(credential, strength) : 'unknown';
  },
};

function evidenceOf({ name, host }: Credential, { to, values, parts }: IdStrength): Evidence[] {
  const told = { name: tellName(name), host: tellHost(host), bits: to, values };
  const most = text(
    'evidence_session_id_low_entropy',
    'The id {name} of {host} has {bits} bits of chance at the most. Different values ' +
      'seen: {values}.',
    told,
  );
  return [{ text: most }, ...parts.map((part) => ({ text: part.text }))];
}

function byStrength(credential: Credential): Severity {
  const to = strengthOf(credential)?.to ?? Infinity;
  return to <= TRIED_IN_DAYS ? 'high' : 'medium';
}
