import type { ReportExchange } from '../../engine/report/report-event.js';
import { addressParts } from './address-parts.js';

const LONGEST = 80;

/** `POST /api/token`: enough to know a request by in a sentence. */
export function requestName({ method, url }: ReportExchange): string {
  const path = addressParts(url)?.path ?? url;
  return `${method} ${path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path}`;
}

/**
 * The end of the path with the query, as the Network panel names a request; of `/` alone the host.
 */
export function listedName(url: string): string {
  const parts = addressParts(url);
  if (!parts) return url;
  const { host, path, query } = parts;
  if (path === '/' && query === '') return host;
  const last = /[^/]*\/?$/.exec(path)?.[0] ?? '';
  return (last === '/' || last === '' ? path : last) + query;
}
