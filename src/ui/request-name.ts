import type { ReportExchange } from '../engine/report/report.js';
import { addressParts } from './address-parts.js';

const LONGEST = 80;

/** `POST /api/token`: enough to know a request by in a sentence. */
export function requestName({ method, url }: ReportExchange): string {
  const path = addressParts(url)?.path ?? url;
  return `${method} ${path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path}`;
}
