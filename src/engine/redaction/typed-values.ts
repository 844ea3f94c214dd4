import { regex } from '../regex.js';
import { LOG_IN, LOG_OUT } from '../normalize/words/acts.js';
import { asksSecurityQuestion } from '../normalize/passwords/security-answer.js';
import { looksRandom } from '../values/ids/entropy.js';
import { mayBeId } from '../values/ids/may-be-id.js';
import { isOfNobody } from './personal.js';
import { Rewrite } from './rewrite.js';
import type { SecretKind } from './stand-ins.js';
import { type Turn, turnsOf } from './turns.js';
import { unaccented } from '../normalize/words/unaccented.js';
import { wordTable } from '../word-table.js';

/** What was typed to be let in, and what was given for it. */
export interface Typed {
  /** Names with their values ({@link typedKey}), and what is made of them. */
  values: ReadonlyMap<string, SecretKind>;
  /** Ids that are numbers alone, and that requests carry from then on. */
  keys: ReadonlySet<string>;
}

const WORD = /[\w.~+/-]{12,512}={0,2}/g;
const NUMBER = /^(?=(?:[^\d]*\d){12})\d[\d.-]*\d$/;
const TIME = /^[12]\d{9}(?:\d{3})?(?:\.\d+)?$/;
const ADDRESS = /^[a-z][a-z0-9+.-]{0,40}:|^\//i;
/** What programs call their cases: `CLIENT_TYPE_WEB`, `2.0`, `Europe/Berlin`, `en-GB`, `true`. */
const OF_PROGRAMS = regex()`
  ^(?:[A-Z]+(?:_[A-Z]+)+|\d{1,3}(?:\.\d{1,3})*|[A-Z]\w{1,20}(?:\/[A-Z]\w{1,20}){1,2}
  |[a-z]{2}[-_][A-Z]{2}|true|false|null|on|off|yes|no)$`;
/** What says which act it is, and how it is to be answered. */
const OF_PROTOCOL = wordTable(`
  method jsonrpc id action op operation operationname type event cmd command query submit commit
  grant_type response_type response_mode redirect_uri audience connection prompt display lang
  language locale ui_locales protocol version format mode timezone time_zone tz
`);
const ACT = new RegExp(`${LOG_IN}|${LOG_OUT}`, 'iu');
/** So long is an id that an answer gave; a shorter word may stand there by chance. */
const LEAST_ID = 12;
/** What a page filled in itself. */
const FILLED = /\bvalue=(?:"([^"]{1,256})"|'([^']{1,256})'|([^\s"'<>]{1,256}))/gi;
/** What is carried so often was no number of a single thing. */
const LEAST_CARRIED = 2;
/** A login asks for little; what is longer is a document. */
const MOST_BODY = 8_192;

/** A name and its value as one text. */
export function typedKey(name: string, value: string): string {
  return `${name}\n${value}`;
}

/**
 * What traffic has of people who let themselves in, told by what came of it and not by its words:
 * a request was answered with a key that later ones carry. Where one of its fields is a password
 * by name, the others say who it was; where none is, each of them may be the password.
 */
export function typedIn(har: unknown, isPassword: (name: string) => boolean): Typed {
  const turns = turnsOf(har);
  const carried = carriedIn(turns);
  const values = new Map<string, SecretKind>();
  const keys = new Set<string>();
  const filled = new Set<string>();
  const shapes = new Set<string>();
  const unnamed: [shape: string, fields: Fields, isText: boolean][] = [];
  for (const [at, turn] of turns.entries()) {
    if (turn.body !== '' && turn.body.length <= MOST_BODY) {
      const fields = fieldsOf(turn, isPassword);
      const given = handedOut(turn, at, carried);
      for (const key of given) if (NUMBER.test(key)) keys.add(key);
      if (fields.hasPassword) note(values, fields.pairs, 'person', filled);
      else unnamed.push([fields.shape, fields, turn.mimeType.includes('grpc')]);
      if (given.length > 0 && !fields.hasPassword) shapes.add(fields.shape);
    }
    for (const word of turn.told.match(WORD) ?? []) filled.add(word);
    for (const [, double, single, bare] of turn.told.matchAll(FILLED))
      filled.add(double ?? single ?? bare ?? '');
  }
  // Of the same form was what was refused before.
  for (const [shape, { pairs }, isBytes] of unnamed)
    if (shapes.has(shape)) note(values, pairs, isBytes ? 'credential' : 'password', filled);
  return { values, keys };
}

interface Fields {
  pairs: [name: string, value: string][];
  hasPassword: boolean;
  /** Its names, and what it says that it is. */
  shape: string;
}

/** Each name with its value, as a body is read when it is written anew. */
function fieldsOf({ mimeType, body }: Turn, isPassword: (name: string) => boolean): Fields {
  const pairs: [string, string][] = [];
  let hasPassword = false;
  const rewrite = new Rewrite({
    isPassword,
    isTyped: (name, value) => {
      pairs.push([name, value]);
      return false;
    },
    value: (place, _, value) => {
      hasPassword ||= place === 'password';
      return value;
    },
  });
  if (mimeType.includes('grpc')) rewrite.bytes(body);
  else rewrite.body(mimeType, body);
  const shape = pairs.map(([name, value]) => (isOfProtocol(name) ? `${name}=${value}` : name));
  return { pairs, hasPassword, shape: shape.join('\n') };
}

function note(
  values: Map<string, SecretKind>,
  pairs: readonly [string, string][],
  kind: SecretKind,
  filled: ReadonlySet<string>,
): void {
  for (const [name, value] of pairs) {
    if (isOfNobody(name) || isOfProtocol(name) || OF_PROGRAMS.test(value)) continue;
    if (asksSecurityQuestion(name)) continue;
    if (value === '' || ADDRESS.test(value) || ACT.test(unaccented(value))) continue;
    if (filled.has(value) && (kind === 'person' || value.length >= LEAST_ID)) continue;
    if (kind === 'person' && value.length < 2) continue;
    if (!values.has(typedKey(name, value))) values.set(typedKey(name, value), kind);
  }
}

function isOfProtocol(name: string): boolean {
  return OF_PROTOCOL.has(name.replace(/^.*[/[.]|^_+/, '').toLowerCase());
}

interface Carried {
  first: number;
  count: number;
}

/** What stands in requests, from which one on, and in how many. */
function carriedIn(turns: readonly Turn[]): Map<string, Carried> {
  const carried = new Map<string, Carried>();
  for (const [at, { sent }] of turns.entries())
    for (const word of new Set(sent.match(WORD))) {
      const known = carried.get(word);
      if (known) known.count++;
      else carried.set(word, { first: at, count: 1 });
    }
  return carried;
}

function handedOut({ told }: Turn, at: number, carried: ReadonlyMap<string, Carried>): string[] {
  // Before a string of bytes its length may be a letter.
  const words = (told.match(WORD) ?? []).flatMap((word) =>
    word.charCodeAt(0) === word.length - 1 ? [word, word.slice(1)] : [word],
  );
  return [...new Set(words)].filter((word) => {
    const { first = -1, count = 0 } = carried.get(word) ?? {};
    if (first <= at || count < LEAST_CARRIED || TIME.test(word)) return false;
    return NUMBER.test(word) || looksRandom(word) || mayBeId(word);
  });
}
