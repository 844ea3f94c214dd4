import { asObject } from '../normalize/bodies/json-value.js';
import { mapJson } from './map-json.js';
import { isPersonal, isPersonalClaim } from './personal.js';

/** Answers that tell of a person have fewer members. */
const MOST = 20_000;
const MOST_CLAIMS = 256;
/** Shorter ones are numbers of rows. */
const LEAST = 3;
/** So short a number stands in much that is of nobody. */
const SHORT_NUMBER = /^\d{1,5}$/;

/**
 * Claims that name a program; the subject of what it signs for itself is the same (RFC 7523 §3).
 */
const OF_PROGRAM: ReadonlySet<string> = new Set(['iss', 'client_id', 'azp', 'appid', 'cid']);

/**
 * Who an object is about: what else it calls somebody beside an address of mail, a user name or
 * the subject of a token (the answer of a UserInfo endpoint, OpenID Connect Core §5.3).
 */
export function personsIn(json: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [json];
  for (let at = 0; at < open.length && at < MOST; at++) {
    const one = open[at];
    const members = Array.isArray(one) ? membersOf(one) : Object.entries(asObject(one) ?? {});
    if (members.some(([name, value]) => typeof value === 'string' && isOfPerson(name)))
      for (const value of toldOf(members)) found.add(value);
    const below: unknown[] = Array.isArray(one) ? one : members.map(([, value]) => value);
    for (const value of below) if (typeof value === 'object' && value !== null) open.push(value);
  }
  return found;
}

/** Of a list that names each of its members: `[{"typ":"email","val":"…"}]`. */
function membersOf(list: readonly unknown[]): [string, unknown][] {
  return list.slice(0, MOST_CLAIMS).flatMap((one): [string, unknown][] => {
    const { typ, type = typ, Name, val, Value, value = val ?? Value } = asObject(one) ?? {};
    const told = type ?? Name;
    return typeof told === 'string' && typeof value === 'string' ? [[told, value]] : [];
  });
}

function toldOf(members: readonly [string, unknown][]): string[] {
  const told = members.filter((one): one is [string, string] => typeof one[1] === 'string');
  const programs = new Set(told.flatMap(([name, value]) => (OF_PROGRAM.has(name) ? value : [])));
  return told.flatMap(([name, value]) =>
    tellsEnough(value) && isPersonalClaim(name) && !programs.has(value) ? value : [],
  );
}

function tellsEnough(value: string): boolean {
  return value.length >= LEAST && !SHORT_NUMBER.test(value);
}

function isOfPerson(name: string): boolean {
  return name === 'sub' || isPersonal(name);
}

/** Claims of a token by which somebody is known, with their names. */
export function personalClaims(claims: string): [name: string, value: string][] {
  const found: [string, string][] = [];
  const programs = new Set<string>();
  mapJson(claims, (name, value, isString) => {
    if (OF_PROGRAM.has(name)) programs.add(value);
    else if (isString && isPersonalClaim(name)) found.push([name, value]);
    return value;
  });
  return found.filter(([, value]) => !programs.has(value));
}
