import { Losses } from '../losses.js';
import { isSafe } from '../methods.js';
import type { Exchange, LoginForm } from '../model.js';
import { placeOf } from '../moments/address-words.js';
import { parseUrl, siteOf } from '../normalize/addresses/site.js';
import { LIMITS } from '../settings.js';
import { bodyProofsOf, withBodyProofs } from './csrf-proof.js';
import type { LoggedExchange } from './logged-exchange.js';
import { factsKey, type Outcome, type ResponseFacts, responseFactsOf } from './response-facts.js';
import { sendsPassword } from './password-use.js';
import { type SavedSubmittedPasswords, SubmittedPasswords } from './submitted-passwords.js';
import { type SavedTurnedAway, type TurnedAway, TurnedAwayList } from './turned-away.js';

export type { LoggedExchange } from './logged-exchange.js';

export interface SavedLog {
  entries: LoggedExchange[];
  submitted: SavedSubmittedPasswords;
  /** Absent in what an older version saved. */
  turnedAway?: SavedTurnedAway;
}

/**
 * The exchanges of a visit in order, small enough to keep: those that carry the same to the same
 * site, and whose headers say the same, are one entry with a count, until a response changes
 * something.
 */
export class ExchangeLog {
  readonly #losses: Losses;
  #entries: LoggedExchange[] = [];
  #submitted = new SubmittedPasswords();
  #turnedAway = new TurnedAwayList();
  #open = new Map<string, LoggedExchange>();

  constructor(losses = new Losses()) {
    this.#losses = losses;
  }

  all(): readonly LoggedExchange[] {
    return this.#entries;
  }

  /** Addresses that turned somebody away, or asked for a password. */
  turnedAway(): readonly TurnedAway[] {
    return this.#turnedAway.all();
  }

  /** `factsOf` is asked only for what is kept. */
  add(seen: Omit<LoggedExchange, 'count' | 'facts'>, factsOf: () => ResponseFacts): void {
    const bare = isBare(seen);
    if (bare && !mayTurnAway(seen.ref)) return;
    const entry = { ...seen, facts: factsOf() };
    if (bare && !TURNED_AWAY.has(entry.facts.outcome)) return;
    const key = this.#keyOf(entry);
    const open = this.#open.get(key);
    if (open && entry.set.length === 0) {
      open.count++;
      if (requestOf(open.ref) !== requestOf(entry.ref)) open.mixed = true;
      return;
    }
    this.#insert({ ...entry, count: 1 });
  }

  /**
   * Bodies were told later: the response's issued these, the request's had that against forgery.
   */
  addBodies(entry: Omit<LoggedExchange, 'count'>, exchange: Exchange): void {
    const known = this.#entries.find(({ ref }) => ref.id === entry.ref.id);
    if (known?.facts && exchange.request.body) {
      const csrfProof = withBodyProofs(known.facts.csrfProof, bodyProofsOf(exchange));
      known.facts = { ...known.facts, csrfProof };
    }
    if (known && this.#turnedAway.isWithoutForm(known.ref.url, exchange)) known.withoutForm = true;
    this.#turnedAway.noteBody(entry.ref.url, entry.at, exchange);
    if (entry.set.length === 0 && !entry.password) return;
    if (!known) return this.#insert({ ...entry, count: 1 });
    if (entry.password) known.password ??= entry.password;
    known.set = [...new Set([...known.set, ...entry.set])];
    this.#reopen();
  }

  /** The same for one that may be what a page told of a form with a password. */
  addExchange(seen: Omit<LoggedExchange, 'count' | 'facts'>, exchange: Exchange): void {
    const entry = this.#submitted.answered(exchange, seen);
    const isChanged = this.#turnedAway.isWithoutForm(exchange.url, exchange);
    this.#turnedAway.note(exchange);
    this.add({ ...entry, ...(isChanged && { withoutForm: true }) }, () =>
      responseFactsOf(exchange),
    );
  }

  /**
   * A form with a password was submitted; its request may have been answered before that is told.
   */
  form(form: LoginForm): void {
    this.#turnedAway.form(form);
    for (const entry of this.#submitted.submitted(form)) {
      const known = this.#entries.find(({ ref }) => ref.id === entry.ref.id);
      if (!known) this.#insert({ ...entry, count: 1 });
      else if (entry.password) known.password ??= entry.password;
    }
    this.#reopen();
  }

  save(): SavedLog {
    const entries = this.#entries.map((entry) => ({ ...entry }));
    const submitted = this.#submitted.save();
    return { entries, submitted, turnedAway: this.#turnedAway.save() };
  }

  restore({ entries, submitted, turnedAway }: SavedLog): void {
    this.#entries = entries;
    this.#submitted = new SubmittedPasswords(submitted);
    this.#turnedAway = new TurnedAwayList(turnedAway);
    this.#reopen();
  }

  #insert(entry: LoggedExchange): void {
    const after = this.#entries.findLastIndex(({ at }) => at <= entry.at);
    this.#entries.splice(after + 1, 0, entry);
    if (this.#entries.length > LIMITS.logEntries)
      this.#losses.note('logEntries', this.#entries.shift()?.count);
    this.#reopen();
  }

  /**
   * What further exchanges may fold into: the entries since something changed, or somebody logged
   * in.
   */
  #reopen(): void {
    const changed = this.#entries.findLastIndex(changesWho);
    this.#open = new Map(
      this.#entries.slice(changed + 1).map((entry) => [this.#keyOf(entry), entry]),
    );
  }

  /** An address that turned somebody away is told apart from others, whatever it answers later. */
  #keyOf(entry: Omit<LoggedExchange, 'count'>): string {
    const { url } = entry.ref;
    const place = this.#turnedAway.knows(url) ? placeOf(url) : '';
    return `${keyOf(entry)} ${place} ${entry.withoutForm ?? ''}`;
  }
}

function changesWho(entry: LoggedExchange): boolean {
  return entry.set.length > 0 || sendsPassword(entry);
}

/** Whoever is not logged in gets one of these where an address is for users alone. */
export const TURNED_AWAY: ReadonlySet<Outcome> = new Set(['unauthorized', 'login-redirect']);

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
 * What changes something at the server is an entry of its own: it may turn out to be a logout. Of
 * what turned somebody away the address is all that is asked.
 */
function keyOf({
  ref: { method, url },
  carried,
  set,
  password,
  facts,
}: Omit<LoggedExchange, 'at' | 'count'>): string {
  const isOwn = !isSafe(method) || isBare({ carried, set, ...(password && { password }) });
  const action = isOwn ? requestOf({ method, url }) : '';
  const all = carried.toSorted().join(' ');
  return `${siteOf(url)} ${all} ${action} ${password ?? ''} ${factsKey(facts)}`;
}
