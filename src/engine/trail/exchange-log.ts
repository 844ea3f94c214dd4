import { Losses } from '../losses.js';
import type { Exchange, LoginForm } from '../model.js';
import { parseUrl, siteOf } from '../normalize/site.js';
import { LIMITS } from '../settings.js';
import { bodyProofsOf, withBodyProofs } from './csrf-proof.js';
import type { LoggedExchange } from './logged-exchange.js';
import {
  factsKey,
  isStateChanging,
  type Outcome,
  type ResponseFacts,
  responseFactsOf,
} from './response-facts.js';
import { type SavedSubmittedPasswords, SubmittedPasswords } from './submitted-passwords.js';

export type { LoggedExchange } from './logged-exchange.js';

export interface SavedLog {
  entries: LoggedExchange[];
  submitted: SavedSubmittedPasswords;
}

/**
 * The exchanges of a visit in order, small enough to keep: those that carry the same to the same
 * site, and whose headers say the same, are one entry with a count, until a response changes something.
 */
export class ExchangeLog {
  readonly #losses: Losses;
  #entries: LoggedExchange[] = [];
  #submitted = new SubmittedPasswords();
  #open = new Map<string, LoggedExchange>();

  constructor(losses = new Losses()) {
    this.#losses = losses;
  }

  all(): readonly LoggedExchange[] {
    return this.#entries;
  }

  /** `factsOf` is asked only for what is kept. */
  add(seen: Omit<LoggedExchange, 'count' | 'facts'>, factsOf: () => ResponseFacts): void {
    const bare = isBare(seen);
    if (bare && !mayTurnAway(seen.ref)) return;
    const entry = { ...seen, facts: factsOf() };
    if (bare && !TURNED_AWAY.has(entry.facts.outcome)) return;
    const key = keyOf(entry);
    const open = this.#open.get(key);
    if (open && entry.set.length === 0) {
      open.count++;
      if (requestOf(open.ref) !== requestOf(entry.ref)) open.mixed = true;
      return;
    }
    this.#insert({ ...entry, count: 1 });
  }

  /** Bodies were told later: the response's issued these, the request's had that against forgery. */
  addBodies(entry: Omit<LoggedExchange, 'count'>, exchange: Exchange): void {
    const known = this.#entries.find(({ ref }) => ref.id === entry.ref.id);
    if (known?.facts && exchange.request.body) {
      const csrfProof = withBodyProofs(known.facts.csrfProof, bodyProofsOf(exchange));
      known.facts = { ...known.facts, csrfProof };
    }
    if (entry.set.length === 0 && !entry.password) return;
    if (!known) return this.#insert({ ...entry, count: 1 });
    if (entry.password) known.password ??= entry.password;
    known.set = [...new Set([...known.set, ...entry.set])];
    this.#reopen();
  }

  /** The same for one that may be what a page told of a form with a password. */
  addExchange(seen: Omit<LoggedExchange, 'count' | 'facts'>, exchange: Exchange): void {
    this.add(this.#submitted.answered(exchange, seen), () => responseFactsOf(exchange));
  }

  /** A form with a password was submitted; its request may have been answered before that is told. */
  form(form: LoginForm): void {
    for (const entry of this.#submitted.submitted(form)) {
      const known = this.#entries.find(({ ref }) => ref.id === entry.ref.id);
      if (!known) this.#insert({ ...entry, count: 1 });
      else if (entry.password) known.password ??= entry.password;
    }
    this.#reopen();
  }

  save(): SavedLog {
    const entries = this.#entries.map((entry) => ({ ...entry }));
    return { entries, submitted: this.#submitted.save() };
  }

  restore({ entries, submitted }: SavedLog): void {
    this.#entries = entries;
    this.#submitted = new SubmittedPasswords(submitted);
    this.#reopen();
  }

  #insert(entry: LoggedExchange): void {
    const after = this.#entries.findLastIndex(({ at }) => at <= entry.at);
    this.#entries.splice(after + 1, 0, entry);
    if (this.#entries.length > LIMITS.logEntries)
      this.#losses.note('logEntries', this.#entries.shift()?.count);
    this.#reopen();
  }

  /** What further exchanges may fold into: the entries since something changed. */
  #reopen(): void {
    const changed = this.#entries.findLastIndex(({ set }) => set.length > 0);
    this.#open = new Map(this.#entries.slice(changed + 1).map((entry) => [keyOf(entry), entry]));
  }
}

/** That an address turns away who brings nothing shows that it is for users alone. */
const TURNED_AWAY: ReadonlySet<Outcome> = new Set(['unauthorized', 'login-redirect']);

/** By its status alone: headers are read only of what is kept. */
function mayTurnAway({ status = 0 }: LoggedExchange['ref']): boolean {
  return status === 401 || (status >= 300 && status < 400 && status !== 304);
}

/** What was asked for, whatever its parameters say. */
function requestOf({ method, url }: Pick<LoggedExchange['ref'], 'method' | 'url'>): string {
  return `${method} ${parseUrl(url)?.pathname}`;
}

function isBare({
  carried,
  set,
  password,
}: Pick<LoggedExchange, 'carried' | 'set' | 'password'>): boolean {
  return carried.length === 0 && set.length === 0 && !password;
}

/**
 * What changes something at the server is an entry of its own: it may turn out to be a logout. Of what
 * turned somebody away the address is all that is asked.
 */
function keyOf({
  ref: { method, url },
  carried,
  set,
  password,
  facts,
}: Omit<LoggedExchange, 'at' | 'count'>): string {
  const isOwn = isStateChanging(method) || isBare({ carried, set, ...(password && { password }) });
  const action = isOwn ? requestOf({ method, url }) : '';
  return `${siteOf(url)} ${carried.toSorted().join(' ')} ${action} ${password ?? ''} ${factsKey(facts)}`;
}
