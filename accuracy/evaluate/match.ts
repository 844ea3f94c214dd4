import type { Carrier, Credential, Format, Role } from '../../src/engine/model.js';
import type { Label } from '../support/stack.js';
import type { Item } from './inventory.js';

/** One decision of the engine that is right or wrong. */
export interface Decision {
  /** First of the roles that are true; undefined where nothing is labelled there. */
  truth: Role | undefined;
  /** What the engine said; undefined where it saw nothing. */
  said: Role | undefined;
  right: boolean;
  place: string;
  isCookie: boolean;
  format?: { truth: Format; said: Format };
}

/** Roles whose values identify nobody: not to report one of them is no miss. */
export const HARMLESS: ReadonlySet<Role> = new Set<Role>([
  'other',
  'preference',
  'consent',
  'tracking',
  'load-balancer',
]);

/**
 * Holds the engine's credentials against the labels. A credential counts once for each set of
 * labels that it meets and role that it was given, so that fifty refreshed tokens do not outweigh
 * one cookie.
 */
export function decide(
  credentials: readonly Credential[],
  labels: readonly Label[],
  inventory: readonly Item[],
): Decision[] {
  const decisions = new Map<string, Decision>();
  const met = new Set<Label>();
  for (const credential of credentials) {
    const own = labelsOf(credential, labels);
    for (const label of own) met.add(label);
    const key = [
      ...own.map((label) => labels.indexOf(label)).sort((a, b) => a - b),
      credential.role,
    ].join();
    const decision = own.length === 0 ? unlabelled(credential) : judged(credential, own);
    decisions.set(own.length === 0 ? `${key} ${decision.place}` : key, decision);
  }
  const missed = labels.filter(
    (label) => !met.has(label) && mustBeSeen(label) && inventory.some((item) => fits(label, item)),
  );
  return [...decisions.values(), ...missed.map(toMiss)];
}

/** Cookies and storage items that no label speaks of: their truth has to be looked up. */
export function unlabelledItems(inventory: readonly Item[], labels: readonly Label[]): Item[] {
  const kept = new Set<Carrier>(['cookie', 'localStorage', 'sessionStorage']);
  return inventory.filter(
    (item) => kept.has(item.carrier) && !labels.some((label) => fits(label, item)),
  );
}

export function fits(label: Label, { carrier, name, host }: Item): boolean {
  if (label.carrier !== carrier || (label.host !== undefined && label.host !== host)) return false;
  return typeof label.name === 'string' ? label.name === name : label.name.test(name);
}

/** The first label that fits each of the places where a credential was seen. */
export function labelsOf({ sightings }: Credential, labels: readonly Label[]): Label[] {
  const places = sightings.map(({ carrier, locator, origin }) => ({
    carrier,
    name: locator,
    host: new URL(origin).hostname,
  }));
  return [...new Set(places.flatMap((place) => labels.find((label) => fits(label, place)) ?? []))];
}

function judged(credential: Credential, labels: readonly Label[]): Decision {
  const roles = labels.map(rolesOf);
  const common = roles[0]!.filter((role) => roles.every((others) => others.includes(role)));
  const accepted = common.length > 0 ? common : roles[0]!;
  const right = accepted.includes(credential.role);
  const format = labels.find((label) => label.format)?.format;
  return {
    truth: right ? credential.role : accepted[0],
    said: credential.role,
    right,
    place: placeOf(credential),
    isCookie: credential.kind === 'cookie',
    ...(format ? { format: { truth: format, said: credential.format } } : {}),
  };
}

function unlabelled(credential: Credential): Decision {
  return {
    truth: undefined,
    said: credential.role,
    right: HARMLESS.has(credential.role),
    place: placeOf(credential),
    isCookie: credential.kind === 'cookie',
  };
}

function toMiss(label: Label): Decision {
  return {
    truth: rolesOf(label)[0],
    said: undefined,
    right: false,
    place: `${label.carrier} ${String(label.name)}`,
    isCookie: label.carrier === 'cookie',
  };
}

function mustBeSeen(label: Label): boolean {
  return !rolesOf(label).some((role) => HARMLESS.has(role));
}

/** The roles that are true of what a label speaks of. */
export function rolesOf({ role }: Label): readonly Role[] {
  return typeof role === 'string' ? [role] : role;
}

function placeOf({ carriers, carrier, name, host }: Credential): string {
  return `${carrier} ${name} (${host}; seen in ${carriers.join(', ')})`;
}
