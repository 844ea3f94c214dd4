import type { Severity } from '../../engine/model.js';
import type { RequestRow } from '../../messaging/views.js';
import { SEVERITIES, severityRank } from '../../engine/severity.js';
import { label } from '../words/i18n.js';
import { isDuring } from '../span/during.js';

/** What the filter may ask of a credential. */
export interface CredentialFacts {
  name: string;
  role: string;
  format: string;
  carriers: readonly string[];
  worst: Severity | null;
}

/** What is known beside a row itself. */
export interface Known {
  factsOf(credentialId: string): CredentialFacts | undefined;
  /** `login`, `logout`, `session-lost` */
  momentsOf(requestId: string): readonly string[];
}

export type RowFilter = (row: RequestRow, known: Known) => boolean;

type Term = (wanted: string) => RowFilter;

/** Splits at blanks, except between double quotes. */
export function filterWords(filter: string): string[] {
  return [...filter.matchAll(/(?:"[^"]*"?|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''));
}

/**
 * Turns what was typed into a test of one row. All words must hold; `-` before one negates it. It
 * remembers what it was told of credentials: to be made anew when that changes.
 */
export function compileFilter(filter: string): RowFilter {
  const words = filterWords(filter.toLowerCase());
  // While a word is being typed nothing should vanish.
  const tests = words.filter((word) => !isUnfinished(word)).map(compileWord);
  return (row, known) => tests.every((test) => test(row, known));
}

/** Adds a word to a filter, or takes it out where it is there already. */
export function toggleWord(filter: string, word: string): string {
  const words = filter.split(/\s+/).filter(Boolean);
  const others = words.filter((each) => each !== word);
  return (others.length < words.length ? others : [...words, word]).join(' ');
}

/** `-`, `has:`, `-has:` */
function isUnfinished(word: string): boolean {
  const bare = word.startsWith('-') ? word.slice(1) : word;
  return bare === '' || (bare.endsWith(':') && TERMS.has(bare.slice(0, -1)));
}

function compileWord(word: string): RowFilter {
  if (word.startsWith('-')) {
    const test = compileWord(word.slice(1));
    return (row, known) => !test(row, known);
  }
  const colon = word.indexOf(':');
  const term = colon > 0 ? TERMS.get(word.slice(0, colon)) : undefined;
  if (term) return term(word.slice(colon + 1));
  const pattern = patternOf(word);
  if (pattern) return (row) => pattern.test(plainText(row));
  if (/\s/.test(word)) return (row) => plainText(row).includes(word);
  // To join the parts of 100,000 rows costs more than to look into each.
  const isIn = (part: string) => part.toLowerCase().includes(word);
  return (row) => isIn(row.url) || isIn(row.method) || isIn(row.type) || isIn(outcomeOf(row));
}

/** Between slashes, as in the Network panel; one that is not finished is plain text. */
export function patternOf(word: string, flags = ''): RegExp | undefined {
  const source = /^\/(.+)\/$/.exec(word)?.[1];
  try {
    return source === undefined ? undefined : new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/**
 * Words that look like a term and are none (`domain:`), which are looked for as text: whoever typed
 * one wants to know that. Addresses and host names with a port are not meant.
 */
export function unknownTerms(filter: string): string[] {
  return filterWords(filter.toLowerCase()).flatMap((word) => {
    const name = /^-?([a-z]+):(?!\/\/|\d)/.exec(word)?.[1];
    return name === undefined || TERMS.has(name) ? [] : [`${name}:`];
  });
}

function outcomeOf({ status, error }: RequestRow): string {
  return `${status ?? error ?? ''}`;
}

function plainText(row: RequestRow): string {
  // Joined it is one flat text at once; as a template its parts would be put together later, again.
  return [row.method, row.url, row.type, outcomeOf(row)].join(' ').toLowerCase();
}

/** A role as the model writes it, or as its chip shows it. */
function hasRole({ role }: CredentialFacts, wanted: string): boolean {
  return role === wanted.replaceAll(' ', '-') || label('role', role).toLowerCase() === wanted;
}

function describes(facts: CredentialFacts, wanted: string): boolean {
  return (
    wanted === 'credential' ||
    hasRole(facts, wanted) ||
    facts.format === wanted ||
    facts.carriers.some((carrier) => carrier.toLowerCase() === wanted) ||
    facts.name.toLowerCase().includes(wanted)
  );
}

/** Many rows speak of few credentials: each is looked at once, for as long as the filter stands. */
function someCredential(
  places: readonly ('carried' | 'set')[],
  holds: (facts: CredentialFacts) => boolean,
): RowFilter {
  const held = new Map<string, boolean>();
  const test = (id: string, known: Known): boolean => {
    const before = held.get(id);
    if (before !== undefined) return before;
    const facts = known.factsOf(id);
    const holding = facts !== undefined && holds(facts);
    held.set(id, holding);
    return holding;
  };
  return (row, known) => places.some((place) => row[place].some((id) => test(id, known)));
}

const EITHER = ['carried', 'set'] as const;

function matchesStatus(row: RequestRow, wanted: string): boolean {
  if (wanted === 'pending') return row.status === undefined && row.error === undefined;
  if (wanted === 'failed') return row.error !== undefined;
  if (row.status === undefined) return false;
  const status = String(row.status);
  return /^[1-9]xx$/.test(wanted) ? status[0] === wanted[0] : status.startsWith(wanted);
}

function matchesHost(host: string, wanted: string): boolean {
  const lower = host.toLowerCase();
  return wanted.startsWith('*.') ? lower.endsWith(wanted.slice(1)) : lower.includes(wanted);
}

function atLeast(wanted: string): RowFilter {
  const limit = SEVERITIES.findIndex((severity) => severity === wanted);
  return someCredential(EITHER, ({ worst }) => worst !== null && severityRank(worst) <= limit);
}

/** What it was in the story, or one that Credtrail had the page repeat. */
const isIt: Term = (wanted) => (row, known) =>
  wanted === 'proof' ? row.probe === true : known.momentsOf(row.id).includes(wanted);

const TERMS: ReadonlyMap<string, Term> = new Map<string, Term>([
  ['has', (wanted) => someCredential(EITHER, (facts) => describes(facts, wanted))],
  ['carries', (wanted) => someCredential(['carried'], (facts) => describes(facts, wanted))],
  ['sets', (wanted) => someCredential(['set'], (facts) => describes(facts, wanted))],
  ['role', (wanted) => someCredential(EITHER, (facts) => hasRole(facts, wanted))],
  ['severity', atLeast],
  ['is', isIt],
  ['host', (wanted) => (row) => matchesHost(row.host, wanted)],
  ['status', (wanted) => (row) => matchesStatus(row, wanted)],
  ['method', (wanted) => (row) => row.method.toLowerCase() === wanted],
  ['during', (wanted) => (row) => isDuring(row.startedAt, wanted)],
  ['type', (wanted) => (row) => row.type === wanted],
]);

/** Terms that the filter knows. */
export const TERM_NAMES: readonly string[] = [...TERMS.keys()];
