import type {
  ReportCredential,
  ReportSignature,
} from '../../../engine/report/report-credential.js';
import { formatNumber, t } from '../../words/i18n.js';
import { KeyCheck } from './key-check.js';
import { Section } from '../section.js';
import { WordListTrial } from './word-list-trial.js';

/** What is known of a signature: what was tried on it, and what a person can try. */
export function SignatureSection({ credential }: { credential: ReportCredential }) {
  const { id, signature, jwt, fingerprint } = credential;
  if (!signature) return null;
  const kid = jwt?.header['kid'];
  return (
    <Section title={t('ui_sectionSignature')} fold="signature">
      <p class={signature.fits === null ? 'note' : 'weak-secret'}>{whatIsKnown(signature)}</p>
      {/* Another value is another question. */}
      {signature.secret && <WordListTrial key={`words ${fingerprint}`} id={id} />}
      <KeyCheck
        key={`key ${fingerprint}`}
        id={id}
        scheme={signature.scheme}
        kid={typeof kid === 'string' ? kid : null}
      />
    </Section>
  );
}

function whatIsKnown({ scheme, secret, tried, fits }: ReportSignature): string {
  if (!secret) return t('ui_signatureByKey', scheme);
  if (fits === 'built-in') return t('ui_signatureKnown', scheme);
  if (fits === 'file') return t('ui_signatureOfFile', scheme);
  if (tried === 0) return t('ui_signatureUntried', scheme);
  return t('ui_signatureNoneFits', scheme, formatNumber(tried));
}
