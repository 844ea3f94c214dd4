import { ADDRESS, addressOf } from '../engine/address.js';

// What a user, or an organisation, chose of how to record and to show. How to judge is the engine's
// (`judging.ts`).

/** `inspected`: tabs whose DevTools are open. `allowed`: sites that were named, and no other. */
export const CAPTURES = ['all', 'inspected', 'allowed'] as const;
export type Capture = (typeof CAPTURES)[number];

/** `system`: as DevTools, and elsewhere as the browser. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type ChosenTheme = (typeof THEMES)[number];

/** How many megabytes of one tab are kept at most. */
export const KEPT_MEGABYTES = [1, 2, 4, 6] as const;

export interface Options {
  readonly capture: Capture;
  /** Hosts, each with all its subdomains. */
  readonly sites: readonly string[];
  /** False: every navigation of the tab begins a new recording. */
  readonly preserveLog: boolean;
  readonly theme: ChosenTheme;
  readonly keptMegabytes: number;
  /** False: no request of a page is ever repeated, whoever asks. */
  readonly proofs: boolean;
}

export const DEFAULT_OPTIONS: Options = {
  capture: 'all',
  sites: [],
  preserveLog: true,
  theme: 'system',
  keptMegabytes: 6,
  proofs: true,
};

/** More sites than that are nobody's choice. */
const MOST_SITES = 1_000;

const isOneOf = (words: readonly unknown[]) => (value: unknown) => words.includes(value);

const CHECKS: { readonly [K in keyof Options]: (value: unknown) => boolean } = {
  capture: isOneOf(CAPTURES),
  sites: (value) =>
    Array.isArray(value) && value.length <= MOST_SITES && value.every((one) => isHost(one)),
  preserveLog: (value) => typeof value === 'boolean',
  theme: isOneOf(THEMES),
  keptMegabytes: isOneOf(KEPT_MEGABYTES),
  proofs: (value) => typeof value === 'boolean',
};

/** The names of all options. */
export const OPTION_NAMES = Object.keys(CHECKS) as (keyof Options)[];

/** True for an option's name with a value that it may have. */
export function isOption(name: string, value: unknown): boolean {
  return Object.hasOwn(CHECKS, name) && CHECKS[name as keyof Options](value);
}

/** True for some options and nothing else. */
export function isSomeOptions(value: unknown): value is Partial<Options> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([name, one]) => isOption(name, one));
}

/**
 * The options among the members of a value; what is none, or has no value that it may, is left out.
 */
export function optionsIn(value: unknown): Partial<Options> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([name, one]) => isOption(name, one)));
}

/** A host in the form in which addresses have it, without port: no address, no pattern. */
function isHost(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 253 && hostOf(value) === value;
}

/**
 * The host that somebody meant, whether a name was given, a whole address, or `*.shop.example`;
 * undefined where it is none.
 */
export function hostOf(written: string): string | undefined {
  const bare = written.trim().replace(/^\*\./, '');
  const address = addressOf(ADDRESS.test(bare) ? bare : `https://${bare}`);
  if (!address || !/^(?:https?|wss?):$/.test(address.protocol)) return undefined;
  const host = address.hostname.replace(/\.$/, '');
  return /^[^*%\s]+$/.test(host) ? host : undefined;
}

/** True where an address belongs to one of these hosts or to a subdomain of one. */
export function isAmong(sites: readonly string[], url: string): boolean {
  const host = /^(?:https?|wss?):/.test(url) ? hostOf(url) : undefined;
  return host !== undefined && sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/**
 * What a policy of an organisation can set: options, choices of how to judge, and the first page.
 */
export type PolicyName =
  | keyof Options
  | 'disabledRules'
  | 'suppressions'
  | 'thresholds'
  | 'ownNames'
  | 'firstRunPage';

/** What counts now, and who said so. */
export interface ChosenOptions {
  options: Options;
  /** Set by the organisation: nobody else changes them. */
  locked: PolicyName[];
  /** In the policy, and not in a form that can be read: as if they were not there. */
  unreadable: string[];
}
