import type { Known } from '../known.js';
import type { Credential, ExchangeRef, Millis } from '../model.js';
import { roleFacts } from '../role-table.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import { STORAGE_AREAS } from '../where-seen.js';
import { isExposedBy, isLetOut, tellingRows } from './picture-rows.js';
import type { Moment } from '../moments/moment.js';
import type { Drawn, FlowPicture, Lane, Note } from './flow-picture.js';
import { cycleOf, hostOf, keepLabel, namesOf, requestOf, sendLabel } from './picture-labels.js';

// The flow picture as data: who told whom what, in order, like a textbook's sequence diagram.

const MAX_OTHERS = 3;

/** Draws what identifies the user of one site, from its exchanges in order of time. */
export function pictureOf(site: string, known: Known): FlowPicture {
  const own = known.exchangesOf(site);
  const ids = new Set(own.map(({ ref }) => ref.id));
  const told = known.moments.filter(
    (moment) => moment.site === site || ids.has(moment.exchange.id),
  );
  const drawing = new Drawing(site, known, new Set(told.map(({ exchange }) => exchange.id)));
  // A moment comes after the exchange in which it happened.
  const all = [...own, ...told].toSorted((a, b) => a.at - b.at);
  for (const one of all) {
    if ('ref' in one) drawing.exchange(one);
    else drawing.note(one);
  }
  return drawing.finish();
}

class Drawing {
  readonly #site: string;
  readonly #known: Known;
  /** Ids of the exchanges in which a moment happened: each is drawn for itself. */
  readonly #momentous: ReadonlySet<string>;
  readonly #drawn: ReadonlyMap<string, Credential>;
  /** Those of them that were let out further than they need go. */
  readonly #exposed: ReadonlyMap<string, Credential>;
  readonly #others: string[] = [];
  #rows: (Drawn | Note)[] = [];
  /** Arrows that further requests of the same kind fold into, until something changes. */
  #open = new Map<string, { arrow: Drawn; isMixed: boolean }>();
  /** What was given and kept in the same way since the last moment: a refresh, again and again. */
  readonly #cycles = new Map<string, Drawn[]>();
  /** Tokens already drawn as kept in storage. */
  readonly #kept = new Set<string>();

  constructor(site: string, known: Known, momentous: ReadonlySet<string>) {
    this.#site = site;
    this.#known = known;
    this.#momentous = momentous;
    const drawn = known.credentials.filter(({ role }) => roleFacts(role).drawn);
    this.#drawn = new Map(drawn.map((one) => [one.id, one]));
    this.#exposed = new Map(drawn.filter(isLetOut).map((one) => [one.id, one]));
  }

  exchange(exchange: LoggedExchange): void {
    const { carried, set, count, ref, at } = exchange;
    const sent = carried.filter((id) => this.#drawn.has(id));
    const given = this.#named(set);
    if (sent.length === 0 && given.length === 0) return;
    const lane = this.#laneOf(this.#known.targetOf(exchange));
    const cycle = this.#momentous.has(ref.id) ? undefined : this.#cycleOf(lane, ref, sent, given);
    const before = cycle === undefined ? undefined : this.#cycles.get(cycle);
    if (before) {
      for (const arrow of before) arrow.count += count;
      return;
    }
    const begin = this.#rows.length;
    this.#send(lane, exchange, sent, given.length > 0 || this.#momentous.has(ref.id));
    if (given.length === 0) return;
    this.#rows.push({
      type: 'arrow',
      kind: 'give',
      from: lane,
      to: 'page',
      at,
      label: () => namesOf(given),
      count: 1,
      exposed: false,
      credentialIds: given.map((c) => c.id),
      exchange: ref,
    });
    for (const credential of given) this.#keep(credential, ref, at);
    if (cycle !== undefined) this.#cycles.set(cycle, this.#rows.slice(begin).filter(isArrow));
    this.#open.clear();
  }

  note({ type, at, exchange }: Moment): void {
    this.#rows.push({ type: 'note', moment: type, at, exchange });
    this.#open.clear();
    this.#cycles.clear();
  }

  finish(): FlowPicture {
    const rows = tellingRows(this.#rows).map((row) =>
      row.type === 'note' ? row : { ...row, label: row.label() },
    );
    const lanes: Lane[] = [
      { id: 'storage', kind: 'storage', label: '' },
      { id: 'page', kind: 'page', label: '' },
      { id: 'site', kind: 'site', label: hostOf(this.#site) },
      ...this.#others.map((other): Lane => ({
        id: other,
        kind: 'other',
        label: other === 'other' ? '' : hostOf(other),
      })),
    ];
    return { lanes, rows, omitted: this.#rows.length - rows.length };
  }

  #send(
    lane: string,
    { ref, at, count, mixed = false }: LoggedExchange,
    sent: string[],
    alone: boolean,
  ): void {
    const exposed = sent.some((id) => {
      const one = this.#exposed.get(id);
      return one !== undefined && isExposedBy(one, ref);
    });
    const key = `${lane} ${exposed} ${sent.join(' ')}`;
    const open = alone ? undefined : this.#open.get(key);
    if (open) {
      const { arrow: first } = open;
      first.count += count;
      if (open.isMixed || !(mixed || requestOf(first.exchange) !== requestOf(ref))) return;
      open.isMixed = true;
      first.label = () => sendLabel(first.exchange, this.#named(sent), true);
      return;
    }
    const arrow: Drawn = {
      type: 'arrow',
      kind: 'send',
      from: 'page',
      to: lane,
      at,
      label: () => sendLabel(ref, this.#named(sent), mixed),
      count,
      exposed,
      credentialIds: sent,
      exchange: ref,
    };
    this.#rows.push(arrow);
    if (!alone) this.#open.set(key, { arrow, isMixed: mixed });
  }

  /** Cookies are kept by the browser at once; a token where it was later found in storage. */
  #keep(credential: Credential, ref: ExchangeRef, at: Millis): void {
    const area = STORAGE_AREAS.find((carrier) => credential.carriers.includes(carrier));
    const isCookie = credential.carrier === 'cookie';
    if (
      (!isCookie && !area) ||
      credential.cookie?.rejected ||
      (!isCookie && this.#kept.has(credential.id))
    )
      return;
    this.#kept.add(credential.id);
    this.#rows.push({
      type: 'arrow',
      kind: 'keep',
      from: 'page',
      to: 'storage',
      at,
      label: () => keepLabel(credential, ref, area),
      count: 1,
      exposed: false,
      credentialIds: [credential.id],
      exchange: ref,
    });
  }

  #cycleOf(
    lane: string,
    ref: ExchangeRef,
    sent: readonly string[],
    given: readonly Credential[],
  ): string | undefined {
    return given.length === 0 ? undefined : cycleOf(lane, ref, this.#named(sent), given);
  }

  #named(ids: readonly string[]): Credential[] {
    return ids.flatMap((id) => this.#drawn.get(id) ?? []);
  }

  #laneOf(site: string): string {
    if (site === this.#site) return 'site';
    if (this.#others.includes(site)) return site;
    const lane = this.#others.length < MAX_OTHERS ? site : 'other';
    if (!this.#others.includes(lane)) this.#others.push(lane);
    return lane;
  }
}

function isArrow(row: Drawn | Note): row is Drawn {
  return row.type === 'arrow';
}
