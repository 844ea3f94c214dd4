import type { ReportEntropy } from '../../../engine/report/report-credential.js';
import { formatNumber, t, tn } from '../../words/i18n.js';

/**
 * How hard a credential is to guess: the estimate, how sure it is, and what was found in the value.
 */
export function EntropyFact({ entropy }: { entropy: ReportEntropy }) {
  const { bits, low, high, values, parts } = entropy;
  return (
    <>
      <strong>{t('ui_entropyBits', formatNumber(bits))}</strong>{' '}
      <span class="faint">
        {low < high && t('ui_entropyRange', formatNumber(low), formatNumber(high))}{' '}
        {tn('ui_entropyValues', values)}
      </span>
      {parts.length > 0 && (
        <ul class="evidence" aria-label={t('ui_entropyParts')}>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
    </>
  );
}
