import type { Finding } from '../model.js';
import { compareSeverity } from '../severity.js';

/** Pieces of evidence that one finding lists of what is the same again. */
const LISTED = 5;

/**
 * A client logs in again and again: what is found in its flows under one key is one finding, of the
 * first.
 */
export function joined(findings: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const key = finding.about.flowId === undefined ? `#${byKey.size}` : finding.key;
    const before = byKey.get(key);
    byKey.set(key, before ? together(before, finding) : finding);
  }
  return [...byKey.values()];
}

function together(before: Finding, after: Finding): Finding {
  const said = new Set(before.evidence.map(({ text }) => JSON.stringify(text)));
  const more = after.evidence.filter(({ text }) => !said.has(JSON.stringify(text)));
  const worse = compareSeverity(after.severity, before.severity) < 0;
  return {
    ...before,
    severity: worse ? after.severity : before.severity,
    evidence: [...before.evidence, ...more].slice(0, Math.max(LISTED, before.evidence.length)),
  };
}
