import type { ComponentChildren } from 'preact';
import type { ReportProof } from '../../../engine/report/report-proof.js';
import { formatNumber, t } from '../../words/i18n.js';

type Answer = ReportProof['answers'][number];

/** The answer to nobody and the answer to what was logged out with, side by side. */
export function ProofSides({ proof: { answers } }: { proof: ReportProof }) {
  const nobody = answers.find(({ step }) => step === 'nothing');
  const putBack = answers.find(({ step }) => step === 'put-back');
  if (!nobody || !putBack) return null;
  return (
    <table class="proof-sides">
      <thead>
        <tr>
          <th scope="col">{t('ui_proofSides')}</th>
          <th scope="col">{t('ui_proofNobody')}</th>
          <th scope="col">{t('ui_proofPutBack')}</th>
        </tr>
      </thead>
      <tbody>
        <Line name={t('ui_columnStatus')} of={outcomeOf} sides={[nobody, putBack]} />
        <Line name={t('ui_proofType')} of={typeOf} sides={[nobody, putBack]} />
        <Line name={t('ui_proofLength')} of={lengthOf} sides={[nobody, putBack]} />
        {nobody.differs && (
          <tr>
            <th scope="row">{t('ui_proofDiffers')}</th>
            <td>
              <code>{nobody.differs.after}</code>
            </td>
            <td>
              <code>{nobody.differs.before}</code>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface LineProps {
  name: string;
  of: (answer: Answer) => ComponentChildren;
  sides: readonly [Answer, Answer];
}

function Line({ name, of, sides }: LineProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{of(sides[0])}</td>
      <td>{of(sides[1])}</td>
    </tr>
  );
}

const outcomeOf = ({ status, location }: Answer) =>
  location === null ? status : `${status} → ${location}`;
const typeOf = ({ contentType }: Answer) => contentType;
const lengthOf = ({ length }: Answer) => formatNumber(length);
