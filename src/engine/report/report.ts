import type { SiteVerdict } from './report-site.js';
import type { ReportCredential } from './report-credential.js';
import type { Iso, ReportEvent, ReportFlow } from './report-event.js';
import type { ReportAbout, ReportFinding } from './report-finding.js';
import type { ReportProof } from './report-proof.js';

// The report as it leaves the engine: the same shape for CLI, panel export and `getReport`.
// `docs/report.schema.json` describes it. Nothing raw is in it unless revealing was asked for.

export interface Report {
  schemaVersion: 2;
  tool: { name: 'credtrail'; version: string };
  source: ReportSource;
  /** What was left out, what a bound cut off, and what the source could not tell. */
  diagnoses: ReportDiagnosis[];
  sites: SiteVerdict[];
  credentials: ReportCredential[];
  events: ReportEvent[];
  /** Logins and grants at authorization servers, step by step. */
  flows: ReportFlow[];
  findings: ReportFinding[];
  /** Answers got by repeating a request without one credential or the other. */
  proofs: ReportProof[];
  /** Every rule that was asked, so that checks that passed can be named. */
  rules: { id: string; title: string }[];
  /** Rules that the user switched off: what they would have found is not in it. */
  rulesOff: { id: string; title: string }[];
  ruleFailures: { ruleId: string; about: ReportAbout; message: string }[];
}

export interface ReportSource {
  kind: 'tab' | 'har' | 'inspect';
  url: string;
  requests: number;
  from: Iso | null;
  to: Iso | null;
  /** Exchanges that had to be let go to stay within bounds. */
  dropped: number;
}

export interface ReportDiagnosis {
  code: string;
  text: string;
  detail: Record<string, string | number>;
}
