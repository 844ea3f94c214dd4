import type { Role } from './model.js';

// What a user may choose of how the engine judges: rules, complaints and limits.

/**
 * A complaint that somebody has looked at and accepted: counted and shown, and no part of a grade.
 */
export interface Suppression {
  readonly ruleId: string;
  readonly site: string;
  /** `Finding.key` of the one complaint; absent: all of this rule at this site. */
  readonly key?: string;
  /** Why, in the user's own words. */
  readonly reason: string;
}

/** Every limit that can be chosen (`thresholds.ts`). */
export const THRESHOLD_NAMES = [
  'accessTokenLifetime',
  'sessionLifetime',
  'sessionIdle',
  'idTokenLifetime',
  'refreshTokenLifetime',
  'rememberMeLifetime',
  'clockSkew',
  'sessionEntropy',
  'stateEntropy',
  'hstsMaxAge',
  'cookieHeader',
] as const;

export type ThresholdName = (typeof THRESHOLD_NAMES)[number];

/** What a person may say that a credential is: what logs in, and what does not. */
export const OWN_ROLES = [
  'session',
  'remember-me',
  'access-token',
  'refresh-token',
  'api-key',
  'csrf',
  'other',
] as const satisfies readonly Role[];

/** A person's own word of what credentials of some names are. */
export interface OwnName {
  /** The name itself; `*` stands for any characters, none too. No regular expression. */
  readonly name: string;
  readonly role: (typeof OWN_ROLES)[number];
  /** Absent: at every site. */
  readonly site?: string;
}

export interface Settings {
  /** Rules that are not asked. */
  readonly disabledRules: readonly string[];
  readonly suppressions: readonly Suppression[];
  /** Limits other than the defaults. */
  readonly thresholds: Readonly<Partial<Record<ThresholdName, number>>>;
  /** Absent in what was saved before there were any. */
  readonly ownNames?: readonly OwnName[];
}

export const DEFAULT_SETTINGS: Settings = { disabledRules: [], suppressions: [], thresholds: {} };

/** So many of each, of so many characters: more is nobody's choice. */
const MOST = 1_000;
const LONGEST = 1_000;
/** What matches a name is tried on every credential. */
export const LONGEST_NAME = 200;

/** True for settings as {@link Settings} says, wherever they come from. */
export function isSettings(value: unknown): value is Settings {
  return faultOf(value) === undefined;
}

/**
 * Where a value is not as {@link Settings} says, in words of its form alone; undefined: nowhere.
 */
export function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'settings';
  const { disabledRules, suppressions, thresholds, ownNames = [] } = value as Partial<Settings>;
  return (
    faultInList('disabledRules', disabledRules, (one) => (isShort(one) ? undefined : '')) ??
    faultInList('suppressions', suppressions, faultOfSuppression) ??
    faultOfLimits(thresholds) ??
    faultInList('ownNames', ownNames, faultOfOwnName)
  );
}

/** Every member of {@link Settings}. */
export const SETTINGS_NAMES = [
  'disabledRules',
  'suppressions',
  'thresholds',
  'ownNames',
] as const satisfies readonly (keyof Settings)[];

/** The members of a value that are as {@link Settings} says; all else is left out. */
export function settingsIn(value: unknown): Partial<Settings> {
  const members = (typeof value === 'object' && value !== null ? value : {}) as Partial<Settings>;
  const right = SETTINGS_NAMES.filter(
    (name) =>
      members[name] !== undefined && isSettings({ ...DEFAULT_SETTINGS, [name]: members[name] }),
  );
  return Object.fromEntries(right.map((name) => [name, members[name]]));
}

/** The first member that is not as it should be, as a path: `suppressions[2].reason`. */
function faultInList(
  name: string,
  list: unknown,
  faultIn: (one: unknown) => string | undefined,
): string | undefined {
  if (!Array.isArray(list) || list.length > MOST) return name;
  const faults = list.map(faultIn);
  const at = faults.findIndex((fault) => fault !== undefined);
  return at < 0 ? undefined : `${name}[${at}]${faults[at]}`;
}

function faultOfSuppression(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return '';
  const { ruleId, site, key, reason } = value as Partial<Suppression>;
  const members = Object.entries({ ruleId, site, reason, ...(key !== undefined && { key }) });
  const wrong = members.find(([, member]) => !isShort(member));
  return wrong && `.${wrong[0]}`;
}

function faultOfOwnName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return '';
  const { name, role, site } = value as Partial<OwnName>;
  if (!isOwnName(name)) return '.name';
  if (!OWN_ROLES.some((one) => one === role)) return '.role';
  return site === undefined || isShort(site) ? undefined : '.site';
}

/** A name, or a pattern of one: of stars alone it would be everything. */
export function isOwnName(name: unknown): name is string {
  return typeof name === 'string' && name.length <= LONGEST_NAME && /[^*\s]/.test(name);
}

/** The name of a limit that nobody knows is not told: it may be anything. */
function faultOfLimits(thresholds: unknown): string | undefined {
  if (typeof thresholds !== 'object' || thresholds === null) return 'thresholds';
  const wrong = Object.entries(thresholds).find(([name, chosen]) => !isLimit(name, chosen));
  if (!wrong) return undefined;
  return isThreshold(wrong[0]) ? `thresholds.${wrong[0]}` : 'thresholds';
}

function isLimit(name: string, chosen: unknown): boolean {
  return isThreshold(name) && Number.isSafeInteger(chosen) && Number(chosen) > 0;
}

function isThreshold(name: string): boolean {
  return THRESHOLD_NAMES.some((one) => one === name);
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST;
}
