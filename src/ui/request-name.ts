import type { ReportExchange } from '../engine/report/report.js';

const LONGEST = 80;

/** `POST /api/token`: enough to know a request by in a sentence. */
export function requestName({ method, url }: ReportExchange): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return `${method} ${path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path}`;
}
