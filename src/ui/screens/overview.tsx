import type { SiteVerdict } from '../../engine/report/report.js';
import { EmptyState } from '../components/empty-state.js';
import { GradeBadge } from '../components/grade-badge.js';
import { GradeSteps } from '../components/grade-steps.js';
import { SessionLost } from '../components/session-lost.js';
import { NotSeen, Strengths } from '../components/site-checks.js';
import { SeverityBadge, SeverityDot } from '../components/severity-badge.js';
import { subjectName, worstFindings } from '../group-findings.js';
import { label, t, tn } from '../i18n.js';
import { FlowPicture } from '../picture/flow-picture.js';
import { countSeverities } from '../severity.js';
import { useStore } from '../store-context.js';
import { BeforeAndAfter } from './before-and-after.js';
import { ComparisonTable } from './comparison-table.js';
import { LoginFlows } from './login-flows.js';

const WORST = 5;

/** What the site in front does, how well, and what to look at first; any other can be put there. */
export function Overview() {
  const store = useStore();
  const report = store.report.value;
  if (!report) return null;
  const front = store.site.value;
  if (!front) {
    return (
      <EmptyState title={t('ui_overviewEmpty')}>
        <p>{t('ui_overviewEmptyHint')}</p>
        <p>{t('ui_overviewEmptyPromise')}</p>
      </EmptyState>
    );
  }
  return (
    <div class="overview scroll">
      <MainSite verdict={front} />
      <SessionLost />
      <BeforeAndAfter />
      <SeverityCounts />
      <WorstFindings />
      <Strengths strengths={front.strengths} />
      {front.comparison.length > 0 && <ComparisonTable rows={front.comparison} />}
      <Drawn />
      {report.sites.length > 1 && (
        <OtherSites verdicts={report.sites.filter((each) => each !== front)} />
      )}
    </div>
  );
}

/** What is large and changes seldom. The store hands out the same objects until they change. */
function Drawn() {
  const { picture, flows } = useStore();
  return (
    <>
      {picture.value && <FlowPicture picture={picture.value} />}
      {flows.value.length > 0 && <LoginFlows flows={flows.value} />}
    </>
  );
}

function VerdictFacts({ verdict }: { verdict: SiteVerdict }) {
  const percent = Math.round(verdict.confidence * 100);
  return (
    <p class="verdict-facts">
      <span class="chip">{label('mechanism', verdict.mechanism)}</span>
      <span>{t('ui_confidence', percent)}</span>
    </p>
  );
}

function MainSite({ verdict }: { verdict: SiteVerdict }) {
  return (
    <section class="verdict" aria-label={verdict.site}>
      <GradeBadge grade={verdict.grade} score={verdict.score} />
      <div>
        <h2 class="site">{verdict.site}</h2>
        <p class="sentence">{verdict.sentence}</p>
        <VerdictFacts verdict={verdict} />
        <NotSeen unknown={verdict.unknown} />
        <GradeSteps verdict={verdict} />
        {verdict.evidence.length > 0 && (
          <ul class="reasons" aria-label={t('ui_reasons')}>
            {verdict.evidence.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function SeverityCounts() {
  const store = useStore();
  const findings = store.standing.value;
  return (
    <ul class="severity-counts" aria-label={t('ui_countsBySeverity')}>
      {countSeverities(findings).map(([severity, count]) => (
        <li key={severity} class={count === 0 ? 'none' : ''}>
          <button
            type="button"
            onClick={() => {
              store.openFindings(count === 0 ? null : severity);
            }}
          >
            <SeverityDot severity={severity} />
            <strong>{count}</strong> {label('severity', severity)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function WorstFindings() {
  const store = useStore();
  const worst = worstFindings(store.standing.value, WORST);
  if (worst.length === 0) return <p class="all-clear">{t('ui_noFindings')}</p>;
  return (
    <section aria-label={t('ui_worstFindings')}>
      <h3>{t('ui_worstFindings')}</h3>
      <ul class="worst">
        {worst.map((finding) => (
          <li key={finding.ruleId}>
            <button type="button" onClick={() => store.openRule(finding.ruleId)}>
              <SeverityBadge severity={finding.severity} />
              <span class="title">{finding.title}</span>
              <span class="mono faint">{subjectName(finding.about, store.credentials.value)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherSites({ verdicts }: { verdicts: readonly SiteVerdict[] }) {
  const store = useStore();
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
                onClick={() => store.showSite(verdict.site)}
              >
                <strong>{verdict.site}</strong>
              </button>
              <p>{verdict.sentence}</p>
              <VerdictFacts verdict={verdict} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
