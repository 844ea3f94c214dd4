import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { placesHeading, StateWord } from './credential-state.js';
import { Expiry } from './countdown.js';
import { EntropyFact } from './entropy-fact.js';
import { MomentTime } from '../recording/moment-time.js';
import { formatDuration, secondsIn } from '../../format/duration.js';
import { label, language, type MessageKey, t, tn } from '../../words/i18n.js';
import { isOver } from '../../lists/list-credentials.js';
import { useStore } from '../../store/store-context.js';
import { Fact } from '../fact.js';

/**
 * How an end is spoken of: it is to come or has come, or would have, had nothing come before it.
 */
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
        <Fact name={t('ui_factLifetime')}>
          <span title={secondsIn(lifetimeSeconds, language())}>
            {formatDuration(lifetimeSeconds, language())}
          </span>
        </Fact>
      )}
      <Seen first={Date.parse(firstSeen)} last={Date.parse(lastSeen)} />
    </>
  );
}

export function Facts({ credential }: { credential: ReportCredential }) {
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
