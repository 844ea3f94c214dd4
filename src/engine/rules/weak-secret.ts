import type { Known } from '../known.js';
import type { Credential, Severity } from '../model.js';
import { reaches } from '../severity.js';
import { text } from '../text.js';
import { tellName, tellWord } from '../values/telling/redact.js';
import type { Check } from './rule.js';
import { byForgery } from './by-forgery.js';

/** What came of the secrets that were tried on a credential. */
export function checkSecret(credential: Credential, known: Known): Check {
  const signed = known.signed(credential);
  if (!signed?.signature) return 'does-not-apply';
  const trials = known.trials(credential);
  if (trials.length === 0) return 'unknown';
  const fitting = trials.find(({ found }) => found !== null);
  if (!fitting?.found) return [];
  const values = {
    name: tellName(credential.name),
    scheme: tellWord(signed.scheme),
    length: fitting.found.length,
  };
  return [
    {
      text:
        fitting.list === 'built-in'
          ? text(
              'evidence_weak_secret_known',
              'The signature of {name} ({scheme}) was made with a secret that everybody can look ' +
                'up; it has {length} characters.',
              values,
            )
          : text(
              'evidence_weak_secret_file',
              'The signature of {name} ({scheme}) was made with a word of the list that you ' +
                'chose; it has {length} characters.',
              values,
            ),
    },
  ];
}

/** How bad it is that anybody can sign such a value: by what its holder may do with it. */
export function bySigner(credential: Credential): Severity {
  const severity = byForgery(credential);
  return credential.local && reaches(severity, 'medium') ? 'medium' : severity;
}

/** The same in words, for the documentation. */
export const SIGNER_GRADING =
  'Critical where the value logs somebody in or is an API key; high for an ID token; medium ' +
  'where its role is unclear or told by little but a name, and on localhost, where a secret of ' +
  'development is no secret; low for preferences, consent, tracking and load balancing.';
