import type { ReportExchange } from '../../../engine/report/report-event.js';
import { addressParts } from '../../format/address-parts.js';
import type { RequestMark } from '../../lists/request-mark.js';
import { useStore } from '../../store/store-context.js';

interface Props {
  exchange: ReportExchange;
  /** What of it is spoken of here. */
  mark?: RequestMark | null;
}

/** A request that leads to its row. */
export function RequestLink({ exchange, mark = null }: Props) {
  const store = useStore();
  return (
    <button
      type="button"
      class="link mono"
      title={exchange.url}
      onClick={() => store.nav.openRequest(exchange.id, mark)}
    >
      {exchange.method} {shortUrl(exchange.url)}
    </button>
  );
}

function shortUrl(url: string): string {
  const parts = addressParts(url);
  return parts ? parts.host + parts.path + parts.query : url;
}
