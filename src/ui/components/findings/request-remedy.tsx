import type { ReportRequestRemedy } from '../../../engine/report/report-remedy.js';
import { t } from '../../words/i18n.js';
import { requestDiff, requestToSend } from '../../lists/request-diff.js';
import { ChangedText, RemedyNotes } from '../request/changed-text.js';
import { CopyButton } from '../copy-button.js';

/** The authorization request as it should be, parameter by parameter, beside what was sent. */
export function RequestRemedy({ remedy }: { remedy: ReportRequestRemedy }) {
  const { address, sent, notes } = remedy;
  return (
    <div class="remedy">
      <p class="faint">{t(sent.length > 0 ? 'ui_requestBetter' : 'ui_requestInstead')}</p>
      <div class="code request-diff">
        {address !== null && <code>{address}</code>}
        <ul>
          {requestDiff(remedy).map((part, at) => (
            <li key={at} class={`is-${part.change}`}>
              <code>
                <ChangedText {...part} />
              </code>
            </li>
          ))}
        </ul>
      </div>
      <RemedyNotes notes={notes} />
      <CopyButton name={t('ui_copyRequest')} text={requestToSend(remedy)} labelled />
    </div>
  );
}
