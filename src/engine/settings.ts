// Every bound of the engine. A hostile page may send as much as it likes: what a bound leaves out is
// counted and told.

/** How much is followed and kept, and of what. */
export const LIMITS = {
  /** Credentials of one recording; those that matter least are let go first. */
  credentials: 2_000,
  /** Places in which one credential is listed. */
  sightings: 200,
  /** Values that a credential had before, and is still known by. */
  pastValues: 8,
  /** Values of one lineage that are followed one by one; older ones are told together. */
  generations: 6,
  /** Changes in the life of one credential that are told one by one. */
  lifeEvents: 40,
  /** Ways out of one credential. */
  leaks: 40,
  /** Places in which a refresh is recognised. */
  slots: 4_000,
  /** Ids that credentials had before they turned out to be one. */
  aliases: 10_000,
  /** Logins, logouts and lost sessions that are told. */
  moments: 500,
  /** Sites whose logins are followed. */
  momentSites: 500,
  /** Diagnoses of one cookie. */
  cookieDiagnoses: 10,
} as const;

/** A bound that was reached, and how much is not there because of it. */
export interface LimitReached {
  what: string;
  limit: number;
  lost: number;
}

/** What a user may choose of how the engine judges. */
export interface Settings {
  /** Rules that are not asked. */
  readonly disabledRules: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { disabledRules: [] };
