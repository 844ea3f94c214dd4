import type { SiteVerdict } from '../../engine/report/report-site.js';
import { Answers } from '../components/verdict/answers.js';
import { SeverityCounts, WorstFindings } from '../components/findings/finding-summary.js';
import { GradeBadge } from '../components/verdict/grade-badge.js';
import { GradeSteps } from '../components/verdict/grade-steps.js';
import { IdentifiesYou } from '../components/credential/identifies-you.js';
import { NotWhole } from '../components/notices.js';
import { Prove } from '../components/prove/prove.js';
import { SessionLost } from '../components/recording/session-lost.js';
import { NotSeen, Strengths } from '../components/verdict/site-checks.js';
import { NothingHere } from '../components/verdict/site-state.js';
import { label, t, tn } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';

const WORST = 5;

/** What the site in front does, how well, and what to look at first; any other can be put there. */
export function Overview() {
  const { front } = useStore();
  const verdict = front.verdict.value;
  const others = front.others.value;
  return (
    <div class="overview scroll">
      {verdict ? <Site verdict={verdict} /> : <NothingHere />}
      {!verdict && <NotWhole />}
      {others.length > 0 && <OtherSites verdicts={others} />}
    </div>
  );
}

function Site({ verdict }: { verdict: SiteVerdict }) {
  return (
    <>
      <MainSite verdict={verdict} />
      <Prove verdict={verdict} />
      <SessionLost answers={verdict.answers} />
      <Answers answers={verdict.answers} />
      <ToDoFirst />
      <Strengths strengths={verdict.strengths} />
    </>
  );
}

function MainSite({ verdict }: { verdict: SiteVerdict }) {
  return (
    <section class="verdict" aria-label={verdict.site}>
      <GradeBadge grade={verdict.grade} score={verdict.score} />
      <div>
        <h2 class="site">{verdict.site}</h2>
        <p class="sentence">{verdict.sentence}</p>
        <IdentifiesYou site={verdict.site} />
        <div class="verdict-facts">
          {verdict.mechanism !== 'none' && <Sureness verdict={verdict} />}
          <GradeSteps verdict={verdict} />
          <NotWhole />
        </div>
        {verdict.score === null && <NotSeen unknown={verdict.unknown} />}
      </div>
    </section>
  );
}

/** How sure the scheme is, and by what it was told. */
function Sureness({ verdict: { mechanism, confidence, evidence } }: { verdict: SiteVerdict }) {
  const said = t('ui_surenessOf', label('mechanism', mechanism), Math.round(confidence * 100));
  if (evidence.length === 0) return <span>{said}</span>;
  return (
    <details>
      <summary>{said}</summary>
      <ul class="evidence" aria-label={t('ui_reasons')}>
        {evidence.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}

function ToDoFirst() {
  const { nav } = useStore();
  return (
    <section aria-label={t('ui_worstFindings')}>
      <h3>{t('ui_worstFindings')}</h3>
      <SeverityCounts openSeverity={(severity) => nav.openFindings(severity)} />
      <WorstFindings limit={WORST} openRule={(ruleId) => nav.openRule(ruleId)} />
    </section>
  );
}

function OtherSites({ verdicts }: { verdicts: readonly SiteVerdict[] }) {
  const { nav } = useStore();
  return (
    <section aria-label={t('ui_otherSites')}>
      <h3>
        {t('ui_otherSites')} <span class="faint">{tn('ui_siteCount', verdicts.length)}</span>
      </h3>
      <ul class="other-sites">
        {verdicts.map((verdict) => (
          <li key={verdict.site}>
            <GradeBadge grade={verdict.grade} score={verdict.score} />
            <div>
              <button
                type="button"
                class="link"
                title={t('ui_showSite')}
                onClick={() => nav.openSite(verdict.site)}
              >
                <strong>{verdict.site}</strong>
              </button>
              <p>{verdict.sentence}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
