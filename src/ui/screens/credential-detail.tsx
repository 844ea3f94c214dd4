import type { ComponentChildren } from 'preact';
import type { ReportAttributes, ReportCredential } from '../../engine/report/report-credential.js';
import { AtAGlance, NotProved } from '../components/at-a-glance.js';
import { CopyMenuButton } from '../components/copy-menu-button.js';
import { CookieRemedy } from '../components/cookie-remedy.js';
import { placesHeading, StateWord } from '../components/credential-state.js';
import { Expiry } from '../components/countdown.js';
import { DetailHead } from '../components/detail-head.js';
import { EntropyFact } from '../components/entropy-fact.js';
import { FindingCard } from '../components/finding-card.js';
import { JwtView } from '../components/jwt-view.js';
import { LifetimeRemedy } from '../components/lifetime-remedy.js';
import { MaskedValue } from '../components/masked-value.js';
import { MomentTime } from '../components/moment-time.js';
import { RoleChip } from '../components/role-chip.js';
import { Section, showSection } from '../components/section.js';
import { SignatureSection } from '../components/signature-section.js';
import { isNeverKept } from '../copy/copied-credential.js';
import { credentialMenu } from '../copy/credential-menu.js';
import { formatDuration } from '../countdown.js';
import { label, language, type MessageKey, t, tn } from '../i18n.js';
import { isOver } from '../list-credentials.js';
import { useStore } from '../store-context.js';
import { CredentialTrail } from './credential-trail.js';

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** `unknown` is neither: it was not seen. */
function yesNo(value: boolean | null): string {
  if (value === null) return t('ui_notKnown');
  return value ? t('ui_yes') : t('ui_no');
}

/** How an end is spoken of: it is to come or has come, or would have, had nothing come before it. */
const END_OF: Partial<Record<ReportCredential['state'], MessageKey>> = {
  live: 'ui_factEnds',
  unknown: 'ui_factEnds',
  expired: 'ui_factEndedAt',
};

function Seen({ first, last }: { first: number; last: number }) {
  const from = useStore().times.of(first);
  if (from === useStore().times.of(last)) {
    return (
      <Fact name={t('ui_factSeenOnce')}>
        <MomentTime at={first} />
      </Fact>
    );
  }
  return (
    <Fact name={t('ui_factSeen')}>
      <MomentTime at={first} /> – <MomentTime at={last} />
    </Fact>
  );
}

function Lifetime({ credential }: { credential: ReportCredential }) {
  const { issuedAt, expires, expiresAt, lifetimeSeconds, firstSeen, lastSeen } = credential;
  const isOpen = !isOver(credential);
  return (
    <>
      {(isOpen || expiresAt !== null) && (
        <Fact name={t(END_OF[credential.state] ?? 'ui_factEnded')}>
          {isOpen && <Expiry expires={expires} expiresAt={expiresAt} />}
          {expiresAt !== null && (
            <span class="faint">
              {' '}
              <MomentTime at={Date.parse(expiresAt)} />
            </span>
          )}
        </Fact>
      )}
      {issuedAt !== null && (
        <Fact name={t('ui_factIssued')}>
          <MomentTime at={Date.parse(issuedAt)} />
        </Fact>
      )}
      {lifetimeSeconds !== null && lifetimeSeconds > 0 && (
        <Fact name={t('ui_factLifetime')}>{formatDuration(lifetimeSeconds, language())}</Fact>
      )}
      <Seen first={Date.parse(firstSeen)} last={Date.parse(lastSeen)} />
    </>
  );
}

function Facts({ credential }: { credential: ReportCredential }) {
  const { host, origin, carriers, format, fingerprint, entropy, sent, generations } = credential;
  return (
    <table class="properties">
      <tbody>
        <Fact name={t('ui_columnHost')}>
          <span title={origin}>{host}</span>
        </Fact>
        <Fact name={t('ui_columnFormat')}>{label('format', format)}</Fact>
        <Fact name={t('ui_columnState')}>
          <StateWord {...credential} />{' '}
          {credential.stateReason !== null && <span class="faint">{credential.stateReason}</span>}
        </Fact>
        {generations > 1 && (
          <Fact name={t('ui_factGenerations')}>{tn('ui_generations', generations)}</Fact>
        )}
        <Fact name={placesHeading(credential)}>
          {carriers.map((carrier) => label('carrier', carrier)).join(', ')}
          <span class="faint"> · {tn('ui_timesSent', sent)}</span>
        </Fact>
        <Lifetime credential={credential} />
        <Fact name={t('ui_factFingerprint')}>
          <code>{fingerprint}</code>
        </Fact>
        {entropy !== null && (
          <Fact name={t('ui_factEntropy')}>
            <EntropyFact entropy={entropy} />
          </Fact>
        )}
      </tbody>
    </table>
  );
}

function sameSiteWord(sameSite: ReportAttributes['sameSite']): string {
  if (sameSite === null) return t('ui_notKnown');
  return sameSite === 'unset' ? t('ui_notSet') : sameSite;
}

function reachWord(hostOnly: boolean | null): string {
  if (hostOnly === null) return '';
  return hostOnly ? t('ui_hostOnly') : t('ui_withSubdomains');
}

function Attributes({ attributes }: { attributes: ReportAttributes }) {
  const { httpOnly, secure, sameSite, domain, path, hostOnly, partitioned, persistent } =
    attributes;
  return (
    <table class="properties">
      <tbody>
        <Fact name="HttpOnly">{yesNo(httpOnly)}</Fact>
        <Fact name="Secure">{yesNo(secure)}</Fact>
        <Fact name="SameSite">{sameSiteWord(sameSite)}</Fact>
        <Fact name="Domain">
          {domain === null ? t('ui_notKnown') : <code>{domain}</code>}{' '}
          <span class="faint">{reachWord(hostOnly)}</span>
        </Fact>
        <Fact name="Path">{path === null ? t('ui_notKnown') : <code>{path}</code>}</Fact>
        <Fact name="Partitioned">{yesNo(partitioned)}</Fact>
        <Fact name={t('ui_factPersistent')}>{yesNo(persistent)}</Fact>
      </tbody>
    </table>
  );
}

function Findings({ credential }: { credential: ReportCredential }) {
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
export function CredentialDetail({ credential }: { credential: ReportCredential }) {
  const {
    id,
    name,
    role,
    carrier,
    preview,
    fingerprint,
    evidence,
    confidence,
    attributes,
    jwt,
    format,
  } = credential;
  const store = useStore();
  const isToken = jwt !== null || format === 'jwt' || format === 'jwe';
  const secret = { what: { credentialId: id }, version: fingerprint };
  return (
    <div class="detail">
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
      <div class="value-line">
        {isNeverKept(credential) ? (
          <p class="note">{t('ui_valueNeverKept')}</p>
        ) : (
          <MaskedValue preview={preview} secret={secret} />
        )}
        <CopyMenuButton groups={() => credentialMenu(store, credential)} />
      </div>
      <AtAGlance credential={credential} />
      <Findings credential={credential} />
      <NotProved id={id} />
      <Section title={t('ui_sectionFacts')} fold="facts">
        <Facts credential={credential} />
      </Section>
      <CredentialTrail id={id} />
      {carrier === 'cookie' && (
        <Section title={t('ui_sectionAttributes')} fold="attributes">
          {attributes ? (
            <Attributes attributes={attributes} />
          ) : (
            <p class="note">{t('ui_attributesUnknown')}</p>
          )}
        </Section>
      )}
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
