import type { ReportAbout } from '../../../engine/report/report-finding.js';
import { label, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { CredentialLink } from '../credential/credential-link.js';
import { RequestLink } from '../request/request-link.js';

/**
 * What a finding is about, as a link to it: a credential, a request, a login elsewhere or a site.
 */
export function FindingSubject({ about }: { about: ReportAbout }) {
  const { site, credentialId, exchange, flowId } = about;
  if (credentialId !== null) return <CredentialLink id={credentialId} />;
  if (exchange !== null) return <RequestLink exchange={exchange} />;
  if (flowId !== null) return <FlowLink id={flowId} />;
  return <SiteLink site={site} />;
}

function FlowLink({ id }: { id: string }) {
  const store = useStore();
  const flow = store.flows.value.find((each) => each.id === id);
  const name = flow ? t('ui_flowAt', label('grant', flow.grant), flow.issuer) : id;
  return (
    <button type="button" class="link" onClick={() => store.nav.show('overview')}>
      {name}
    </button>
  );
}

function SiteLink({ site }: { site: string }) {
  const { nav } = useStore();
  return (
    <button type="button" class="link" title={t('ui_showSite')} onClick={() => nav.openSite(site)}>
      {site}
    </button>
  );
}
