import type { ReportEvent } from '../../engine/report/report.js';
import { Section } from '../components/section.js';
import { elapsed, localTime } from '../format-time.js';
import { label, language, t } from '../i18n.js';
import { beginningOf } from '../story.js';
import { markOf } from '../request-mark.js';
import { useStore } from '../store-context.js';
import { trailWords } from '../trail-words.js';

/** What happened to a credential, in order; each step leads to its request. */
export function CredentialTrail({ id }: { id: string }) {
  const { trails } = useStore().story.value;
  const trail = trails.get(id) ?? [];
  const begin = beginningOf(trail);
  if (trail.length === 0) return null;
  return (
    <Section title={t('ui_sectionTrail')} fold="trail">
      <ol class="trail">
        {trail.map((event, at) => (
          <Step key={at} event={event} begin={begin} />
        ))}
      </ol>
    </Section>
  );
}

function Step({ event, begin }: { event: ReportEvent; begin: number }) {
  const store = useStore();
  const { type, at, exchange } = event;
  const instant = Date.parse(at);
  const words = trailWords(event);
  return (
    <li>
      <time class="faint" dateTime={at} title={localTime(instant, language())}>
        {elapsed(instant - begin, language())}
      </time>
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
        <LastTime event={event} begin={begin} />
      </span>
    </li>
  );
}

/** When something that happened several times happened last. */
function LastTime({ event: { detail }, begin }: { event: ReportEvent; begin: number }) {
  if (typeof detail.lastAt !== 'string') return null;
  const last = Date.parse(detail.lastAt);
  return (
    <span class="faint" title={localTime(last, language())}>
      {t('ui_trailLast', elapsed(last - begin, language()))}
    </span>
  );
}
