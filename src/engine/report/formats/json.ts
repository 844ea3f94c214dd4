import { boundedJson } from '../../normalize/bodies/bounded-json.js';
import type { Report } from '../report.js';

/** A report as JSON. What is nested deeper than `JSON.stringify` can follow is cut. */
export function reportJson(report: Report): string {
  try {
    return JSON.stringify(report, null, 2);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return JSON.stringify(JSON.parse(boundedJson(report)), null, 2);
  }
}
