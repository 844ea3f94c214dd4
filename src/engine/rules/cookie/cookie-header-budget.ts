import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellHost } from '../../values/telling/redact.js';
import type { SiteRule, SiteSubject } from '../rule.js';

/** Part of the limit from which on one more cookie may be too much. */
const NEAR = 0.75;
/** What servers answer to too large a header: RFC 9110 §15.5.1, RFC 6585 §5, nginx's own. */
const REFUSED: ReadonlySet<number | undefined> = new Set([400, 413, 431, 494]);

export const cookieHeaderBudget: SiteRule = {
  id: 'cookie-header-budget',
  subject: 'site',
  severity: ({ site }, known) => severityOf(heaviest(site, known), known),
  grading:
    'Medium where it is over the limit and the server refused the request; low over the limit; ' +
    'info from three quarters of it.',
  title: 'The cookies of one host come close to what servers take',
  why:
    'The browser sends all cookies of a host in one header, and servers refuse a header that is ' +
    'too large: Apache, nginx and Tomcat at about 8 kB unless they are told otherwise. It meets ' +
    'single users, whose cookies have piled up: they see error 400 or 431 on every page until ' +
    'they delete their cookies.',
  fix:
    'Keep state on the server, delete cookies that nobody reads, and limit those for a part of ' +
    'the site to it:\n\n' +
    '    Set-Cookie: <name>=<value>; Path=/reports; Secure; HttpOnly; SameSite=Lax\n\n' +
    'Serve files from a host that gets no cookies. As a stopgap, let every server and proxy on ' +
    'the way take more, for example in nginx:\n\n' +
    '    large_client_header_buffers 4 16k;',
  breaks:
    'With a narrower Path other pages no longer get that cookie. A larger limit has to be set at ' +
    'each server, proxy and load balancer in front of it, or the smallest one still refuses.',
  references: ['OWASP ASVS 5.0 V3.3.5', 'RFC 6265bis §6.1', 'RFC 6585 §5'],
  check({ site }: SiteSubject, known) {
    const worst = heaviest(site, known);
    if (worst === undefined) return 'does-not-apply';
    const { bytes = 0, exchange } = worst;
    const limit = known.threshold('cookieHeader');
    if (bytes < limit * NEAR) return [];
    const values = { host: tellHost(parseUrl(exchange.ref.url)?.hostname ?? ''), bytes, limit };
    const said = text(
      'evidence_cookie_header_size',
      'At least {bytes} bytes of cookies were sent to {host} in one request; servers ' +
        'often take {limit}.',
      values,
    );
    const { status = 0 } = exchange.ref;
    if (severityOf(worst, known) !== 'medium') return [{ text: said, exchange: exchange.ref }];
    const refused = text(
      'evidence_cookie_header_refused',
      'The server answered that request with {status}.',
      { status },
    );
    return [
      { text: said, exchange: exchange.ref },
      { text: refused, exchange: exchange.ref },
    ];
  },
};

interface Load {
  exchange: LoggedExchange;
  bytes: number;
}

/**
 * The request to a site with the most cookies, one that was refused before others; undefined where
 * none was seen with any.
 */
function heaviest(site: string, known: Known): Load | undefined {
  return known.derived(heaviestOf).get(site);
}

function heaviestOf(known: Known): ReadonlyMap<string, Load> {
  const limit = known.threshold('cookieHeader');
  const isRefused = ({ exchange, bytes }: Load) =>
    bytes > limit && REFUSED.has(exchange.ref.status);
  const outweighs = (one: Load, other: Load) =>
    isRefused(one) === isRefused(other) ? one.bytes > other.bytes : isRefused(one);
  const heaviestAt = new Map<string, Load>();
  for (const exchange of known.exchanges) {
    const load = { exchange, bytes: exchange.facts?.cookieBytes ?? 0 };
    const site = known.targetOf(exchange);
    const before = heaviestAt.get(site);
    if (load.bytes > 0 && (!before || outweighs(load, before))) heaviestAt.set(site, load);
  }
  return heaviestAt;
}

function severityOf(load: Load | undefined, known: Known): Severity {
  if (load === undefined || load.bytes <= known.threshold('cookieHeader')) return 'info';
  return REFUSED.has(load.exchange.ref.status) ? 'medium' : 'low';
}
