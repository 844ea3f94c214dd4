import type { ReportAnswer } from '../../../engine/report/report-site.js';
import type { ReportEvent } from '../../../engine/report/report-event.js';
import { t } from '../../words/i18n.js';
import { requestName } from '../../format/request-name.js';
import { useStore } from '../../store/store-context.js';

function lastLoss(moments: readonly ReportEvent[]): ReportEvent | undefined {
  return moments.findLast(({ type }) => type === 'session-lost');
}

/** An answer says of this very request why the user was logged out. */
function isAnswered({ exchange }: ReportEvent, answers: readonly ReportAnswer[]): boolean {
  return answers.some((one) => one.question === 'ended' && one.exchange?.id === exchange?.id);
}

/** What more a lost session shows: a new id, another server. */
export function lossDetails({ detail }: ReportEvent): string[] {
  const { newId, affinity, node, newNode } = detail;
  return [
    ...(newId === true ? [t('ui_sessionLostNewId')] : []),
    ...(typeof affinity === 'string' ? [t('ui_sessionLostAffinity', affinity)] : []),
    ...(typeof node === 'string' && typeof newNode === 'string'
      ? [t('ui_sessionLostNodes', node, newNode)]
      : []),
  ];
}

/** Says that the session was lost, when, and by what it shows. Nothing where an answer says it. */
export function SessionLost({ answers }: { answers: readonly ReportAnswer[] }) {
  const store = useStore();
  const lost = lastLoss(store.story.value.moments);
  if (!lost || isAnswered(lost, answers)) return null;
  const { exchange } = lost;
  const request = exchange ? requestName(exchange) : t('ui_trailUnseenRequest');
  return (
    <p class="session-lost-line" role="status">
      <span>
        <strong>{t('ui_sessionLost', store.times.of(Date.parse(lost.at)), request)}</strong>{' '}
        {[...lossDetails(lost), t('ui_sessionLostCause')].join(' ')}
      </span>
      {exchange && (
        <button type="button" class="button" onClick={() => store.nav.openRequest(exchange.id)}>
          {t('ui_openRequest')}
        </button>
      )}
    </p>
  );
}

/** The same in one line, for the popup; it leads to the request. */
export function SessionLostShort({ open }: { open(requestId: string): void }) {
  const { story, times } = useStore();
  const lost = lastLoss(story.value.moments);
  if (!lost) return null;
  const { exchange } = lost;
  const said = t('ui_sessionLostShort', times.of(Date.parse(lost.at)));
  return (
    <p class="session-lost-line">
      {exchange ? (
        <button type="button" class="link" onClick={() => open(exchange.id)}>
          {said}
        </button>
      ) : (
        said
      )}
    </p>
  );
}
