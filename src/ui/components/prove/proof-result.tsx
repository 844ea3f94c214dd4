import type { ReportProof } from '../../../engine/report/report-proof.js';
import type { ReportOutcome } from '../../store/finished-proof.js';
import { t, tn } from '../../words/i18n.js';
import { CredentialLink } from '../credential/credential-link.js';
import { MomentTime } from '../recording/moment-time.js';
import { RequestLink } from '../request/request-link.js';
import { ProofAnswers } from './proof-answers.js';
import { ProofSides } from './proof-sides.js';
import { VerdictChip } from './verdict-chip.js';

/** What came of a proof: in a sentence, for each credential, and by which answers. */
export function ProofResult({ proof }: { proof: ReportProof }) {
  const { sentence, outcomes, request, sent, at, question } = proof;
  return (
    <div class="proof">
      <p class="proof-sentence">
        <strong>{sentence}</strong>{' '}
        <span class="faint">
          {t('ui_provedBy', tn('ui_requestCount', sent))} <MomentTime at={Date.parse(at)} />
        </span>{' '}
        <RequestLink exchange={request} />
      </p>
      <Outcomes outcomes={outcomes} />
      {question === 'survives-logout' && <ProofSides proof={proof} />}
      <ProofAnswers proof={proof} />
    </div>
  );
}

/** What logs in first, each with why; what is not needed, in one line. */
function Outcomes({ outcomes }: { outcomes: readonly ReportOutcome[] }) {
  if (outcomes.length === 0) return null;
  const isNeedless = ({ verdict }: ReportOutcome) => verdict === 'not-needed';
  const needless = outcomes.filter(isNeedless);
  const told = outcomes.filter((one) => !isNeedless(one) && one.verdict !== 'cannot-tell');
  const untold = outcomes.filter(({ verdict }) => verdict === 'cannot-tell');
  const notNeeded = <span class="faint">{t('ui_provedNotNeeded')}</span>;
  return (
    <ul class="proof-outcomes">
      {[...told, ...untold].map(({ credentialId, verdict, why }) => (
        <li key={credentialId}>
          <VerdictChip verdict={verdict} /> <CredentialLink id={credentialId} />{' '}
          <span class="faint">{why}</span>
        </li>
      ))}
      {needless.length > 0 && (
        <li>
          <VerdictChip verdict="not-needed" /> {notNeeded}{' '}
          {needless.map(({ credentialId }) => (
            <span class="some" key={credentialId}>
              <CredentialLink id={credentialId} />
            </span>
          ))}
        </li>
      )}
    </ul>
  );
}
