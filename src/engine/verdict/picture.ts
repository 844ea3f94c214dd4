import type { Known } from '../known.js';
import type { Carrier, Credential, ExchangeRef, Millis } from '../model.js';
import { remembered } from '../memo.js';
import { roleFacts } from '../role-table.js';
import { type Text, text, type Told } from '../text.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import { isExposedBy, isLetOut, tellingRows } from './picture-rows.js';
import type { Moment } from '../moments/moment.js';
import { tellList, tellName, tellRequest } from '../values/redact.js';

// The flow picture as data: who told whom what, in order, like a textbook's sequence diagram.

/** A vertical line of the picture. */
export interface Lane {
  id: string;
  kind: 'storage' | 'page' | 'site' | 'other';
  /** Site without scheme; empty for storage and page, which are named by the viewer. */
  label: string;
}

/** `send`: with credentials. `give`: the answer that issued them. `keep`: into jar or storage. */
export interface Arrow {
  type: 'arrow';
  kind: 'send' | 'give' | 'keep';
  from: string;
  to: string;
  at: Millis;
  label: Text;
  /** Requests folded into this arrow. */
  count: number;
  /** It lets a credential out further than it need go. */
  exposed: boolean;
  credentialIds: string[];
  exchange: ExchangeRef;
}

/** Something that happened to the user, across all lanes. */
export interface Note {
  type: 'note';
  moment: Moment['type'];
  at: Millis;
  exchange: ExchangeRef;
}

export interface FlowPicture {
  lanes: Lane[];
  rows: (Arrow | Note)[];
  /** Rows left out because there were too many: the oldest that tell the least. */
  omitted: number;
}

/** A name is cut to this, in a picture. */
const MAX_NAME = 40;
const MAX_OTHERS = 3;
const STORED: readonly Carrier[] = ['localStorage', 'sessionStorage', 'indexedDB'];

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

/** An arrow whose words nobody needs before it is known which rows there is room for. */
type Drawn = Omit<Arrow, 'label'> & { label: () => Text };

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
    const area = STORED.find((carrier) => credential.carriers.includes(carrier));
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

/** A picture of the next report has the same requests. */
const requestOf = remembered(tellRequest);

/** What was asked for, and with what; an arrow of different requests names the first of them. */
function sendLabel(ref: ExchangeRef, sent: readonly Credential[], isMixed: boolean): Text {
  const request = requestOf(ref);
  if (sent.length === 0) return text('picture_request', '{request}', { request });
  const told = { request, names: listOf(sent) };
  return isMixed
    ? text('picture_requests_with', '{request} and others with {names}', told)
    : text('picture_request_with', '{request} with {names}', told);
}

function isArrow(row: Drawn | Note): row is Drawn {
  return row.type === 'arrow';
}

/** What makes a response that gives something the same as one before; undefined where it gives nothing. */
function cycleOf(
  lane: string,
  ref: ExchangeRef,
  sent: readonly Credential[],
  given: readonly Credential[],
): string | undefined {
  if (given.length === 0 || sent.length === 0) return undefined;
  return JSON.stringify([lane, requestOf(ref), listOf(sent), listOf(given)]);
}

function keepLabel(
  { name, cookie, carrier }: Credential,
  ref: ExchangeRef,
  area: Carrier | undefined,
): Text {
  if (carrier !== 'cookie')
    return text('picture_keep', '{area}: {name}', { area: area ?? '', name: tellName(name) });
  return cookie?.clearedBy?.id === ref.id
    ? text('picture_forget', 'cookie jar: {name} removed', { name: tellName(name) })
    : text('picture_keep_cookie', 'cookie jar: {name}', { name: tellName(name) });
}

function namesOf(credentials: readonly Credential[]): Text {
  return text('picture_give', '{names}', { names: listOf(credentials) });
}

function listOf(credentials: readonly Credential[]): Told {
  return tellList([...new Set(credentials.map(shortName))], 3);
}

const shortName = remembered(({ name }: Credential) => tellName(name, MAX_NAME));

function hostOf(site: string): string {
  return site.replace(/^[a-z]+:\/\//, '');
}
