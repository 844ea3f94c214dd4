import { livedAttributes } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { ExchangeRef } from '../../model.js';
import { isLoginAct, isLoginPath } from '../../moments/login/login-words.js';
import { isLogoutPath } from '../../moments/logout/logout-words.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { logsIn } from '../../role-table.js';
import type { CsrfProof } from '../../trail/csrf-proof.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { remembered } from '../../memo.js';
import { sentExplicitly } from '../sent.js';
import { isOfVisit } from '../visit-titles.js';
import { ambientOf, isUsers } from './users-request.js';
import { regex } from '../../regex.js';

/**
 * What stops other sites from sending a request of the user; undefined where that is no question.
 */
export type Forgery = 'open' | 'guarded' | 'unknown' | undefined;

/** The address or a header holds what other sites do not know, or what no form can send. */
export const GUARDS: ReadonlySet<CsrfProof> = new Set(['header-token', 'field-token', 'preflight']);
/** What may be such a guard, or hide one. */
const UNCLEAR: ReadonlySet<CsrfProof> = new Set(['random-field', 'unseen-body']);

/** Posts that read, measure or keep a connection, and choices that are nobody's loss. */
const HARMLESS = regex('i')`
  ^(?:search|find|query|filter|suggest\w*|autocomplete|graphql|lookup|collect|beacon
  |track(?:ing)?|metrics?|analytics|telemetry|ping|heartbeat|keep-?alive|rum|csp-?\w*|consent\w*
  |cookies?|locale|lang(?:uage)?s?|set-?lang\w*|theme|timezone|time-?zone|socket\.io|sockjs\w*
  |engine\.io|signalr|poll|preview|validate
  |suchen?|filtern|recherche[rz]?|buscar?|b[uú]squeda|pesquisar?|ricerca|cerca|zoeken|szukaj|s[oö]k
  |s[oø]g|haku|hledat|keres[eé]s|ara|poisk|поиск|검색|検索|搜索)$`;
/** Of scripts alone: as a form's these are things that somebody makes. */
const HARMLESS_OF_SCRIPTS = /^(?:log|logs|logger|logging|events?|stats?|reports?|errors?|status)$/i;
/** What a script asks for by POST, and its words for changing something. */
const READS = regex('i')`
  (?:^|[._-])(?:refresh|view|list|get|load|fetch|read|search|find|query|filter|data|poll|info)
  (?:$|[._-])`;
const CHANGES = regex('i')`
  (?:^|[._-])(?:save|update|delete|create|set|edit|add|remove|new|send|move|manage|submit|put
  |post)(?:$|[._-])`;
/** A new token is for whoever can read the answer: another site cannot. */
const RENEWS = /refresh|renew|\/tokens?\/?$/i;

/** Whether another site could have sent a request that changed something for the user. */
export function forgeryOf(exchange: LoggedExchange, known: Known): Forgery {
  return known.derived(forgeriesOf).get(exchange);
}

function forgeriesOf(known: Known): ReadonlyMap<LoggedExchange, Forgery> {
  const changing = known.exchanges.filter(({ facts }) => facts?.stateChanging);
  return new Map(changing.map((one) => [one, judged(one, known)]));
}

function judged(exchange: LoggedExchange, known: Known): Forgery {
  const { facts, ref } = exchange;
  if (!facts?.stateChanging || (facts.outcome !== 'ok' && facts.outcome !== 'redirect'))
    return undefined;
  if (facts.type === 'other' || facts.type === 'websocket') return undefined;
  if (isAside(exchange, known) || !isUsers(exchange, known)) return undefined;
  const ambient = ambientOf(exchange, known);
  // Whoever came with nothing, and was not seen to log in, has nothing that others could change.
  if (ambient.every((one) => isOfVisit(one, known))) return undefined;
  const told = beside(exchange, known);
  if (told === 'guarded' || facts.csrfProof.some((proof) => GUARDS.has(proof))) return 'guarded';
  const sameSite = ambient
    .filter(({ kind }) => kind === 'cookie')
    .map((one) => livedAttributes(one).sameSite);
  if (sameSite.some((word) => word === 'lax' || word === 'strict')) return 'guarded';
  const isUnclear = facts.csrfProof.some((proof) => UNCLEAR.has(proof));
  if (told === 'unknown' || isUnclear || sameSite.includes(undefined)) return 'unknown';
  return ref.url.startsWith('http') ? 'open' : undefined;
}

/**
 * Logins, logouts, what a protocol sends, what needs the password again, and what changes nothing.
 */
function isAside({ ref, facts, password }: LoggedExchange, known: Known): boolean {
  const { id } = ref;
  if (password !== undefined || isOfLogin(ref)) return true;
  if (known.moments.some(({ exchange }) => exchange.id === id)) return true;
  if (known.flows.some(({ steps }) => steps.some(({ exchange }) => exchange.id === id)))
    return true;
  return facts?.type === 'fetch' ? isHarmlessOfScripts(ref) : isHarmless(ref);
}

const isOfLogin = remembered(
  ({ url }: ExchangeRef) => isLoginPath(url) || isLoginAct(url) || isLogoutPath(url),
);

const isHarmless = remembered(({ url }: ExchangeRef) =>
  partsOf(url).some((part) => HARMLESS.test(part)),
);

const isHarmlessOfScripts = remembered((ref: ExchangeRef): boolean => {
  if (isHarmless(ref)) return true;
  const address = parseUrl(ref.url);
  if (RENEWS.test(address?.pathname ?? '')) return true;
  const parts = partsOf(ref.url);
  const values = [...new URLSearchParams(address?.search)].map(([, value]) => value);
  const asked = [parts.at(-1) ?? '', ...values];
  const reads = asked.some((word) => READS.test(word)) && !asked.some((word) => CHANGES.test(word));
  return reads || parts.some((part) => HARMLESS_OF_SCRIPTS.test(part));
});

function partsOf(url: string): string[] {
  return (parseUrl(url)?.pathname ?? '').split('/');
}

/** Something else went with it that somebody's code put there: no other site knows it. */
function beside({ carried, ref }: LoggedExchange, known: Known): Forgery {
  const origin = parseUrl(ref.url)?.origin;
  const put = carried
    .flatMap((id) => known.byId(id) ?? [])
    .filter((one) =>
      one.role === 'basic'
        ? false
        : sentExplicitly(one).some((seen) => seen.origin === origin && seen.carrier !== 'url'),
    );
  if (put.some((one) => one.role === 'csrf' || logsIn(one) || one.role === 'api-key'))
    return 'guarded';
  return put.length > 0 ? 'unknown' : undefined;
}
