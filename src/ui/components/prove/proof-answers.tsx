import type { ReportProof } from '../../../engine/report/report-proof.js';
import { formatNumber, label, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

type Answer = ReportProof['answers'][number];

/** Every request of a proof: what was withheld, and what came back. */
export function ProofAnswers({ proof: { answers } }: { proof: ReportProof }) {
  return (
    <details class="proof-answers">
      <summary>{t('ui_proofAnswers')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ui_proofAsked')}</th>
            <th scope="col">{t('ui_columnStatus')}</th>
            <th scope="col">{t('ui_proofLength')}</th>
            <th scope="col">{t('ui_proofTaken')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer, at) => (
            <Row key={at} answer={answer} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ answer }: { answer: Answer }) {
  const { credentials } = useStore();
  const { step, withheld, status, location, length, kind, differs } = answer;
  const known = withheld.flatMap((id) => credentials.value.get(id)?.name ?? []);
  const names = [...new Set(known)].join(', ');
  return (
    <tr>
      <th scope="row">
        {label('probe', step)}
        {names !== '' && step !== 'nothing' && (
          <span class="mono withheld">{t('ui_proofWithheld', names)}</span>
        )}
      </th>
      <td>
        {status}
        {location !== null && <span class="mono"> → {location}</span>}
      </td>
      <td class="number">{formatNumber(length)}</td>
      <td>
        {label('answerKind', kind)}
        {differs && (
          <span class="differs">
            <code>{differs.before}</code> → <code>{differs.after}</code>
          </span>
        )}
      </td>
    </tr>
  );
}
