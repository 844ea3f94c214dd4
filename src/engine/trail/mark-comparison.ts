/** A marked moment. */
export interface MarkName {
  id: number;
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What became of the credentials between two marks (ids). */
export interface MarkComparison {
  from: MarkName;
  to: MarkName;
  appeared: string[];
  /** The same cookie with another value. */
  changed: string[];
  stayed: string[];
  vanished: string[];
  /** Fingerprints of the values that each of them had at both moments; absent: it was not there. */
  values: Record<string, { before?: string; after?: string }>;
  /** Where there was a login in between: whether the session's id is another one now. */
  sessionRotated: boolean | null;
  /** Where there was a logout in between: what it left that still stands for the user. */
  leftBehind: string[] | null;
}
