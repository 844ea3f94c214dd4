import type { Exchange, Millis } from '../../model.js';
import { addressOf } from '../../address.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { isConfirmedAddress } from './beside-login-words.js';
import { isForOtherAct, isKeyLink, keysIn } from './keys-of-links.js';
import type { LoginInput, Watched } from '../watched-exchange.js';

/** How long a redirect takes. */
const REDIRECTED: Millis = 15_000;

export type SavedGreetedLink = Watched | null;

/**
 * A link with a key under whatever name, which is given a cookie and sent on without the key to a
 * page that offers to log out: who followed it came as nobody, and is somebody there. Letters have
 * such links, and portals for their users.
 */
export class GreetedLinks {
  #followed: SavedGreetedLink;

  constructor(saved: SavedGreetedLink = null) {
    this.#followed = saved;
  }

  save(): SavedGreetedLink {
    return this.#followed;
  }

  /** The link, where this is the page to which it led, and greets somebody. */
  exchange(exchange: Exchange, watched: Watched, input: LoginInput): Watched | undefined {
    const { url, type, method, startedAt: at, redirectUrl } = exchange;
    if (type !== 'document') return undefined;
    const followed = this.#followed;
    const itself = { ...watched, accepted: true };
    if (isConfirmed(exchange, input) && greets(exchange)) return itself;
    this.#followed = isFollowed(exchange, input) ? itself : null;
    const isThere = followed?.redirectUrl === url && method === 'GET' && !input.signedIn;
    if (!isThere || at - followed.at > REDIRECTED || redirectUrl !== undefined) return undefined;
    return greets(exchange) ? followed : undefined;
  }
}

function greets({ response }: Exchange): boolean {
  const { wayOut, passwordField } = response?.body ?? {};
  return wayOut === true && passwordField === undefined;
}

/** Its own page shows what came of it. */
function isConfirmed(exchange: Exchange, input: LoginInput): boolean {
  const isNew = input.gave.length > 0 && !input.signedIn && !input.cameAlong;
  return isNew && isConfirmedAddress(exchange.url) && isKeyLink(exchange);
}

/** Nobody who had something from before follows a link that has a key, and gets something new. */
function isFollowed({ url, method, redirectUrl }: Exchange, input: LoginInput): boolean {
  if (method !== 'GET' || input.gave.length === 0 || input.signedIn || input.cameAlong)
    return false;
  if (isForOtherAct(url)) return false;
  const [from, to] = [parseUrl(url), addressOf(redirectUrl ?? '', url)];
  if (!from || to?.host !== from.host || redirectUrl === undefined) return false;
  return keysIn(url).some((key) => !to.href.includes(key));
}
