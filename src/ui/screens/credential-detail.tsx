import type { ReportCredential } from '../../engine/report/report-credential.js';
import { AtAGlance, NotProved } from '../components/verdict/at-a-glance.js';
import { CopyMenuButton } from '../components/copy-menu-button.js';
import { CookieRemedy } from '../components/findings/cookie-remedy.js';
import { DetailHead } from '../components/detail-head.js';
import { FindingCard } from '../components/findings/finding-card.js';
import { JwtView } from '../components/token/jwt-view.js';
import { LifetimeRemedy } from '../components/findings/lifetime-remedy.js';
import { MaskedValue } from '../components/credential/masked-value.js';
import { RoleChip } from '../components/credential/role-chip.js';
import { Section, showSection } from '../components/section.js';
import { SignatureSection } from '../components/token/signature-section.js';
import { isNeverShown } from '../copy/copied-credential.js';
import { credentialMenu } from '../copy/credential-menu.js';
import { label, t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import { CredentialTrail } from './credential-trail.js';
import { Facts } from '../components/credential/credential-facts.js';
import { Attributes } from '../components/credential/cookie-attributes.js';

interface CredentialProps {
  credential: ReportCredential;
}

/** What it is, and how sure that is. */
function Head({ credential: { name, role, confidence } }: CredentialProps) {
  return (
    <DetailHead>
      <h2 class="detail-title">
        <RoleChip role={role} /> <span class="mono">{name}</span>
      </h2>
      <button
        type="button"
        class="link"
        title={t('ui_sectionEvidence', label('role', role))}
        onClick={({ currentTarget }) => showSection(currentTarget, 'evidence')}
      >
        {t('ui_confidence', Math.round(confidence * 100))}
      </button>
    </DetailHead>
  );
}

function ValueLine({ credential }: CredentialProps) {
  const { id, preview, fingerprint } = credential;
  const store = useStore();
  const secret = { what: { credentialId: id }, version: fingerprint };
  return (
    <div class="value-line">
      {isNeverShown(credential) ? (
        <p class="note">{t('ui_valueNeverKept')}</p>
      ) : (
        <MaskedValue preview={preview} secret={secret} />
      )}
      <CopyMenuButton groups={() => credentialMenu(store, credential)} />
    </div>
  );
}

function CookieSection({ credential: { attributes } }: CredentialProps) {
  return (
    <Section title={t('ui_sectionAttributes')} fold="attributes">
      {attributes ? (
        <Attributes attributes={attributes} />
      ) : (
        <p class="note">{t('ui_attributesUnknown')}</p>
      )}
    </Section>
  );
}

function Findings({ credential }: CredentialProps) {
  const findings = useStore().findingsOf.value.get(credential.id) ?? [];
  return (
    <Section title={t('ui_tabFindings')} fold="findings">
      {findings.length === 0 && <p class="all-clear">{t('ui_noFindingsHere')}</p>}
      {credential.remedy && <CookieRemedy remedy={credential.remedy} />}
      {credential.lifetimeAdvice && <LifetimeRemedy advice={credential.lifetimeAdvice} />}
      {findings.map((finding) => (
        <FindingCard key={finding.ruleId} finding={finding} />
      ))}
    </Section>
  );
}

/** All that is known of one credential. */
export function CredentialDetail({ credential }: CredentialProps) {
  const { id, role, carrier, evidence, jwt, format } = credential;
  const isToken = jwt !== null || format === 'jwt' || format === 'jwe';
  return (
    <div class="detail">
      <Head credential={credential} />
      <ValueLine credential={credential} />
      <AtAGlance credential={credential} />
      <Findings credential={credential} />
      <NotProved id={id} />
      <Section title={t('ui_sectionFacts')} fold="facts">
        <Facts credential={credential} />
      </Section>
      <CredentialTrail id={id} />
      {carrier === 'cookie' && <CookieSection credential={credential} />}
      {isToken && (
        <Section title={t('ui_sectionJwt')} fold="jwt">
          <JwtView credential={credential} />
        </Section>
      )}
      <SignatureSection credential={credential} />
      <Section title={t('ui_sectionEvidence', label('role', role))} fold="evidence">
        <ul class="evidence">
          {evidence.map((sentence, at) => (
            <li key={at}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
