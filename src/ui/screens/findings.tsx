import type { Report } from '../../engine/report/report.js';
import type { ReportAbout, ReportFinding } from '../../engine/report/report-finding.js';
import { EmptyScreen } from '../components/verdict/site-state.js';
import { GroupedBy } from '../components/grouped-by.js';
import { FilterBox } from '../components/filter-box.js';
import { Legend } from '../components/legend.js';
import { FindingsOfSites, SubjectsOfSites } from '../components/findings/of-sites.js';
import { SeverityToggles } from '../components/findings/severity-toggles.js';
import { CheckCounts, Checked, NotSeen, Strengths } from '../components/verdict/site-checks.js';
import { groupFindings, isStanding, selectFindings, subjectName } from '../lists/group-findings.js';
import { groupBySubject } from '../lists/group-by-subject.js';
import { t, tn } from '../words/i18n.js';
import { NothingLeft } from '../span/nothing-in-span.js';
import { useStore } from '../store/store-context.js';

interface OfReport {
  report: Report;
}

/** Rules that threw: what they would have found is missing. */
function Failures({ report: { ruleFailures } }: OfReport) {
  if (ruleFailures.length === 0) return null;
  const ids = new Set(ruleFailures.map(({ ruleId }) => ruleId));
  return (
    <div class="notice" role="status">
      {t('ui_ruleFailures', [...ids].join(', '))}
    </div>
  );
}

/** What the user chose to leave out, with the way to change it. */
function LeftOut({ findings, rulesOff }: Pick<Report, 'findings' | 'rulesOff'>) {
  const store = useStore();
  const accepted = findings.filter((one) => !isStanding(one)).length;
  const said = [
    ...(accepted > 0 ? [tn('ui_acceptedCount', accepted)] : []),
    ...(rulesOff.length > 0 ? [tn('ui_rulesOffCount', rulesOff.length)] : []),
  ];
  if (said.length === 0) return null;
  return (
    <p class="note left-out">
      {said.join(' · ')}{' '}
      <button type="button" class="link" onClick={() => store.nav.show('settings')}>
        {t('ui_settings')}
      </button>
    </p>
  );
}

/** What passes at the site in front, what could not be judged, and what was left out. */
function Passed({ report }: OfReport) {
  const site = useStore().front.verdict.value;
  return (
    <footer class="passed">
      <LeftOut {...report} />
      {site && (
        <>
          <CheckCounts site={site.site} checks={site.checks} />
          <Checked checked={site.checked} />
          <NotSeen unknown={site.unknown} />
          <Strengths strengths={site.strengths} />
        </>
      )}
    </footer>
  );
}

interface GroupedProps extends Pick<Report, 'sites'> {
  shown: readonly ReportFinding[];
}

function Grouped({ shown, sites }: GroupedProps) {
  const { findingsBy, front } = useStore();
  return findingsBy.value === 'rule' ? (
    <FindingsOfSites sites={groupFindings(shown, sites, front.name.value)} />
  ) : (
    <SubjectsOfSites sites={groupBySubject(shown, sites, front.name.value)} />
  );
}

/**
 * Everything that is wrong, by site and rule, in the order in which to read it; and what is not.
 */
export function Findings() {
  const report = useStore().report.value;
  if (!report) return null;
  return report.findings.length === 0 ? <NoFindings report={report} /> : <List report={report} />;
}

function NoFindings({ report }: OfReport) {
  return (
    <div class="screen-column">
      <Failures report={report} />
      <EmptyScreen title={t('ui_findingsEmpty')} hint={t('ui_findingsEmptyHint')} />
      <Passed report={report} />
    </div>
  );
}

function List({ report }: OfReport) {
  const store = useStore();
  const nameOf = (about: ReportAbout) => subjectName(about, store.credentials.value);
  const severities = store.nav.findingSeverities.value;
  const within = report.findings.filter(store.inSpan.holds);
  const shown = selectFindings(within, store.nav.findingFilter.value, severities, nameOf);
  return (
    <div class="screen-column">
      <div class="bar">
        <FilterBox
          text={store.nav.findingFilter}
          name={t('ui_filterFindings')}
          placeholder={t('ui_filterFindings')}
        />
        <Legend />
        <SeverityToggles findings={within.filter(isStanding)} />
        <GroupedBy />
      </div>
      <Failures report={report} />
      <div class="findings scroll">
        {shown.length === 0 && (
          <NothingLeft within={within.length} clear={() => store.nav.clearFindings()} />
        )}
        <Grouped shown={shown} sites={report.sites} />
        {shown.length > 0 && <Passed report={report} />}
      </div>
    </div>
  );
}
