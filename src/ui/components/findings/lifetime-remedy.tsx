import type { ReportLifetimeAdvice } from '../../../engine/report/report-remedy.js';
import { formatDuration } from '../../format/duration.js';
import { language, t } from '../../words/i18n.js';

const long = (seconds: number): string => formatDuration(seconds, language(), 'long');

function betterWords({ idle, absolute }: ReportLifetimeAdvice['better']): string {
  if (idle === null || idle === absolute) return long(absolute);
  return t('ui_lifetimeBoth', long(idle), long(absolute));
}

/** How long a token lives, how long it should, and why. */
export function LifetimeRemedy({ advice }: { advice: ReportLifetimeAdvice }) {
  const { now, better, text } = advice;
  return (
    <div class="remedy">
      <p>
        {t('ui_factLifetime')}: <del>{now === null ? t('ui_lifetimeEndless') : long(now)}</del>
        {' → '}
        <ins>{betterWords(better)}</ins>
      </p>
      <p>{text}</p>
    </div>
  );
}
