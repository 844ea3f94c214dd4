import type { Known } from '../../known.js';
import type { ExchangeRef } from '../../model.js';
import { placeOf } from '../../moments/address-words.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { logsIn } from '../../role-table.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import type { TurnedAway } from '../../trail/turned-away.js';
import { remembered } from '../../memo.js';
import { isSignedIn, isUsers } from './users-request.js';
import { regex } from '../../regex.js';
import { TURNED_AWAY } from '../../trail/exchange-log.js';

/** Files that are the same for everybody. */
const STATIC = regex('i')`
  \.(?:m?js|css|map|png|jpe?g|gif|webp|avif|svg|ico|woff2?|ttf|otf|wasm|mp[34]|webm|webmanifest)$`;
/** Of pages that are for logging in: shops have a small form for it on every page. */
const MOST_LOGIN_PAGES = 2;

/** The same address turned somebody else away, or the answer gave what logs in. */
export function needsLogin(exchange: LoggedExchange, known: Known): boolean {
  return known.derived(allNeeding).has(exchange);
}

function allNeeding(known: Known): ReadonlySet<LoggedExchange> {
  return new Set(known.exchanges.filter((exchange) => isNeeding(exchange, known)));
}

function isNeeding(exchange: LoggedExchange, known: Known): boolean {
  if (!isAnswer(exchange)) return false;
  const gaveLogin = exchange.set.some((id) => {
    const one = known.byId(id);
    return (
      one?.kind === 'cookie' && logsIn(one) && one.behaviour.issuedAtLogin?.id === exchange.ref.id
    );
  });
  return gaveLogin || (isKeptFromOthers(exchange, known) && isOfUser(exchange, known));
}

/** True for what is shown or read, and may be another for everybody. */
export function isAnswer({ ref, facts }: LoggedExchange): boolean {
  if (facts?.outcome !== 'ok' || facts.stateChanging) return false;
  const isShown = facts.type === 'document' || facts.type === 'frame' || facts.type === 'fetch';
  return isShown && !isFile(ref);
}

const isFile = remembered(({ url }: ExchangeRef) => STATIC.test(parseUrl(url)?.pathname ?? ''));

const placeAt = remembered(({ url }: ExchangeRef) => placeOf(url));

/** True for a request of somebody who is logged in. */
export function isOfUser(exchange: LoggedExchange, known: Known): boolean {
  const carriesLogin = exchange.carried.some((id) => {
    const one = known.byId(id);
    return one !== undefined && (logsIn(one) || one.role === 'basic');
  });
  return carriesLogin && isUsers(exchange, known);
}

function isKeptFromOthers({ ref, withoutForm }: LoggedExchange, known: Known): boolean {
  const { refused, asked } = known.derived(keptPlaces);
  if (refused.size === 0 && asked.size === 0) return false;
  const place = placeAt(ref);
  return refused.has(place) || (withoutForm === true && asked.has(place));
}

/**
 * Addresses that turned somebody away, and that asked for a password, who was not logged in or not
 * any more.
 */
function keptPlaces(known: Known) {
  const { exchanges, credentials } = known;
  const entries = exchanges.filter(({ facts }) => TURNED_AWAY.has(facts?.outcome ?? 'none'));
  const over = credentials.flatMap(({ behaviour }) => behaviour.afterLogout?.refused ?? []);
  const refs = [...entries.map(({ ref }) => ref), ...over];
  const placesThat = (...how: TurnedAway['how'][]) =>
    known.turnedAway.filter((one) => how.includes(one.how));
  const asked = placesThat('asked').filter((one) => isNobodys(one, known));
  const login = [...asked, ...placesThat('given')];
  const sent = placesThat('sent').filter(
    (one) => isNobodys(one, known) && leadsToOne(one, login) && !isShop(one.site, asked),
  );
  const refused = [...placesThat('refused'), ...sent].map(({ place }) => place);
  return {
    refused: new Set([...refs.map(placeAt), ...refused]),
    asked: new Set(asked.map(({ place }) => place)),
  };
}

/** Nobody was logged in, the first time and the last. */
function isNobodys({ site, at, lastAt }: TurnedAway, known: Known): boolean {
  return !isSignedIn(site, at, known) && !isSignedIn(site, lastAt, known);
}

/** To the page on which a password is given, or to what it is given to. */
function leadsToOne({ to, site }: TurnedAway, login: readonly TurnedAway[]): boolean {
  return login.some((one) => one.site === site && one.place === to);
}

/** It asks for a password on more pages than one for logging in. */
function isShop(site: string, asked: readonly TurnedAway[]): boolean {
  return asked.filter((one) => one.site === site).length > MOST_LOGIN_PAGES;
}
