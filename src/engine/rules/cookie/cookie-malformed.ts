import { hasLived } from '../../credentials/lived-attributes.js';
import type { Credential } from '../../model.js';
import { logsIn } from '../../role-table.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import type { CredentialRule } from '../rule.js';
import { diagnosed, withoutLine, writtenValue } from './lived-cookie.js';

/** What browsers correct or ignore in a line, and no other rule speaks of. */
const MALFORMED = new Set([
  'attribute-twice',
  'attribute-unknown',
  'domain-empty',
  'domain-not-ascii',
  'flag-value',
  'max-age-plus',
  'nameless',
  'nameless-equals',
  'path-invalid',
]);
/** Of these the cookie is another one than its server believes. */
const ELSEWHERE = new Set(['nameless', 'nameless-equals', 'domain-not-ascii']);
const OFF = /^(?:false|0|no|off)$/i;

export const cookieMalformed: CredentialRule = {
  id: 'cookie-malformed',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: (credential) =>
    logsIn(credential) && (isElsewhere(credential) || meansOff(credential)) ? 'low' : 'info',
  grading:
    'Low for a cookie that logs the user in and that is not what its line seems to say; else info.',
  title: 'Browsers correct or ignore a part of the line that sets a cookie',
  why:
    'The line does not say what somebody meant: an attribute that does not exist, one that ' +
    'stands there twice, a flag with a value (Secure=false turns Secure on), a cookie without a ' +
    'name. Browsers make something of it without a word, and other programs that read the line ' +
    'make something else.',
  fix:
    'Write each attribute once, flags without a value, and nothing else:\n\n' +
    '    Set-Cookie: <name>=<value>; Path=/; Secure; HttpOnly; SameSite=Lax\n\n' +
    'Attributes that stand there twice often come from a proxy that adds what the application ' +
    'already says; a semicolon inside a value ends it, and has to be encoded.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'What browsers ignored so far may begin to count, and a flag that was on against its value ' +
    'goes if it is left out. Compare with the cookie as the browser has it.',
  references: ['RFC 6265bis §4.1.1', 'RFC 6265bis §5.6'],
  line: (draft) => draft,
  check(credential) {
    const { cookie } = credential;
    if (!hasLived(credential)) return 'does-not-apply';
    if (!cookie?.setBy) return withoutLine(credential);
    return diagnosed(credential, MALFORMED).map((one) => ({
      text: one.text,
      exchange: cookie.setBy,
    }));
  },
};

function isElsewhere(credential: Credential): boolean {
  // An empty Path asks for the default one, and often gets what was meant.
  const path = writtenValue(credential, 'path') ?? '';
  const isOnOtherPath = path !== '' && !path.startsWith('/');
  return isOnOtherPath || diagnosed(credential, ELSEWHERE).length > 0;
}

/** A flag that its server believes to be off. */
function meansOff({ cookie }: Credential): boolean {
  return (cookie?.written ?? []).some(
    ([name, value]) => /^(?:secure|httponly|partitioned)$/i.test(name) && OFF.test(value ?? ''),
  );
}
