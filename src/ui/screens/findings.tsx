import { useEffect, useRef } from 'preact/hooks';
import type { Severity } from '../../engine/model.js';
import type { ReportAbout, ReportFinding } from '../../engine/report/report.js';
import { AcceptFinding } from '../components/accept-finding.js';
import { CookieRemedy } from '../components/cookie-remedy.js';
import { EmptyState } from '../components/empty-state.js';
import { FilterBox } from '../components/filter-box.js';
import { EvidenceList, FindingAdvice } from '../components/finding-card.js';
import { FindingSubject } from '../components/finding-subject.js';
import { CheckCounts, Checked, NotSeen, Strengths } from '../components/site-checks.js';
import { SeverityBadge } from '../components/severity-badge.js';
import {
  type FindingGroup,
  groupFindings,
  selectFindings,
  subjectName,
} from '../group-findings.js';
import { formatNumber, label, t } from '../i18n.js';
import { countSeverities } from '../severity.js';
import { useStore } from '../store-context.js';

function SeverityToggles({ findings }: { findings: readonly ReportFinding[] }) {
  const chosen = useStore().findingSeverities;
  const toggle = (severity: Severity) => {
    const next = new Set(chosen.value);
    if (!next.delete(severity)) next.add(severity);
    chosen.value = next;
  };
  return (
    <div class="filter-words" role="group" aria-label={t('ui_filterSeverity')}>
      {countSeverities(findings)
        .filter(([, count]) => count > 0)
        .map(([severity, count]) => (
          <button
            key={severity}
            type="button"
            class="toggle"
            aria-pressed={chosen.value.has(severity)}
            onClick={() => toggle(severity)}
          >
            {label('severity', severity)} <span class="count">{formatNumber(count)}</span>
          </button>
        ))}
    </div>
  );
}

/** The line that mends the cookie that a finding is about, with all else that was found of it. */
function Remedy({ finding }: { finding: ReportFinding }) {
  const { credentials } = useStore();
  const remedy = credentials.value.get(finding.credentialId ?? '')?.remedy;
  if (!remedy || finding.suppressed !== null) return null;
  return <CookieRemedy remedy={remedy} />;
}

/** One thing that a rule complains of. Its own advice only where it differs from the group's. */
function Member({ finding, shared }: { finding: ReportFinding; shared: ReportFinding }) {
  const differs = finding.fix !== shared.fix || finding.why !== shared.why;
  return (
    <li class={finding.suppressed === null ? '' : 'is-accepted'}>
      <SeverityBadge severity={finding.severity} /> <FindingSubject about={finding.about} />
      <EvidenceList evidence={finding.evidence} />
      <Remedy finding={finding} />
      <AcceptFinding finding={finding} />
      {differs && <FindingAdvice {...finding} />}
    </li>
  );
}

/** Two requests may share a key that is stable across runs. */
function subjectKey({ key, about }: ReportFinding): string {
  return [key, about.credentialId, about.exchange?.id, about.flowId].join(' ');
}

function Group({ group }: { group: FindingGroup }) {
  const { ruleId } = useStore();
  const element = useRef<HTMLDetailsElement>(null);
  const jumpedTo = ruleId.value === group.ruleId;
  useEffect(() => {
    if (!jumpedTo || !element.current) return;
    element.current.open = true;
    element.current.scrollIntoView({ block: 'start' });
    element.current.querySelector('summary')?.focus();
    ruleId.value = null;
  }, [jumpedTo]);
  const [shared] = group.findings;
  if (!shared) return null;
  return (
    <details ref={element} class="finding group">
      <summary>
        <SeverityBadge severity={group.severity} />
        <span class="title">{group.title}</span>
        <span class="count">{formatNumber(group.findings.length)}</span>
        <span class="mono faint rule-id">{group.ruleId}</span>
      </summary>
      <div class="finding-body">
        <FindingAdvice {...shared} />
        <h4>{t('ui_affected')}</h4>
        <ul class="members">
          {group.findings.map((finding) => (
            <Member key={subjectKey(finding)} finding={finding} shared={shared} />
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Rules that threw: what they would have found is missing. */
function Failures({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <div class="notice" role="status">
      {t('ui_ruleFailures', [...new Set(ids)].join(', '))}
    </div>
  );
}

/** What passes at the site in front, and what could not be judged. */
function Passed() {
  const site = useStore().site.value;
  if (!site) return null;
  return (
    <footer class="passed">
      <CheckCounts site={site.site} checks={site.checks} />
      <Checked checked={site.checked} />
      <NotSeen unknown={site.unknown} />
      <Strengths strengths={site.strengths} />
    </footer>
  );
}

/** Everything that is wrong, by rule, the worst first; and what is not. */
export function Findings() {
  const store = useStore();
  const report = store.report.value;
  if (!report) return null;
  const { findings, ruleFailures } = report;
  const failed = ruleFailures.map(({ ruleId }) => ruleId);
  if (findings.length === 0) {
    return (
      <div class="screen-column">
        <Failures ids={failed} />
        <EmptyState title={t('ui_findingsEmpty')}>
          <p>{t('ui_findingsEmptyHint')}</p>
        </EmptyState>
        <Passed />
      </div>
    );
  }
  const nameOf = (about: ReportAbout) => subjectName(about, store.credentials.value);
  const severities = store.findingSeverities.value;
  const shown = selectFindings(findings, store.findingFilter.value, severities, nameOf);
  return (
    <div class="screen-column">
      <div class="bar">
        <FilterBox
          text={store.findingFilter}
          name={t('ui_filterFindings')}
          placeholder={t('ui_filterFindings')}
        />
        <SeverityToggles findings={findings} />
      </div>
      <Failures ids={failed} />
      <div class="findings scroll">
        {shown.length === 0 && <p class="note">{t('ui_nothingMatches')}</p>}
        {groupFindings(shown).map((group) => (
          <Group key={group.ruleId} group={group} />
        ))}
        {shown.length > 0 && <Passed />}
      </div>
    </div>
  );
}
