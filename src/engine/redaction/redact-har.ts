import { readHar } from '../normalize/sources/har.js';
import { Analysis } from '../pipeline/analyze.js';
import { isWorthSweepingHeld, MIN_LENGTH, Needles } from '../report/needles.js';
import { type Found, textSweep } from '../report/sweep.js';
import { signsOf } from '../report/writings.js';
import { decodePercent } from '../normalize/addresses/raw-url.js';
import { maskName, preview } from '../values/telling/redact.js';
import { Collector } from './collect.js';
import { decodedOf } from './decoded.js';
import { escapeLike, signsLike } from './encode-like.js';
import { mapStrings, rewriteValues } from './har-strings.js';
import { isGivenCode } from './judged.js';
import { regex } from '../regex.js';
import { Letters } from './letters.js';
import { Rewrite } from './rewrite.js';
import { type SecretKind, StandIns } from './stand-ins.js';
import { typedIn } from './typed-values.js';

/** Values of one name that were replaced. */
export interface Replaced {
  kind: SecretKind;
  /** Of the cookie, header, field or parameter, without what may be secret in it. */
  name: string;
  /** How many different ones. */
  values: number;
  /** What stands for them now. */
  standIns: string[];
}

export interface RedactedHar {
  har: unknown;
  /** In the order in which they were first seen. */
  replaced: Replaced[];
}

/** In a text that is searched, what may be base64 of a text. */
const RUN = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
const NUMBER = /(?<!\d)\d{9,}(?!\d)/g;
const QUOTED = /(?<=["'>`])[^"'<>`\\]{4,64}(?=\\{0,3}["'<`])/g;
/** What is given with an installation, and what roles are called: secret to nobody. */
const USUAL = regex('i')`
  ^(?:admin(?:istrator)?|root|user(?:name)?|guest|demo|test(?:ing|er|user)?|passw?or[dt]|default
  |public|private|secret|login|manager|operator|support|service|system|change.?me|welcome
  |.{0,3})$`;
/** Codes have up to eight digits. */
const SHORT_RUN = /(?<![A-Za-z0-9])[A-Za-z0-9]{6,8}(?![A-Za-z0-9])/g;

/**
 * A parsed HAR file with everything replaced that may log somebody in or tells who somebody is, in
 * every place and encoding: the same value by the same stand-in, of the same shape. The same file
 * gives the same result; what stands for a value depends on its order and its shape alone.
 * @throws NotAHarError where it is no HAR at all
 */
export function redactHar(har: unknown): RedactedHar {
  const { exchanges } = readHar(har);
  const analysis = new Analysis();
  for (const exchange of exchanges) analysis.addExchange(exchange);
  const seenAt = exchanges.at(-1)?.startedAt ?? 0;
  return redactWith(har, seenAt, (collector) => {
    collector.learn(analysis.credentials(), exchanges);
    collector.learnTyped(typedIn(har, (name) => collector.isPassword(name)));
  });
}

function redactWith(
  har: unknown,
  seenAt: number,
  learn: (collector: Collector) => void,
): RedactedHar {
  const standIns = new StandIns(seenAt);
  const collector = new Collector(standIns);
  learn(collector);
  const bounded = rewriteValues(har, new Rewrite(collector));
  mapStrings(bounded, (text) => {
    collector.text(text);
    return text;
  });
  standIns.make();
  const rewrite = new Rewrite({
    isPassword: (name) => collector.isPassword(name),
    isTyped: (name, value) => collector.isTyped(name, value),
    value: (place, name, value) =>
      collector.mustGo(place, name, value) ? (standIns.of(value) ?? value) : value,
  });
  const write = textWriter(standIns, (name) => collector.isPassword(name));
  return { har: mapStrings(rewriteValues(bounded, rewrite), write), replaced: listOf(standIns) };
}

/** Writes any text without the values, wherever they stand in it and however they are written. */
function textWriter(
  standIns: StandIns,
  isPassword: (name: string) => boolean,
): (text: string) => string {
  const needles = new Needles();
  const short = new Map<string, string>();
  const quoted = new Map<string, string>();
  for (const { value, kind, group } of standIns.all()) {
    const isTyped = kind !== 'credential' && value.length >= MIN_LENGTH && /[^\p{L}]/u.test(value);
    if (isTyped || value.includes('@') || isWorthSweepingHeld(value)) needles.lookFor(value);
    else if (/\d/.test(value) && (/[A-Za-z]/.test(value) || value.length > MIN_LENGTH))
      short.set(value, standIns.of(value)!);
    if (isGivenCode(group.slice(kind.length + 1), value)) short.set(value, standIns.of(value)!);
    if (kind === 'password' && isPassword(group.slice(kind.length + 1)) && !USUAL.test(value))
      quoted.set(value, standIns.of(value)!);
  }
  const letters = new Letters(-1);
  const sweep = textSweep(needles, (found) => standFor(found, standIns, letters));
  const lookUp = (run: string) => short.get(run) ?? run;
  const plain = (text: string) => {
    const swept = sweep(quoted.size === 0 ? text : withoutQuoted(text, quoted));
    return short.size === 0 ? swept : swept.replace(NUMBER, lookUp).replace(SHORT_RUN, lookUp);
  };
  // What is a part of a known value goes with it: written anew by itself it would hide the rest.
  const isWithin = (text: string, from: number, to: number) =>
    needles.find(text).some((hit) => hit.from <= from && to < hit.to);
  const written = (text: string, depth: number): string =>
    plain(
      text.replace(RUN, (run, at: number) => {
        const decoded = standIns.has(run) || depth === 0 ? undefined : decodedOf(run);
        if (decoded === undefined || isWithin(text, at, at + run.length)) return run;
        const other = written(decoded.text, depth - 1);
        return other === decoded.text ? run : decoded.encode(other);
      }),
    );
  return (text) => written(text, 3);
}

/** A word that was a password is looked for where it is said by itself, and nowhere else. */
function withoutQuoted(text: string, quoted: ReadonlyMap<string, string>): string {
  return quoted.get(text) ?? text.replace(QUOTED, (run) => quoted.get(run) ?? run);
}

function standFor({ secret, plain, units }: Found, standIns: StandIns, letters: Letters): string {
  const stand = standIns.of(secret) ?? '';
  if (plain === secret) return escapeLike(units, plain, stand);
  if (plain === decodePercent(secret)) return escapeLike(units, plain, decodePercent(stand));
  const isPart = secret.startsWith(plain) && stand.length === secret.length;
  if (isPart) return escapeLike(units, plain, stand.slice(0, plain.length));
  const spread = signsOf(plain) === signsOf(secret) ? signsLike(plain, stand) : undefined;
  if (spread !== undefined) return escapeLike(units, plain, spread);
  // In an encoding whose beginning is somewhere before: nobody can tell what it was.
  return escapeLike(units, plain, letters.write(plain, '', 'chance'));
}

function listOf(standIns: StandIns): Replaced[] {
  const groups = new Map<string, Replaced>();
  for (const { value, kind, group } of standIns.all()) {
    const name = maskName(group.slice(kind.length + 1));
    const known = groups.get(`${kind} ${name}`) ?? { kind, name, values: 0, standIns: [] };
    known.values++;
    known.standIns.push(preview(standIns.of(value) ?? ''));
    groups.set(`${kind} ${name}`, known);
  }
  return [...groups.values()];
}
