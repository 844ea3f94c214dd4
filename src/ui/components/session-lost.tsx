import type { ReportEvent } from '../../engine/report/report.js';
import { t } from '../i18n.js';
import { requestName } from '../request-name.js';
import { useStore } from '../store-context.js';

function lastLoss(moments: readonly ReportEvent[]): ReportEvent | undefined {
  return moments.findLast(({ type }) => type === 'session-lost');
}

/** Says that the session was lost, when, and by what it shows. Nothing where it was not. */
export function SessionLost() {
  const store = useStore();
  const lost = lastLoss(store.story.value.moments);
  if (!lost) return null;
  const { exchange, detail } = lost;
  const request = exchange ? requestName(exchange) : t('ui_trailUnseenRequest');
  return (
    <p class="session-lost-line" role="status">
      <span>
        <strong>{t('ui_sessionLost', store.times.of(Date.parse(lost.at)), request)}</strong>{' '}
        {detail.newId === true && `${t('ui_sessionLostNewId')} `}
        {typeof detail.affinity === 'string' && `${t('ui_sessionLostAffinity', detail.affinity)} `}
        {typeof detail.node === 'string' &&
          typeof detail.newNode === 'string' &&
          `${t('ui_sessionLostNodes', detail.node, detail.newNode)} `}
        {t('ui_sessionLostCause')}
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
