import { addressOf, isOfWeb, withoutFragment } from '../../address.js';
import type { Exchange, WayOut } from '../../model.js';
import { namedActs } from '../named-acts.js';

const KEPT = 64;

export type SavedWays = WayOut[];

/**
 * Where pages led whoever presses what they call logging out: such an address logs out, whatever
 * it is called.
 */
export class LabelledWays {
  #ways: SavedWays;

  constructor(saved: SavedWays = []) {
    this.#ways = saved;
  }

  save(): SavedWays {
    return this.#ways;
  }

  /** Notes where a page leads. */
  exchange({ url, response }: Exchange): void {
    const found = (response?.body?.waysOut ?? []).flatMap((way): WayOut[] => {
      const to = resolved(way.to, url);
      return to === undefined ? [] : [{ ...way, to }];
    });
    const others = this.#ways.filter((one) => !found.some((way) => isSame(one, way)));
    if (found.length > 0) this.#ways = [...others, ...found].slice(-KEPT);
  }

  /** True for a request by one of them, which the server did not refuse. */
  isOne(exchange: Exchange): boolean {
    const { url, method, request, response, type } = exchange;
    const status = response?.status ?? 0;
    if (this.#ways.length === 0 || status < 200 || status >= 400) return false;
    if (method !== 'GET' && (method !== 'POST' || request.body?.passwordField !== undefined))
      return false;
    if (method === 'GET' && type !== 'document') return false;
    const to = resolved(url, url);
    return this.#ways.some(
      (way) => way.to === to && (method === 'POST') === (way.form ?? false) && asks(way, exchange),
    );
  }
}

/** A form that shares its address with others is known by what it asks for. */
function asks({ word }: WayOut, exchange: Exchange): boolean {
  if (word === undefined || exchange.request.body === undefined) return word === undefined;
  const acts = namedActs(exchange);
  return word.split(' ').every((one) => acts.includes(one));
}

function isSame(one: WayOut, other: WayOut): boolean {
  return one.to === other.to && one.form === other.form && one.word === other.word;
}

/** No other part of the page that is shown, and nothing that a script does. */
function resolved(to: string, page: string): string | undefined {
  const address = to.startsWith('#') ? undefined : addressOf(to, page);
  if (!address || !isOfWeb(address.href)) return undefined;
  return withoutFragment(address.href);
}
