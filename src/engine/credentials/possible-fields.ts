import { pageAddress, siteOf } from '../normalize/addresses/site.js';
import { isUuid } from '../values/ids/uuid.js';
import type { NewSighting } from './sighting.js';

/** A value that pages had hidden under one name, and where. */
interface Given {
  value: string;
  seen: NewSighting;
  /** Addresses of pages, in the order in which they came. */
  pages: readonly string[];
  /** Requests that changed something and brought it back aside, beside a cookie. */
  changes?: number;
  /** Brought back where nothing changes. */
  isRead?: true;
}

/** What pages of one origin had under one name. */
interface PossibleField {
  values: readonly Given[];
  /** It belongs to what a page shows: an older value came again, or the address has it. */
  isOfPage?: boolean;
  /** Its name says what it is: that it changes, and that a request brings it back, is enough. */
  isNamed?: boolean;
}

/** Plain JSON data. */
export type SavedFields = readonly (readonly [identity: string, field: PossibleField])[];

const MAX_FIELDS = 128;
const MAX_VALUES = 8;
const MAX_PAGES = 4;
/** So many addresses with the same value, where their paths are one: `index.php?page=…`. */
const ENOUGH_PAGES = 3;
/** So many changes that bring it back, where no reading does. */
const ENOUGH_CHANGES = 2;

/**
 * Hidden values of pages that no list names. One against forgery is the session's: page after page
 * has it until the session changes, and then all have another. The id or the version of what a page
 * shows is that page's, and comes again with it; what is new with every page tells nothing. Of one
 * visit without a login another thing tells: scripts send it where something changes, and only
 * there.
 */
export class PossibleFields {
  readonly #fields: Map<string, PossibleField>;

  constructor(saved: SavedFields = []) {
    this.#fields = new Map(saved);
  }

  save(): SavedFields {
    return [...this.#fields];
  }

  /** A page had this value. */
  note(
    identity: string,
    value: string,
    seen: NewSighting,
    { page, isNamed = false }: { page: string; isNamed?: boolean | undefined },
  ): void {
    const field = this.#fields.get(identity) ?? { values: [], ...(isNamed ? { isNamed } : {}) };
    this.#fields.delete(identity);
    this.#fields.set(identity, noted(field, { value, seen, pages: [page] }));
    const [oldest] = this.#fields.keys();
    if (this.#fields.size > MAX_FIELDS && oldest !== undefined) this.#fields.delete(oldest);
  }

  /** The page's sighting of a value of the session's, which a request brings back now. */
  given(identity: string, value: string): NewSighting | undefined {
    const { values = [], isOfPage = false, isNamed = false } = this.#fields.get(identity) ?? {};
    const given = values.find((one) => one.value === value);
    if (isOfPage || !given) return undefined;
    const isProven = values.length > 1 && (isNamed || values.some(isOfSession));
    return isProven || isOfChanges(given) ? given.seen : undefined;
  }

  /** The page's sighting of a value, whatever became of it. */
  seenIn(identity: string, value: string): NewSighting | undefined {
    return this.#fields.get(identity)?.values.find((one) => one.value === value)?.seen;
  }

  /** A request brought this value back beside what it asks for. */
  broughtBack(identity: string, value: string, isChange: boolean): void {
    const field = this.#fields.get(identity);
    if (!field) return;
    const values = field.values.map((one): Given => {
      if (one.value !== value) return one;
      return isChange ? { ...one, changes: (one.changes ?? 0) + 1 } : { ...one, isRead: true };
    });
    this.#fields.set(identity, { ...field, values });
  }

  /** The fields of a site that had this value. */
  withValue(value: string, site: string): string[] {
    return [...this.#fields]
      .filter(([, { values }]) =>
        values.some((one) => one.value === value && siteOf(one.seen.origin) === site),
      )
      .map(([identity]) => identity);
  }
}

function noted(field: PossibleField, given: Given): PossibleField {
  const { values, isOfPage = false, ...said } = field;
  const [page = ''] = given.pages;
  const at = values.findIndex(({ value }) => value === given.value);
  // One page has forms of its own and of its frame, in any order.
  if (at >= 0 && isOfOneAnswer(values[at]!, given)) return field;
  if (isOfPage || page.includes(given.value) || (at >= 0 && at < values.length - 1))
    return { values: [], isOfPage: true };
  const known = values[at];
  if (!known) return { ...said, values: [...values, given].slice(-MAX_VALUES) };
  const pages = [...new Set([...known.pages, page])].slice(0, MAX_PAGES);
  return { ...said, values: [...values.slice(0, -1), { ...known, pages }] };
}

function isOfOneAnswer(one: Given, other: Given): boolean {
  return one.seen.exchange !== undefined && one.seen.exchange.id === other.seen.exchange?.id;
}

function isOfSession({ pages }: Given): boolean {
  return pages.length >= ENOUGH_PAGES || new Set(pages.map(pageAddress)).size > 1;
}

function isOfChanges({ value, changes = 0, isRead }: Given): boolean {
  return changes >= ENOUGH_CHANGES && !isRead && !isUuid(value);
}
