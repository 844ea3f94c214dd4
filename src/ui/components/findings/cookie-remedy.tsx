import type { ReportCookieRemedy, ReportLinePart } from '../../../engine/report/report-remedy.js';
import { lineToSend } from '../../../engine/report/formats/set-cookie-line.js';
import { t } from '../../words/i18n.js';
import { ChangedText, RemedyNotes } from '../request/changed-text.js';
import { CopyButton } from '../copy-button.js';

/** A Set-Cookie line in which what differs from the other one is marked. */
function Line({ name, parts }: { name: string; parts: readonly ReportLinePart[] }) {
  return (
    <div class="cookie-line">
      <span class="faint">{name}</span>
      <code>
        Set-Cookie:{' '}
        {parts.map(({ text, change }, at) => (
          <span key={at}>
            {at > 0 && '; '}
            <ChangedText text={text} change={change} />
          </span>
        ))}
      </code>
    </div>
  );
}

/** The line that was sent for a cookie, the one to send, and where the framework sets it. */
export function CookieRemedy({ remedy }: { remedy: ReportCookieRemedy }) {
  const { sent, better, notes, settings } = remedy;
  return (
    <div class="remedy">
      {sent.length > 0 && <Line name={t('ui_lineSent')} parts={sent} />}
      <Line name={t('ui_lineBetter')} parts={better} />
      <RemedyNotes notes={notes} />
      {settings && (
        <>
          <p class="faint">{t('ui_frameworkSettings', settings.framework)}</p>
          <pre class="code">{settings.lines.join('\n')}</pre>
          <p>
            <a href={settings.docs} target="_blank" rel="noreferrer">
              {settings.docs}
            </a>
          </p>
        </>
      )}
      <CopyButton name={t('ui_copyLine')} text={lineToSend(remedy)} labelled />
    </div>
  );
}
