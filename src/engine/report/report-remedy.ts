// What the very thing should be instead: the line, the request, the lifetime.

/**
 * The Set-Cookie line that was sent, and the one to send, in pieces between which a `; ` belongs.
 */
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

/**
 * The authorization request that was sent, and the one to send: its parameters, between which a `&`
 * belongs.
 */
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
