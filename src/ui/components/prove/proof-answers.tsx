import type { ReportProof } from '../../../engine/report/report.js';
import { formatNumber, label, t } from '../../i18n.js';
import { useStore } from '../../store-context.js';

type Probe = ReportProof['probes'][number];

/** Every request of a proof: what was withheld, and what came back. */
export function ProofAnswers({ proof: { probes } }: { proof: ReportProof }) {
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
          {probes.map((probe, at) => (
            <Row key={at} probe={probe} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ probe: { step, withheld, answer } }: { probe: Probe }) {
  const { credentials } = useStore();
  const names = [
    ...new Set(withheld.flatMap((id) => credentials.value.get(id)?.name ?? [])),
  ].join(', ');
  const { status, location, length, kind, differs } = answer;
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
        {location !== undefined && <span class="mono"> → {location}</span>}
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
