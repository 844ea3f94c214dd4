import type { Credential } from '../model.js';
import type { ReportAttributes } from './report.js';

const UNKNOWN: ReportAttributes = {
  httpOnly: null,
  secure: null,
  sameSite: null,
  domain: null,
  path: null,
  hostOnly: null,
  partitioned: null,
  persistent: null,
};

/** A cookie's attributes, null where they were not seen; null as a whole where none was. */
export function attributesOf({ attributes }: Credential): ReportAttributes | null {
  return attributes ? { ...UNKNOWN, ...attributes } : null;
}
