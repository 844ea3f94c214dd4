import type { CredentialDraft } from './draft.js';
import type { Credential, ExchangeRef, LifeEvent, Millis, Sighting } from '../model.js';
import type { NewSighting } from './sighting.js';
import { fieldName } from '../values/field-name.js';
import { hintOf } from '../values/name-hint.js';

const MAX_SLOTS = 2_000;

/** The part of the credential store that chains need. */
interface Store {
  byId(id: string): CredentialDraft | undefined;
  note(
    credential: CredentialDraft,
    type: LifeEvent['type'],
    at: Millis,
    exchange?: ExchangeRef,
  ): void;
}

/**
 * Which token came in the place of which: a new one where an older one of its kind was, so that the
 * older was refreshed (RFC 6749 §6). Answers may be told after their tokens were seen in use, and
 * not in their order.
 */
export class TokenChains {
  readonly #store: Store;
  /** The last token seen in each place; the next one there takes its part. */
  #bySlot = new Map<string, string>();

  constructor(store: Store) {
    this.#store = store;
  }

  save(): [string, string][] {
    return [...this.#bySlot];
  }

  restore(slots: [string, string][]): void {
    this.#bySlot = new Map(slots);
  }

  /** A token was seen in a place; `isNew`: for the first time anywhere. */
  see(
    credential: CredentialDraft,
    { carrier, locator, origin, direction }: NewSighting,
    isNew: boolean,
  ): void {
    // A `state` is for one time: the next one replaces nothing.
    if (hintOf(fieldName(locator))?.role === 'oauth-state') return;
    const slot = JSON.stringify([carrier, locator, origin]);
    const other = this.#store.byId(this.#bySlot.get(slot) ?? '');
    const given = direction === 'received';
    const isOlder = given && other !== undefined && credential.firstSeen < other.firstSeen;
    if (!isOlder && (this.#bySlot.size < MAX_SLOTS || this.#bySlot.has(slot)))
      this.#bySlot.set(slot, credential.id);
    if (given) this.#nameRefresh(credential);
    if (!other || other === credential || !(isNew || given) || other.format !== credential.format)
      return;
    if (isOlder) this.#chain(credential, other);
    else this.#chain(other, credential);
  }

  /** Puts a token behind another one; where that has a later one already, or this an earlier one, between them. */
  #chain(before: CredentialDraft, after: CredentialDraft): void {
    const [next, last] = [
      this.#store.byId(before.replacedBy ?? ''),
      this.#store.byId(after.replaces ?? ''),
    ];
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

  #leadsTo(from: CredentialDraft, to: CredentialDraft): boolean {
    let one: CredentialDraft | undefined = from;
    while (one && one !== to) one = this.#store.byId(one.replacedBy ?? '');
    return one !== undefined;
  }

  #link(before: CredentialDraft, after: CredentialDraft): void {
    before.replacedBy = after.id;
    after.replaces = before.id;
    const { firstAt: at, firstExchange } = receiptOf(after) ?? after.sightings[0]!;
    const known = refreshOf(before);
    if (known)
      Object.assign(known, {
        at,
        lastAt: at,
        ...(firstExchange ? { exchange: firstExchange } : {}),
      });
    else this.#store.note(before, 'refreshed', at, firstExchange);
  }

  /** A token is often seen in use before DevTools tells the response that issued it. */
  #nameRefresh(credential: CredentialDraft): void {
    const refresh = refreshOf(this.#store.byId(credential.replaces ?? ''));
    const exchange = receiptOf(credential)?.firstExchange;
    if (refresh && exchange) refresh.exchange = exchange;
  }
}

function receiptOf({ sightings }: CredentialDraft): Sighting | undefined {
  return sightings.find(({ direction }) => direction === 'received');
}

function refreshOf(credential: CredentialDraft | undefined): LifeEvent | undefined {
  return credential?.life.findLast(({ type }) => type === 'refreshed');
}
