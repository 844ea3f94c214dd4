import type { Credential, Millis, Sighting } from '../model.js';
import { LIMITS } from '../settings.js';
import { fieldName } from '../values/names/field-name.js';
import { hintOf } from '../values/names/name-hint.js';
import { isKin, isOtherWay, slotOf } from './kin.js';
import { noteLife } from './life.js';
import { foldLineage } from './merge.js';
import type { Records } from './records.js';
import type { NewSighting } from './sighting.js';

/** Both of two tokens in use at once for longer than this: neither took the other's place. */
const OVERLAP: Millis = 10_000;

/**
 * Which token came in the place of which: a new one where an older one of its kind was, so that the
 * older was refreshed (RFC 6749 §6). Answers may be told after their tokens were seen in use, and
 * not in their order.
 */
export class Lineages {
  readonly #records: Records;
  /** The last token seen in each place; the next one there takes its part. */
  readonly #bySlot: Map<string, string>;

  constructor(records: Records, slots: Iterable<readonly [string, string]> = []) {
    this.#records = records;
    this.#bySlot = new Map(slots);
  }

  save(): [string, string][] {
    return [...this.#bySlot];
  }

  /** A token was seen in a place; `isNew`: for the first time anywhere. */
  see(token: Credential, seen: NewSighting, isNew: boolean): void {
    // A `state` is for one time: the next one replaces nothing.
    if (token.kind !== 'token' || hintOf(fieldName(seen.locator))?.role === 'oauth-state') return;
    const slot = slotOf(token, seen);
    const other = this.#records.byId(this.#bySlot.get(slot) ?? '');
    const given = seen.direction === 'received';
    const isApart = other !== undefined && isOtherWay(token, other, seen);
    if (isApart && !given) return;
    const isOlder = given && other !== undefined && token.firstSeen < other.firstSeen;
    if (!isOlder) this.#fill(slot, token.id);
    if (other?.id === token.id) this.#part(token, seen);
    if (!other || other.id === token.id || isApart) return;
    if (
      other.replaces === token.id &&
      seen.direction === 'sent' &&
      seen.at - other.firstSeen > OVERLAP
    ) {
      this.#unlink(token.id, other.id);
    } else if ((isNew || given) && isKin(token, other)) {
      if (isOlder) this.#chain(token, other);
      else this.#chain(other, token);
    }
  }

  /**
   * One that is still sent where it always was, while the next one has long gone to another server:
   * each is for its own.
   */
  #part(token: Credential, { direction, carrier, at, origin }: NewSighting): void {
    const next = this.#records.byId(token.replacedBy ?? '');
    if (!next || direction !== 'sent' || carrier !== 'header') return;
    const sent = next.sightings.filter((one) => one.direction === 'sent');
    const isElsewhere = sent.length > 0 && sent.every((one) => one.origin !== origin);
    if (isElsewhere && at - next.firstSeen > OVERLAP) this.#unlink(token.id, next.id);
  }

  /** The place that was used longest ago gives way: there, a refresh is not recognised any more. */
  #fill(slot: string, id: string): void {
    this.#bySlot.delete(slot);
    this.#bySlot.set(slot, id);
    const [oldest] = this.#bySlot.keys();
    if (this.#bySlot.size > LIMITS.slots && oldest !== undefined) this.#bySlot.delete(oldest);
  }

  /** A token is often seen in use before the response that issued it is told. */
  nameRefresh(token: Credential): void {
    const exchange = receiptOf(token)?.firstExchange;
    const before = this.#records.byId(token.replaces ?? '');
    if (!before || !exchange) return;
    const refresh = this.#records
      .draft(before.id)
      .life.findLast(({ type }) => type === 'refreshed');
    if (refresh) refresh.exchange = exchange;
  }

  /** Takes a record out of its lineage: its neighbours follow each other. */
  unhook(record: Credential): void {
    const before = this.#records.byId(record.replaces ?? '');
    const after = this.#records.byId(record.replacedBy ?? '');
    if (before) this.#unlink(before.id, record.id);
    if (after) this.#unlink(record.id, after.id);
    if (before && after) this.#link(before, after);
  }

  /** A login gave this token: it goes on from none that was there before. */
  begin(token: Credential, login: Millis): void {
    const before = this.#records.byId(token.replaces ?? '');
    if (before && before.firstSeen < login) this.#unlink(before.id, token.id);
  }

  /** What comes in the place of these goes on from none of them. */
  close(ids: ReadonlySet<string>): void {
    for (const [slot, id] of this.#bySlot) if (ids.has(id)) this.#bySlot.delete(slot);
  }

  /**
   * Puts a token behind another one; where that has a later one already, or this an earlier one,
   * between them.
   */
  #chain(before: Credential, after: Credential): void {
    const next = this.#records.byId(before.replacedBy ?? '');
    const last = this.#records.byId(after.replaces ?? '');
    if ((next && last) || this.#leadsTo(after, before)) return;
    if (next) {
      if (after.replacedBy || next.firstSeen <= after.firstSeen) return;
      this.#link(after, next);
    }
    if (last) {
      if (before.replaces || last.firstSeen >= before.firstSeen) return;
      this.#link(last, before);
    }
    this.#link(before, after);
  }

  /** True where following what took its place leads from one to the other. */
  #leadsTo(from: Credential, to: Credential): boolean {
    const visited = new Set<string>();
    let one: Credential | undefined = from;
    while (one && one.id !== to.id && !visited.has(one.id)) {
      visited.add(one.id);
      one = this.#records.byId(one.replacedBy ?? '');
    }
    return one?.id === to.id;
  }

  /** The second took the first's place, by the exchange in which it was first seen. */
  #link(before: Credential, after: Credential): void {
    const seen = receiptOf(after) ?? after.sightings[0];
    const [at, exchange] = [seen?.firstAt ?? after.firstSeen, seen?.firstExchange];
    const older = this.#records.draft(before.id);
    this.#records.draft(after.id).replaces = older.id;
    older.replacedBy = after.id;
    const known = older.life.findLast(({ type }) => type === 'refreshed');
    if (known) Object.assign(known, { at, lastAt: at, ...(exchange ? { exchange } : {}) });
    else noteLife(older, 'refreshed', at, exchange ? { exchange } : {});
    this.#records.touch(older.id);
    this.#foldOldest(older.id);
  }

  #unlink(before: string, after: string): void {
    const older = this.#records.draft(before);
    delete older.replacedBy;
    delete this.#records.draft(after).replaces;
    const refresh = older.life.findLastIndex(({ type }) => type === 'refreshed');
    if (refresh >= 0) older.life.splice(refresh, 1);
    this.#records.touch(before);
    this.#records.touch(after);
  }

  /** A token that is renewed for days stays small: its oldest generations are one record. */
  #foldOldest(id: string): void {
    const chain = this.#records.chainOf(id);
    const [first, second, third] = chain;
    if (!first || !second || !third || chain.length <= LIMITS.generations) return;
    const folded = { ...foldLineage([first, second]), replacedBy: third.id };
    this.#records.draft(third.id).replaces = first.id;
    this.#records.retire(second, first.id);
    this.#records.put(folded);
  }
}

/** The response that gave a token: often told after the token was seen in use. */
function receiptOf({ sightings }: Credential): Sighting | undefined {
  return sightings.find(({ direction }) => direction === 'received');
}
