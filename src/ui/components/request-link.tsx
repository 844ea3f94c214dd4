import type { ReportExchange } from '../../engine/report/report.js';
import { addressParts } from '../address-parts.js';
import { useStore } from '../store-context.js';

/** A request that leads to its row. */
export function RequestLink({ exchange }: { exchange: ReportExchange }) {
  const store = useStore();
  return (
    <button
      type="button"
      class="link mono"
      title={exchange.url}
      onClick={() => store.nav.openRequest(exchange.id)}
    >
      {exchange.method} {shortUrl(exchange.url)}
    </button>
  );
}

function shortUrl(url: string): string {
  const parts = addressParts(url);
  return parts ? parts.host + parts.path + parts.query : url;
}
