import schema from '../../docs/report.schema.json' with { type: 'json' };
import type { Report } from '../engine/report/report.js';
import { FileFaultError } from './read-json.js';
import { differsAt, type Schema } from './schema.js';

/** True for what says of itself that Credtrail wrote it. */
export function isSavedReport(json: unknown): boolean {
  const { tool, schemaVersion } = (json ?? {}) as Partial<Report>;
  return typeof schemaVersion === 'number' && tool?.name === 'credtrail';
}

/**
 * A report as the panel and the command write it. Whoever changed it by hand, or wrote it with
 * another version, is told where it differs.
 * @throws FileFaultError
 */
export function readReport(json: unknown): Report {
  const at = differsAt(json, schema as unknown as Schema);
  if (at !== undefined) throw new FileFaultError({ fault: 'report', detail: at || '/' });
  return json as Report;
}
