import type { Mechanism, Severity } from '../model.js';
import type { Iso, ReportExchange } from './report-event.js';

// The verdict on one site: its scheme, its grade with what led to it, its comparison and its
// picture.

/** What one rule came to at one site; those that do not apply to anything there are not listed. */
export interface ReportCheck extends ReportChecks {
  ruleId: string;
  /**
   * The worst of what its checks came to; `unknown` where nothing failed and something is not
   * known.
   */
  outcome: 'failed' | 'unknown' | 'passed';
}

/** How many checks came to what; one check is one rule asked about one thing. */
export interface ReportChecks {
  passed: number;
  failed: number;
  doesNotApply: number;
  unknown: number;
}

export interface SiteVerdict {
  site: string;
  mechanism: Mechanism;
  confidence: number;
  /** What the mechanism was told by. */
  evidence: string[];
  sentence: string;
  /** What the visit showed: did the login give a new id, did the logout end it, why did it end? */
  answers: ReportAnswer[];
  comparison: ReportComparison[];
  /** Who sent which credential where, in order. */
  picture: ReportPicture;
  /** `A+` to `F`; null where nothing identifies anybody, or too little of it was seen. */
  grade: string | null;
  score: number | null;
  /** What was not seen, in words; anything caps the grade at A. */
  unknown: string[];
  /** What is good about the site. */
  strengths: { ruleId: string; text: string }[];
  checks: ReportChecks;
  /** What was checked, by rule: what failed first, then what cannot be known, then what passed. */
  checked: ReportCheck[];
  /** What the grade took from 100, the most first. */
  gradeSteps: { ruleId: string; severity: Severity; points: number }[];
}

/** One question that everybody asks of a visit, answered from what was seen. */
export interface ReportAnswer {
  question: 'login' | 'logout' | 'ended';
  outcome: 'good' | 'bad' | 'unknown';
  text: string;
  at: Iso;
  /** Where it can be seen. */
  exchange: ReportExchange | null;
  credentialIds: string[];
}

/** One aspect of session, token and cookie, with what each cell was read from. */
export interface ReportComparison {
  aspect: string;
  session: string;
  token: string;
  cookie: string;
  evidence: Record<
    'session' | 'token' | 'cookie',
    { credentialId: string; exchange: ReportExchange | null } | null
  >;
}

export interface ReportPicture {
  lanes: { id: string; kind: 'storage' | 'page' | 'site' | 'other'; label: string }[];
  rows: ReportPictureRow[];
  /** Rows left out because there were too many: the oldest that tell the least. */
  omitted: number;
}

export type ReportPictureRow =
  | {
      type: 'arrow';
      kind: 'send' | 'give' | 'keep';
      from: string;
      to: string;
      at: Iso;
      label: string;
      count: number;
      /** It lets a credential out further than it need go. */
      exposed: boolean;
      credentialIds: string[];
      exchange: ReportExchange;
    }
  | { type: 'note'; moment: string; at: Iso; exchange: ReportExchange };
