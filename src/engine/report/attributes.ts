import { livedAttributes } from '../credentials/lived-attributes.js';
import type { Credential } from '../model.js';
import type { ReportAttributes } from './report-credential.js';

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

/** A cookie's attributes, null where they are unknown; null as a whole where nothing is known. */
export function attributesOf(credential: Credential): ReportAttributes | null {
  const known = livedAttributes(credential);
  return Object.keys(known).length > 0 ? { ...UNKNOWN, ...known } : null;
}
