import type { ReportProof } from '../../../engine/report/report.js';
import { t, tn } from '../../i18n.js';
import { CredentialLink } from '../credential-link.js';
import { MomentTime } from '../moment-time.js';
import { RequestLink } from '../request-link.js';
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
      {outcomes.length > 0 && (
        <ul class="proof-outcomes">
          {outcomes.map((outcome) => (
            <li key={outcome.credentialId}>
              <VerdictChip verdict={outcome.verdict} /> <CredentialLink id={outcome.credentialId} />{' '}
              <span class="faint">{outcome.why}</span>
            </li>
          ))}
        </ul>
      )}
      {question === 'survives-logout' && <ProofSides proof={proof} />}
      <ProofAnswers proof={proof} />
    </div>
  );
}
