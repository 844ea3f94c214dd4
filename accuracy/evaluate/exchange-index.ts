import type { ReportExchange } from '../../src/engine/report/report-event.js';

/**
 * Place of an exchange in the recording: the reader numbers exchanges by their place in the file.
 */
export function indexOf(exchange: Pick<ReportExchange, 'id'> | null): number {
  return exchange ? Number(exchange.id.slice(1)) - 1 : -1;
}
