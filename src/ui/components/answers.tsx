import type { ReportAnswer } from '../../engine/report/report.js';
import { label, t } from '../i18n.js';
import { requestName } from '../request-name.js';
import { useStore } from '../store-context.js';
import { MomentTime } from './moment-time.js';

const QUESTIONS = {
  login: 'ui_answerLogin',
  logout: 'ui_answerLogout',
  ended: 'ui_answerEnded',
} as const;

/** What the visit showed of login, logout and end, each with where it can be seen. */
export function Answers({ answers }: { answers: readonly ReportAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <section aria-label={t('ui_answers')}>
      <h3>{t('ui_answers')}</h3>
      <dl class="answers">
        {answers.map((answer) => (
          <AnswerRow key={answer.question} answer={answer} />
        ))}
      </dl>
    </section>
  );
}

function AnswerRow({ answer: { question, outcome, text, at, exchange } }: RowProps) {
  const { nav } = useStore();
  return (
    <div class={`answer ${outcome}`}>
      <dt>{t(QUESTIONS[question])}</dt>
      <dd>
        <span class="chip outcome">{label('answer', outcome)}</span> {text}{' '}
        <MomentTime class="faint" at={Date.parse(at)} />{' '}
        {exchange && (
          <button type="button" class="link" onClick={() => nav.openRequest(exchange.id)}>
            {t('ui_answerSeenIn', requestName(exchange))}
          </button>
        )}
      </dd>
    </div>
  );
}

interface RowProps {
  answer: ReportAnswer;
}
