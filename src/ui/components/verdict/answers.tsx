import type { ReportAnswer } from '../../../engine/report/report-site.js';
import { label, t } from '../../words/i18n.js';
import { requestName } from '../../format/request-name.js';
import { useStore } from '../../store/store-context.js';
import { MomentTime } from '../recording/moment-time.js';
import { lossDetails } from '../recording/session-lost.js';

const QUESTIONS = {
  login: 'ui_answerLogin',
  logout: 'ui_answerLogout',
  ended: 'ui_answerEnded',
} as const;

const SIGNS = { good: '✓', bad: '✗', unknown: '?' } as const;

/**
 * What the visit showed of login, logout and end, the latest first, each with where it can be seen.
 */
export function Answers({ answers }: { answers: readonly ReportAnswer[] }) {
  if (answers.length === 0) return null;
  const latestFirst = answers.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section aria-label={t('ui_answers')}>
      <h3>{t('ui_answers')}</h3>
      <dl class="answers">
        {latestFirst.map((answer) => (
          <AnswerRow key={answer.question} answer={answer} />
        ))}
      </dl>
    </section>
  );
}

function AnswerRow({ answer }: RowProps) {
  const { nav } = useStore();
  const { question, outcome, text, at, exchange } = answer;
  const word = label('answer', outcome);
  return (
    <div class={`answer ${outcome}`}>
      <dt>{t(QUESTIONS[question])}</dt>
      <dd>
        <span class="outcome" role="img" aria-label={word} title={word}>
          {SIGNS[outcome]}
        </span>{' '}
        {text} <Loss answer={answer} /> <MomentTime class="faint" at={Date.parse(at)} />{' '}
        {exchange && (
          <button type="button" class="link" onClick={() => nav.openRequest(exchange.id)}>
            {t('ui_answerSeenIn', requestName(exchange))}
          </button>
        )}
      </dd>
    </div>
  );
}

/** What more a lost session shows. */
function Loss({ answer: { question, exchange } }: RowProps) {
  const { moments } = useStore().story.value;
  if (question !== 'ended' || !exchange) return null;
  const lost = moments.find(
    (one) => one.type === 'session-lost' && one.exchange?.id === exchange.id,
  );
  return lost ? <>{lossDetails(lost).join(' ')}</> : null;
}

interface RowProps {
  answer: ReportAnswer;
}
