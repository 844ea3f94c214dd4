import type { AuthMessage } from '../../flows/auth-message.js';
import type { Exchange } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';

/** RFC 8693: one token for another, which says of no person that he came just now. */
const EXCHANGE = /token-exchange$/;

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
