import type { ReportExchange } from '../../engine/report/report.js';
import { useStore } from '../store-context.js';

/** A request that leads to its row. */
export function RequestLink({ exchange }: { exchange: ReportExchange }) {
  const store = useStore();
  return (
    <button
      type="button"
      class="link mono"
      title={exchange.url}
      onClick={() => store.openRequest(exchange.id)}
    >
      {exchange.method} {shortUrl(exchange.url)}
    </button>
  );
}

function shortUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return host + pathname + search;
}
