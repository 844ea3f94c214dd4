import type { Severity } from '../../engine/model.js';
import { SEVERITIES } from '../../engine/severity.js';

export const SCREENS = [
  'overview',
  'flow',
  'credentials',
  'requests',
  'storage',
  'findings',
  'compare',
] as const;
/** Screens without a tab: buttons lead there. */
export const ASIDE = ['settings', 'scratchpad'] as const;
export type Screen = (typeof SCREENS)[number] | (typeof ASIDE)[number];

export const isScreen = (value: unknown): value is Screen =>
  [...SCREENS, ...ASIDE].some((one) => one === value);

/** Where a link leads inside the panel. */
export type Place =
  | { credential: string }
  | { request: string }
  | { rule: string }
  | { severity: Severity }
  | { screen: Screen };

/** A place as the fragment of an address, without `#`. */
export function placeAddress(place: Place): string {
  return new URLSearchParams(Object.entries(place)).toString();
}

/** The place that a fragment names; undefined where it names none. */
export function placeOf(fragment: string): Place | undefined {
  const [entry] = new URLSearchParams(fragment.replace(/^#/, ''));
  if (!entry) return undefined;
  const [kind, name] = entry;
  if (kind === 'credential') return { credential: name };
  if (kind === 'request') return { request: name };
  if (kind === 'rule') return { rule: name };
  const severity = SEVERITIES.find((one) => one === name);
  if (kind === 'severity') return severity && { severity };
  return kind === 'screen' && isScreen(name) ? { screen: name } : undefined;
}
