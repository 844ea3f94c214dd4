import type { SubjectFindings } from '../../lists/group-by-subject.js';
import { subjectName } from '../../lists/group-findings.js';
import { formatNumber, t, tn } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { CookieRemedy } from './cookie-remedy.js';
import { FindingCard } from './finding-card.js';
import { FindingSubject } from './finding-subject.js';
import { Found } from './found.js';
import { LifetimeRemedy } from './lifetime-remedy.js';
import { RoleChip } from '../credential/role-chip.js';
import { SeverityBadge } from './severity-badge.js';

/** All that was found about one thing, with the one line that mends it. */
export function SubjectGroupCard({ subject }: { subject: SubjectFindings }) {
  const { about, findings, severity, standing } = subject;
  const { credentials } = useStore();
  const credential = credentials.value.get(about.credentialId ?? '');
  const accepted = findings.length - standing;
  return (
    <details class={`finding group${standing === 0 ? ' is-accepted' : ''}`}>
      <summary>
        <SeverityBadge severity={severity} />
        {credential && <RoleChip role={credential.role} />}
        <span class="title mono">
          <Found text={subjectName(about, credentials.value)} />
        </span>
        {standing > 0 && <span class="count">{formatNumber(standing)}</span>}
        {accepted > 0 && <span class="chip chip-quiet">{tn('ui_acceptedCount', accepted)}</span>}
        <span class="in-short">{[...new Set(findings.map(({ title }) => title))].join(' · ')}</span>
      </summary>
      <div class="finding-body">
        <p class="subject">
          {t('ui_affected')}: <FindingSubject about={about} />
        </p>
        {credential?.remedy && <CookieRemedy remedy={credential.remedy} />}
        {credential?.lifetimeAdvice && <LifetimeRemedy advice={credential.lifetimeAdvice} />}
        {findings.map((finding, at) => (
          <FindingCard key={`${finding.key} ${at}`} finding={finding} />
        ))}
      </div>
    </details>
  );
}
