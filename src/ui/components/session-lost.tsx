import type { ReportEvent } from '../../engine/report/report.js';
import { timeOfDay } from '../format-time.js';
import { language, t } from '../i18n.js';
import { requestName } from '../request-name.js';
import { useStore } from '../store-context.js';

function lastLoss(moments: readonly ReportEvent[]): ReportEvent | undefined {
  return moments.findLast(({ type }) => type === 'session-lost');
}

const timeOf = ({ at }: ReportEvent): string => timeOfDay(Date.parse(at), language());

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
        <strong>{t('ui_sessionLost', timeOf(lost), request)}</strong>{' '}
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
  const lost = lastLoss(useStore().story.value.moments);
  if (!lost) return null;
  const { exchange } = lost;
  const said = t('ui_sessionLostShort', timeOf(lost));
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
