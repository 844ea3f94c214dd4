import type { ReportFinding } from '../../../engine/report/report-finding.js';
import { t } from '../../words/i18n.js';
import { ruleAddress } from '../../navigation/rule-address.js';
import { AcceptFinding } from './accept-finding.js';
import { findingMenu } from '../../copy/finding-menu.js';
import { useStore } from '../../store/store-context.js';
import { CopyMenuButton } from '../copy-menu-button.js';
import { CopyButton } from '../copy-button.js';
import { References } from './references.js';
import { RequestLink } from '../request/request-link.js';
import { RichText } from '../rich-text.js';
import { SeverityBadge } from './severity-badge.js';

/** What speaks for a finding, each piece with the request it was seen in. */
export function EvidenceList({ evidence, about }: Pick<ReportFinding, 'evidence' | 'about'>) {
  return (
    <ul class="evidence">
      {evidence.map(({ text, exchange }, at) => (
        <li key={at}>
          {text}{' '}
          {exchange && (
            <RequestLink
              exchange={exchange}
              mark={{ credentialId: about.credentialId, side: null, said: text }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What can be done about one finding: accept it, or hand it on. */
export function FindingActions({ finding }: { finding: ReportFinding }) {
  const store = useStore();
  return (
    <div class="finding-actions">
      <AcceptFinding finding={finding} />
      <CopyMenuButton plain groups={() => findingMenu(store, finding)} />
    </div>
  );
}

type Advice = Pick<ReportFinding, 'ruleId' | 'why' | 'fix' | 'breaks' | 'references'>;

/**
 * Why it matters, what to change, ready to be copied, what that may break, and where more stands.
 */
export function FindingAdvice({ ruleId, why, fix, breaks, references }: Advice) {
  return (
    <>
      <h4>{t('ui_why')}</h4>
      <RichText text={why} />
      <h4>{t('ui_fix')}</h4>
      <div class="fix">
        <RichText text={fix} />
        <CopyButton name={t('ui_copyFix')} text={fix} labelled />
      </div>
      <h4>{t('ui_breaks')}</h4>
      <RichText text={breaks} />
      <References references={references} />
      <a class="about-rule" href={ruleAddress(ruleId)} target="_blank" rel="noreferrer">
        {t('ui_ruleAbout')}
      </a>
    </>
  );
}

/** One finding of a credential, opened by its title. */
export function FindingCard({ finding }: { finding: ReportFinding }) {
  return (
    <details class="finding">
      <summary>
        <SeverityBadge severity={finding.severity} /> <span>{finding.title}</span>
      </summary>
      <div class="finding-body">
        <EvidenceList {...finding} />
        <FindingActions finding={finding} />
        <FindingAdvice {...finding} />
      </div>
    </details>
  );
}
