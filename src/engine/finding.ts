import type { ExchangeRef } from './observed.js';
import type { Text } from './text.js';

// What is wrong: what `rules/` make, and verdict and report take.

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** What a finding is about; the site always, the rest where the rule looks at such a thing. */
export interface About {
  readonly site: string;
  readonly credentialId?: string;
  readonly exchange?: ExchangeRef;
  readonly flowId?: string;
}

export interface Finding {
  ruleId: string;
  /** The same in every run: rule, site, carrier and name of what it is about. */
  key: string;
  severity: Severity;
  about: About;
  title: Text;
  why: Text;
  fix: Text;
  /** What the fix may break, and how to check first. */
  breaks: Text;
  evidence: { text: Text; exchange?: ExchangeRef }[];
  references: readonly string[];
  /** Somebody accepted it, for this reason: it is counted and shown, and no part of the grade. */
  suppressed?: string;
}

export interface RuleFailure {
  ruleId: string;
  about: About;
  message: string;
}

export type Mechanism =
  | 'session-cookie'
  | 'session-url'
  | 'bearer-token'
  | 'token-cookie'
  | 'hybrid'
  | 'basic'
  | 'api-key'
  | 'none';
