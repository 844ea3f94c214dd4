/** What a user may choose of how the engine judges. */
export interface Settings {
  /** Rules that are not asked. */
  readonly disabledRules: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { disabledRules: [] };
