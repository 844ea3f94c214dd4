import type { Credential, Severity, Sighting } from '../../model.js';
import { text } from '../../text.js';
import { tellHost, tellWord } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { inClearText, toLocal } from '../sent.js';

/** Schemes that prove a password by a hash of it: whoever has the hash can guess at leisure. */
const PROOFS: ReadonlyMap<string, string> = new Map([
  ['digest', 'Digest'],
  ['ntlm', 'NTLM'],
]);

export const digestOverHttp: CredentialRule = {
  id: 'digest-over-http',
  subject: 'credential',
  applies: { roles: ['basic'], carriers: ['header'] },
  severity: byTarget,
  grading: 'Medium; info where it went to localhost only.',
  title: 'The proof of a password is sent over plain http',
  why:
    'Digest and NTLM hide the password, and nothing else. Whoever is on the way has all that it ' +
    'takes to try passwords on the proof as fast as a machine can, reads and changes what is ' +
    'asked and answered, and can ask for Basic in their place, so that the browser sends the ' +
    'password itself.',
  fix:
    'Serve it over https, and redirect plain http to it before anything is asked for:\n\n' +
    '    server {\n      listen 80;\n      server_name camera.example.com;\n' +
    '      return 301 https://camera.example.com/;\n    }\n\n' +
    'Devices that have no https stand in a network of their own, or behind a proxy that has it. ' +
    'Until then only a long random password cannot be guessed.',
  breaks:
    'Programs with the http address built in, such as recorders that fetch pictures from a ' +
    'camera. A device with a certificate of its own making is refused until that is known to ' +
    'whoever visits it.',
  references: ['CWE-319', 'CWE-522', 'OWASP ASVS 5.0 V12.2.1', 'OWASP WSTG-ATHN-01'],
  check(credential) {
    const scheme = PROOFS.get(credential.scheme ?? '');
    if (scheme === undefined) return 'does-not-apply';
    return readable(credential).map(({ origin, lastExchange }): Evidence => ({
      text: text('evidence_digest_over_http', 'A proof by {scheme} was sent to {origin}.', {
        scheme: tellWord(scheme),
        origin: tellHost(origin),
      }),
      exchange: lastExchange,
    }));
  },
};

function readable({ sightings }: Credential): Sighting[] {
  return sightings.filter((one) => one.direction === 'sent' && inClearText(one));
}

function byTarget(credential: Credential): Severity {
  return readable(credential).every(toLocal) ? 'info' : 'medium';
}
