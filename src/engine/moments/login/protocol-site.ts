import type { AuthMessage } from '../../flows/auth-message.js';
import type { Exchange } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { parametersOf } from '../address-words.js';

/** RFC 8693: one token for another, which says of no person that he came just now. */
const EXCHANGE = /token-exchange$/;

/** How CAS servers begin what a service is brought (CAS Protocol §3.1.1). */
const SERVICE_TICKET = /^ST-/;

/**
 * True for a service ticket of a CAS server that was taken: for a session, or for one that was
 * there already, after which the service takes it out of its address.
 */
export function isTicketTaken(
  { url, method, type, redirectUrl }: Exchange,
  gave: readonly string[],
): boolean {
  const address = parseUrl(url);
  if (method !== 'GET' || type !== 'document' || !address) return false;
  const [, ticket] =
    parametersOf(url).find(([, value]) => SERVICE_TICKET.test(value) && value.length > 20) ?? [];
  const to = parseUrl(redirectUrl ?? '');
  const isTakenOut = to?.host === address.host && !to.href.includes(ticket ?? '');
  return ticket !== undefined && (gave.length > 0 || isTakenOut);
}

/** The site at which a message of a login protocol, with what it gave, logs somebody in. */
export function siteOfMessage(
  { kind, mode, params, answer, target }: AuthMessage,
  { url }: Exchange,
  pageSite: string | undefined,
  gave: string[],
): string | undefined {
  const tokens = (from: ReadonlyMap<string, string>) =>
    from.has('access_token') || from.has('id_token');
  const grant = params.get('grant_type') ?? '';
  switch (kind) {
    // Codes of a message, of an app, of a key: every service names its own (RFC 6749 §4.5).
    case 'token-request':
      return grant !== '' && !EXCHANGE.test(grant) && tokens(answer)
        ? (pageSite ?? siteOf(url))
        : undefined;
    case 'authorization-response':
      if (mode === 'fragment') return tokens(params) ? siteOf(target) : undefined;
      return mode === 'form_post' && !params.has('error') && gave.length > 0
        ? siteOf(url)
        : undefined;
    case 'saml-response':
    case 'ws-federation-response':
      return gave.length > 0 ? siteOf(url) : undefined;
    default:
      return undefined;
  }
}
