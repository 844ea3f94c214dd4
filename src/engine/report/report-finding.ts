import type { Severity } from '../model.js';
import type { ReportExchange } from './report-event.js';

/** What a finding is about: the site always, the rest where the rule looks at such a thing. */
export interface ReportAbout {
  site: string;
  credentialId: string | null;
  exchange: ReportExchange | null;
  flowId: string | null;
}

export interface ReportFinding {
  ruleId: string;
  /** The same in every run: suppressions and baselines refer to it. */
  key: string;
  severity: Severity;
  about: ReportAbout;
  /** That of `about`, or null. */
  credentialId: string | null;
  title: string;
  why: string;
  fix: string;
  /** What the fix may break, and how to check first. */
  breaks: string;
  evidence: { text: string; exchange: ReportExchange | null }[];
  references: readonly string[];
  /** Why somebody accepted it; it is then no part of the grade. */
  suppressed: string | null;
}
