import { livedAttributes } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Moment } from '../../moments/moment.js';
import { pageAddress } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { MomentRule } from '../rule.js';
import { ambientOf } from './users-request.js';
import { GUARDS } from './forgery.js';

/**
 * A key of its own name, as in `?logout=8f3c…`; OpenID Connect logs out by GET, with a hint of
 * whom.
 */
const KEY =
  /[?&;][^=&;#]+=(?=[^&;#]*\d)[\w.~%-]{8,}|[?&](?:id_token_hint|SAMLRequest|SAMLResponse)=/i;

export const stateChangedByGet: MomentRule = {
  id: 'state-changed-by-get',
  subject: 'moment',
  applies: { types: ['logout'] },
  severity: 'info',
  title: 'A GET request logs the user out',
  why:
    'A link or an image of any site makes the browser send it, with the cookie of the session: ' +
    'SameSite=Lax lets links pass. Browsers, mail scanners and prefetching follow links too. ' +
    'Here it costs the user a login only.',
  fix:
    'Log out by POST, with the token against forgery that other forms have:\n\n' +
    '    <form method="post" action="/logout">\n' +
    '      <input type="hidden" name="csrf_token" value="…">\n' +
    '      <button>Log out</button>\n' +
    '    </form>\n\n' +
    'Answer GET with a page that asks.',
  breaks:
    'Links and bookmarks to the logout, and clients that only go there. Keep the page that asks ' +
    'at the old address.',
  references: ['CWE-650', 'OWASP ASVS 5.0 V3.5.3', 'RFC 9110 §9.2.1'],
  check(moment, known) {
    const { exchange } = moment;
    const entry = known.exchanges.find(({ ref }) => ref.id === exchange.id);
    if (!entry?.facts || isOfProtocol(moment, known)) return 'does-not-apply';
    const ambient = ambientOf(entry, known);
    if (entry.facts.stateChanging) return ambient.length > 0 ? [] : 'does-not-apply';
    if (!endedSomething(entry.set, moment, known)) return 'does-not-apply';
    if (ambient.length === 0 || !isFirst(moment, known)) return 'does-not-apply';
    if (KEY.test(exchange.url) || entry.facts.csrfProof.some((one) => GUARDS.has(one))) return [];
    const sameSite = ambient.map((one) => livedAttributes(one).sameSite);
    if (sameSite.includes('strict')) return [];
    if (sameSite.includes(undefined)) return 'unknown';
    return [
      {
        text: text('evidence_state_changed_by_get', '{request} ended the session of its cookie.', {
          request: tellRequest(exchange),
        }),
        exchange,
      },
    ];
  },
};

/** A cookie that had been sent was cleared, or put in another's place, by this very answer. */
function endedSomething(set: readonly string[], { exchange }: Moment, known: Known): boolean {
  return set.some((id) => {
    const one = known.byId(id);
    return one?.cookie?.clearedBy?.id === exchange.id || one?.behaviour.clearedAtLogout === true;
  });
}

function isOfProtocol({ exchange }: Moment, { flows }: Known): boolean {
  return flows.some(({ steps }) => steps.some((step) => step.exchange.id === exchange.id));
}

function isFirst(moment: Moment, { moments }: Known): boolean {
  const place = pageAddress(moment.exchange.url);
  return (
    moments.find(
      ({ type, exchange }) => type === 'logout' && pageAddress(exchange.url) === place,
    ) === moment
  );
}
