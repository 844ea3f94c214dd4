import { useEffect, useRef } from 'preact/hooks';
import type { ReportFinding } from '../../../engine/report/report-finding.js';
import { type FindingGroup, firstStep, subjectName } from '../../lists/group-findings.js';
import { formatNumber, t, tn } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { EvidenceList, FindingActions, FindingAdvice } from './finding-card.js';
import { FindingRemedy } from './finding-remedy.js';
import { FindingSubject } from './finding-subject.js';
import { Found } from './found.js';
import { SeverityBadge } from './severity-badge.js';

/** So many things are shown at once; the others are opened. */
const AT_ONCE = 5;
/** So many are named in a summary. */
const NAMED = 3;

interface MemberProps {
  finding: ReportFinding;
  group: FindingGroup;
  /** That whose advice is shown for the whole group. */
  shared: ReportFinding;
}

/** One thing that a rule complains of. Its own advice only where it differs from the group's. */
function Member({ finding, group, shared }: MemberProps) {
  const differs = finding.fix !== shared.fix || finding.why !== shared.why;
  const isMilder = finding.severity !== group.severity;
  return (
    <li class={finding.suppressed === null ? '' : 'is-accepted'}>
      {isMilder && <SeverityBadge severity={finding.severity} />}{' '}
      <FindingSubject about={finding.about} />
      <EvidenceList {...finding} />
      <FindingRemedy finding={finding} folded={group.standing.length > 1} />
      <FindingActions finding={finding} />
      {differs && <FindingAdvice {...finding} />}
    </li>
  );
}

/** Two requests may share a key that is stable across runs. */
function subjectKey({ key, about }: ReportFinding): string {
  return [key, about.credentialId, about.exchange?.id, about.flowId].join(' ');
}

interface MembersProps extends Omit<MemberProps, 'finding'> {
  findings: readonly ReportFinding[];
}

function MemberList({ findings, ...others }: MembersProps) {
  return (
    <ul class="members">
      {findings.map((finding) => (
        <Member key={subjectKey(finding)} finding={finding} {...others} />
      ))}
    </ul>
  );
}

function Folded({ summary, findings, ...others }: MembersProps & { summary: string }) {
  if (findings.length === 0) return null;
  return (
    <details class="fold">
      <summary>{summary}</summary>
      <MemberList findings={findings} {...others} />
    </details>
  );
}

/** What to do first, and with which things: what a closed group says. */
function InShort({ group, shared }: Omit<MemberProps, 'finding'>) {
  const { credentials, flows } = useStore();
  const issuers = new Map(flows.value.map(({ id, issuer }) => [id, issuer]));
  const named = group.standing.map(
    ({ about }) => issuers.get(about.flowId ?? '') ?? subjectName(about, credentials.value),
  );
  // The site itself is named above.
  const names = [...new Set(named)].filter((name) => name !== group.site);
  const more = names.length - NAMED;
  return (
    <span class="in-short">
      <Found text={firstStep(shared.fix)} />{' '}
      <span class="mono faint">
        <Found text={names.slice(0, NAMED).join(', ')} />
      </span>
      {more > 0 && <span class="faint"> {t('ui_andMore', formatNumber(more))}</span>}
    </span>
  );
}

/** Leaves a rule out from now on; it is taken back in the settings. */
function SwitchOff({ ruleId }: Pick<FindingGroup, 'ruleId'>) {
  const { choices, options } = useStore();
  if (options.isLocked('disabledRules')) return null;
  return (
    <p class="switch-off">
      <button type="button" class="link" onClick={() => void choices.switchRule(ruleId, false)}>
        {t('ui_ruleSwitchOff')}
      </button>{' '}
      <span class="mono faint">{ruleId}</span>
    </p>
  );
}

/** Room for the site's name, which stays above its groups. */
const HEADING = 32;

/** Scrolls the list alone: `scrollIntoView` would move the whole panel as well. */
function scrollTo(group: HTMLElement): void {
  const list = group.closest('.scroll');
  if (!list) return;
  const { top } = group.getBoundingClientRect();
  list.scrollTop += top - list.getBoundingClientRect().top - HEADING;
}

/** Opens the group that somebody came for, and gives it the focus. */
function useJump(jumpedTo: boolean) {
  const { ruleId } = useStore().nav;
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!jumpedTo || !element.current) return;
    element.current.open = true;
    scrollTo(element.current);
    element.current.querySelector('summary')?.focus({ preventScroll: true });
    ruleId.value = null;
  }, [jumpedTo]);
  return element;
}

interface Props {
  group: FindingGroup;
  /** True: somebody came for this group. It is opened, and gets the focus. */
  jumpedTo: boolean;
}

/**
 * What a rule found at a site: what to do first, each thing with its own remedy, the advice once.
 */
export function FindingGroupCard({ group, jumpedTo }: Props) {
  const element = useJump(jumpedTo);
  const { standing, accepted } = group;
  const [shared] = [...standing, ...accepted];
  if (!shared) return null;
  const whole = { group, shared };
  const rest = standing.slice(AT_ONCE);
  return (
    <details ref={element} class={`finding group${standing.length === 0 ? ' is-accepted' : ''}`}>
      <summary>
        <SeverityBadge severity={group.severity} />
        <span class="title">
          <Found text={group.title} />
        </span>
        {standing.length > 0 && <span class="count">{formatNumber(standing.length)}</span>}
        {accepted.length > 0 && (
          <span class="chip chip-quiet">{tn('ui_acceptedCount', accepted.length)}</span>
        )}
        <span class="mono faint rule-id">
          <Found text={group.ruleId} />
        </span>
        {standing.length > 0 && <InShort {...whole} />}
      </summary>
      <div class="finding-body">
        {standing.length > 0 && <h4>{t('ui_affected')}</h4>}
        <MemberList findings={standing.slice(0, AT_ONCE)} {...whole} />
        <Folded summary={t('ui_andMore', formatNumber(rest.length))} findings={rest} {...whole} />
        <FindingAdvice {...shared} />
        <Folded summary={tn('ui_acceptedCount', accepted.length)} findings={accepted} {...whole} />
        <SwitchOff ruleId={group.ruleId} />
      </div>
    </details>
  );
}
