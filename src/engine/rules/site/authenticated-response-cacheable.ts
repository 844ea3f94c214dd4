import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { placeOf } from '../../moments/words.js';
import { parseUrl } from '../../normalize/site.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import type { Outcome } from '../../trail/response-facts.js';
import { tellRequest } from '../../values/redact.js';
import type { Evidence, SiteRule } from '../rule.js';
import { isUsers, requestsTo } from './users-request.js';
import { remembered } from '../../values/remembered.js';

const LISTED = 5;
/** Whoever is not logged in gets one of these. */
const REFUSED: ReadonlySet<Outcome> = new Set(['unauthorized', 'login-redirect']);
/** Files that are the same for everybody. */
const STATIC =
  /\.(?:m?js|css|map|png|jpe?g|gif|webp|avif|svg|ico|woff2?|ttf|otf|wasm|mp[34]|webm|webmanifest)$/i;

export const authenticatedResponseCacheable: SiteRule = {
  id: 'authenticated-response-cacheable',
  subject: 'site',
  severity: ({ site }, known): Severity =>
    storableAt(site, known).some(({ facts }) => isSaid(facts)) ? 'medium' : 'info',
  grading:
    'Medium where the answer itself lets shared caches keep it; info where it says nothing, and caches may guess.',
  title: 'Shared caches may keep answers that are for the user alone',
  why:
    'A proxy or a content delivery network may store this answer and give it to whoever asks for the same address ' +
    'next: they see the page of another user, or get the cookie that logs that user in.',
  fix:
    'Send with everything that needs a login:\n\n    Cache-Control: private, no-store\n\n' +
    'Where the browser is to keep it for the user, leave no-store away and keep private.',
  breaks:
    'Pages are fetched anew where a cache answered before, with the back button too in some browsers. Static files ' +
    'are better left public, at addresses of their own.',
  references: [
    'CWE-524',
    'OWASP ASVS 5.0 V14.2.2',
    'OWASP ASVS 5.0 V14.3.2',
    'OWASP WSTG-ATHN-06',
    'RFC 9111 §7.3',
  ],
  needsTrial: true,
  check({ site }, known) {
    const own = requestsTo(site, known).filter((one) => needsLogin(one, known));
    if (own.length === 0) {
      const mayBe = requestsTo(site, known).some((one) => isAnswer(one) && isOfUser(one, known));
      return mayBe ? 'unknown' : 'does-not-apply';
    }
    if (own.every(({ facts }) => facts?.cacheable === 'unknown')) return 'unknown';
    return storableAt(site, known).slice(0, LISTED).map(evidenceOf);
  },
};

function storableAt(site: string, known: Known): LoggedExchange[] {
  const storable = requestsTo(site, known).filter(
    (one) => needsLogin(one, known) && isShared(one.facts),
  );
  const first = new Map(storable.toReversed().map((one) => [placeOf(one.ref.url), one]));
  return [...first.values()].toReversed();
}

function evidenceOf({ ref, facts }: LoggedExchange): Evidence {
  const values = { request: tellRequest(ref) };
  const said = isSaid(facts)
    ? text(
        'evidence_cacheable_said',
        '{request} needs a login, and its answer says that every cache may keep it.',
        values,
      )
    : text(
        'evidence_cacheable_by_default',
        '{request} needs a login, and its answer does not say that caches must not keep it.',
        values,
      );
  return { text: said, exchange: ref };
}

/** The same address was refused to somebody else, or the answer gave what logs in. */
function needsLogin(exchange: LoggedExchange, known: Known): boolean {
  if (!isAnswer(exchange)) return false;
  const gaveLogin = exchange.set.some((id) => {
    const one = known.byId(id);
    return (
      one?.kind === 'cookie' && logsIn(one) && one.behaviour.issuedAtLogin?.id === exchange.ref.id
    );
  });
  return gaveLogin || (isOfUser(exchange, known) && isRefusedToOthers(exchange, known));
}

function isAnswer({ ref, facts }: LoggedExchange): boolean {
  if (facts?.outcome !== 'ok' || facts.stateChanging) return false;
  const isShown = facts.type === 'document' || facts.type === 'frame' || facts.type === 'fetch';
  return isShown && !STATIC.test(parseUrl(ref.url)?.pathname ?? '');
}

function isOfUser(exchange: LoggedExchange, known: Known): boolean {
  const carriesLogin = exchange.carried.some((id) => {
    const one = known.byId(id);
    return one !== undefined && (logsIn(one) || one.role === 'basic');
  });
  return carriesLogin && isUsers(exchange, known);
}

function isRefusedToOthers({ ref }: LoggedExchange, known: Known): boolean {
  return refusedPlaces(known).has(placeOf(ref.url));
}

/** Addresses that turned somebody away, who was not logged in or not any more. */
const refusedPlaces = remembered(({ exchanges, credentials }: Known): ReadonlySet<string> => {
  const refused = exchanges.filter(({ facts }) => REFUSED.has(facts?.outcome ?? 'none'));
  const over = credentials.flatMap(({ behaviour }) => behaviour.afterLogout?.refused ?? []);
  return new Set(
    [...refused.map(({ ref }) => ref.url), ...over.map(({ url }) => url)].map(placeOf),
  );
});

function isShared(facts: LoggedExchange['facts']): boolean {
  const cacheable = facts?.cacheable;
  if (typeof cacheable !== 'object' || cacheable.by !== 'shared') return false;
  return !cacheable.revalidated && !cacheable.variesByUser;
}

function isSaid(facts: LoggedExchange['facts']): boolean {
  return typeof facts?.cacheable === 'object' && facts.cacheable.said === true;
}
