import type { ReportEvent } from '../../engine/report/report-event.js';
import { VerdictChip } from '../components/prove/verdict-chip.js';
import { type ProvedAbout, provedAbout, withProofs } from '../store/finished-proof.js';
import { RequestLink } from '../components/request/request-link.js';
import { MomentTime } from '../components/recording/moment-time.js';
import { Section } from '../components/section.js';
import { dateAndTime } from '../format/format-time.js';
import { label, language, t } from '../words/i18n.js';
import { withMoments } from '../lists/story.js';
import { markOf } from '../lists/request-mark.js';
import { requestName } from '../format/request-name.js';
import { useStore } from '../store/store-context.js';
import { trailWords } from '../format/trail-words.js';

/**
 * What happened to a credential, in order, between logins and logouts; each step leads to its
 * request.
 */
export function CredentialTrail({ id }: { id: string }) {
  const { story, credentials, report } = useStore();
  const { trails, moments } = story.value;
  const firstSeen = Date.parse(credentials.value.get(id)?.firstSeen ?? '');
  const events = withMoments(trails.get(id) ?? [], moments);
  const trail = withProofs(events, provedAbout(report.value, id));
  if (trail.length === 0) return null;
  return (
    <Section title={t('ui_sectionTrail')} fold="trail">
      <ol class="trail">
        {trail.map((step, at) => {
          if ('proof' in step) return <Proved key={at} proved={step} />;
          return step.credentialId === id ? (
            <Step key={at} event={step} firstSeen={firstSeen} />
          ) : (
            <UserMoment key={at} event={step} />
          );
        })}
      </ol>
    </Section>
  );
}

/** `firstSeen`: an end that lies before it had come before anybody looked. */
function Step({ event, firstSeen }: { event: ReportEvent; firstSeen: number }) {
  const store = useStore();
  const { type, at, exchange } = event;
  const instant = Date.parse(at);
  const isBefore = type === 'expired' && instant < firstSeen;
  const words = isBefore
    ? t('ui_trailExpiredBefore', dateAndTime(instant, language()))
    : trailWords(event);
  return (
    <li>
      {isBefore ? (
        <span class="faint">{t('ui_trailBefore')}</span>
      ) : (
        <MomentTime class="faint" at={instant} />
      )}
      <span class={`chip event-${type}`}>{label('event', type)}</span>
      <span class="words">
        {exchange ? (
          <button
            type="button"
            class="link sentence-link"
            title={`${exchange.method} ${exchange.url}`}
            onClick={() => store.nav.openRequest(exchange.id, markOf(event))}
          >
            {words}
          </button>
        ) : (
          words
        )}
        <LastTime event={event} />
      </span>
    </li>
  );
}

/** What a proof said of it, and by which request. */
function Proved({ proved: { proof, outcome } }: { proved: ProvedAbout }) {
  return (
    <li>
      <MomentTime class="faint" at={Date.parse(proof.at)} />
      <VerdictChip verdict={outcome.verdict} />
      <span class="words">
        {outcome.why} <RequestLink exchange={proof.request} />
      </span>
    </li>
  );
}

/** What the user did meanwhile. */
function UserMoment({ event: { type, at, exchange } }: { event: ReportEvent }) {
  const { nav } = useStore();
  return (
    <li>
      <MomentTime class="faint" at={Date.parse(at)} />
      <span class={`chip moment ${type}`}>{label('moment', type)}</span>
      <span class="words">
        {exchange && (
          <button
            type="button"
            class="link sentence-link"
            onClick={() => nav.openRequest(exchange.id)}
          >
            {requestName(exchange)}
          </button>
        )}
      </span>
    </li>
  );
}

/** When something that happened several times happened last. */
function LastTime({ event: { detail } }: { event: ReportEvent }) {
  const { times } = useStore();
  if (typeof detail.lastAt !== 'string') return null;
  const last = Date.parse(detail.lastAt);
  return (
    <span class="faint" title={times.whole(last)}>
      {t('ui_trailLast', times.of(last))}
    </span>
  );
}
