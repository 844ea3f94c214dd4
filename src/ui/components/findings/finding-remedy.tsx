import type { ReportFinding } from '../../../engine/report/report-finding.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { CookieRemedy } from './cookie-remedy.js';
import { LifetimeRemedy } from './lifetime-remedy.js';
import { RequestRemedy } from './request-remedy.js';

/**
 * What the very thing that a finding is about should be instead, with all else that was found of
 * it: the line of a cookie, the lifetime of a token, the request of a login elsewhere.
 */
export function FindingRemedy({ finding, folded }: { finding: ReportFinding; folded: boolean }) {
  const { credentials, flows } = useStore();
  const { credentialId, flowId } = finding.about;
  const credential = credentials.value.get(credentialId ?? '');
  const request = flows.value.find(({ id }) => id === flowId)?.remedy;
  const cookie = credential?.remedy;
  const lifetime = credential?.lifetimeAdvice;
  if (finding.suppressed !== null || (!cookie && !lifetime && !request)) return null;
  const whole = (
    <>
      {cookie && <CookieRemedy remedy={cookie} />}
      {lifetime && <LifetimeRemedy advice={lifetime} />}
      {request && <RequestRemedy remedy={request} />}
    </>
  );
  if (!folded) return whole;
  return (
    <details class="fold">
      <summary>{t('ui_remedyFolded')}</summary>
      {whole}
    </details>
  );
}
