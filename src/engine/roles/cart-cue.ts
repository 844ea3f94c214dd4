import type { Credential } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';

/**
 * The key of a cart, a wish list or a checkout, by the whole end of a name: `cart-token`,
 * `/basket/id`.
 */
const KEY_OF_A_CART =
  /(?:^|[/_.:-])(?:cart|basket|wish_?list|checkout)[/_.:-]?(?:token|id|key|hash|uuid|guid)$/i;
const CART = /^(?:shopping[_.-]?)?(?:cart|basket)$/i;

const OF_A_CART: Cue = {
  role: 'other',
  weight: 0.6,
  text: text(
    'evidence_of_a_cart',
    'it is named after a cart, and no login gave it: it tells whose cart it is, and not ' +
      'who somebody is',
  ),
};

/** What a shop gives to everybody who puts something aside. */
export function cartCues({ name, carrier, behaviour, sightings }: Credential): Cue[] {
  if (behaviour.issuedAtLogin ?? behaviour.clearedAtLogout) return [];
  const isCart = (place: string) => KEY_OF_A_CART.test(place) || CART.test(place);
  // Under another name it may be more: somebody's token, kept among the things of the cart.
  const isNamed =
    carrier === 'cookie' ? isCart(name) : sightings.every((one) => isCart(one.locator));
  return isNamed ? [OF_A_CART] : [];
}
