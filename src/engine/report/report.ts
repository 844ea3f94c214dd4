import type { AuthFlow, FlowStep, FlowTold } from '../flows/flow.js';
import type { Carrier, CredentialState, Format, Mechanism, Role, Severity } from '../model.js';
import type { AnswerPrint, ProbeStep, ProofVerdict, SubjectPlace } from '../proof/proof.js';

// The report as it leaves the engine: the same shape for CLI, panel export and `getReport`.
// `docs/report.schema.json` describes it. Nothing raw is in it unless revealing was asked for.

/** An instant as ISO 8601 in UTC with milliseconds. */
export type Iso = string;

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

/** What one rule came to at one site; those that do not apply to anything there are not listed. */
export interface ReportCheck extends ReportChecks {
  ruleId: string;
  /** The worst of what its checks came to; `unknown` where nothing failed and something is not known. */
  outcome: 'failed' | 'unknown' | 'passed';
}

/** What a request came to when it was repeated with and without credentials. */
export interface ReportProof {
  question: 'authenticates' | 'survives-logout';
  site: string;
  at: Iso;
  request: ReportExchange;
  /** Requests that it took. */
  sent: number;
  /** What it came to as a whole. */
  sentence: string;
  /** `survived` and `ended` answer `survives-logout` alone. */
  outcomes: {
    credentialId: string;
    verdict: ProofVerdict;
    /** The others of its group, of `needed-together` and `either`. */
    others: string[];
    why: string;
  }[];
  /** What takes part as well, and is no credential that is followed; names in which a secret is, masked. */
  unfollowed: { carrier: SubjectPlace['carrier']; name: string; verdict: ProofVerdict }[];
  /** What came back, in the order in which it was sent; nothing raw of any answer is in it. */
  answers: {
    step: ProbeStep;
    /** Ids of the credentials that were not in the request. */
    withheld: string[];
    status: number;
    kind: AnswerPrint['kind'];
    location: string | null;
    contentType: string | null;
    length: number;
    /** First 12 hex digits of the SHA-256 of the answer without what changes by itself. */
    fingerprint: string;
    /** The first part that differs, in the unchanged answer and in this one. */
    differs: { before: string; after: string } | null;
  }[];
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

export interface ReportCredential {
  id: string;
  site: string;
  host: string;
  origin: string;
  carrier: Carrier;
  name: string;
  carriers: readonly Carrier[];
  role: Role;
  format: Format;
  confidence: number;
  evidence: string[];
  /** What has become of it; role, attributes and findings speak of its life. */
  state: CredentialState;
  stateReason: string | null;
  /** How many values it has had: a refresh or a rotation puts a new one in the place of the old. */
  generations: number;
  attributes: ReportAttributes | null;
  /** Decoded, not verified; of an encrypted token the header alone. */
  jwt: { header: Record<string, unknown>; claims: Record<string, unknown> } | null;
  /** How its value is signed, and whether its secret is one that others know. */
  signature: ReportSignature | null;
  issuedAt: Iso | null;
  expiresAt: Iso | null;
  /** `session`, `never`, `unknown`, or the instant of `expiresAt`. */
  expires: string;
  lifetimeSeconds: number | null;
  preview: string;
  /** First 12 hex digits of the value's SHA-256. */
  fingerprint: string;
  /** How hard it is to guess; null for what does not log in, and for what only a key can make. */
  entropy: ReportEntropy | null;
  /** How often it was seen, and how often it was sent. */
  sightings: number;
  sent: number;
  firstSeen: Iso;
  lastSeen: Iso;
  /** The line that mends all that was found about this cookie; null where nothing needs it. */
  remedy: ReportCookieRemedy | null;
  /** The lifetime that fits a token that lives too long for its role; null where nothing needs it. */
  lifetimeAdvice: ReportLifetimeAdvice | null;
  /** Only where revealing was asked for. */
  value?: string;
}

export interface ReportSignature {
  /** The algorithm that a JWS names, or the framework that signed it. */
  scheme: string;
  /** A secret signs it: one can be tried. */
  secret: boolean;
  /** How many secrets were tried on it. */
  tried: number;
  /** Where the one that fits stands: among those that everybody knows, or in a file of the user's. */
  fits: 'built-in' | 'file' | null;
}

/** An estimate in bits, and between what it lies, over all values that were seen. */
export interface ReportEntropy {
  bits: number;
  low: number;
  high: number;
  /** How many values were looked at. */
  values: number;
  /** What was found in it: a time, a counter, random characters. */
  parts: string[];
  text: string;
}

/** The Set-Cookie line that was sent, and the one to send, in pieces between which a `; ` belongs. */
export interface ReportCookieRemedy {
  /** Empty where the line itself was not seen. */
  sent: ReportLinePart[];
  better: ReportLinePart[];
  /** What has to be so before that line may be sent. */
  notes: string[];
  /** Where the recognised framework sets it; null where none was, or it has no such setting. */
  settings: { framework: string; lines: readonly string[]; docs: string } | null;
}

/** How long a token lives, and how it should end; all in seconds. */
export interface ReportLifetimeAdvice {
  /** Null: it never ends. */
  now: number | null;
  /** After its last use, where that makes a difference, and in any case. */
  better: { idle: number | null; absolute: number };
  text: string;
}

/** The authorization request that was sent, and the one to send: its parameters, between which a `&` belongs. */
export interface ReportRequestRemedy {
  /** Where it was sent to; null for a grant without such a request. */
  address: string | null;
  /** Empty where there was none. */
  sent: ReportLinePart[];
  better: ReportLinePart[];
  /** What has to change beside it. */
  notes: string[];
}

export interface ReportLinePart {
  text: string;
  change: 'same' | 'added' | 'removed' | 'changed';
}

/** Of its life; null where it is unknown. */
export interface ReportAttributes {
  httpOnly: boolean | null;
  secure: boolean | null;
  sameSite: 'lax' | 'strict' | 'none' | 'unset' | null;
  domain: string | null;
  path: string | null;
  hostOnly: boolean | null;
  partitioned: boolean | null;
  persistent: boolean | null;
}

export interface ReportEvent {
  type: string;
  at: Iso;
  site: string;
  credentialId: string | null;
  exchange: ReportExchange | null;
  detail: Record<string, string | number | boolean>;
}

export interface ReportExchange {
  id: string;
  method: string;
  url: string;
}

export interface ReportFlow extends Omit<AuthFlow, 'steps' | 'told'> {
  told?: (Omit<FlowTold, 'exchange'> & { exchange: ReportExchange })[];
  /** The request that mends all that was found about this flow; null where nothing needs it. */
  remedy: ReportRequestRemedy | null;
  steps: (Omit<FlowStep, 'at' | 'exchange'> & { at: Iso; exchange: ReportExchange })[];
}

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
