import type { AuthMessage } from '../flows/auth-message.js';
import type { Exchange } from '../model.js';
import { isGuestPath } from './words.js';

/**
 * Grants in which no person took part: the client's own (RFC 6749 §4.4), the next token of one that was
 * given (§6), and what services call theirs for a browser or an installation that nobody logged in to.
 */
const IMPERSONAL_GRANT =
  /^(?:client_credentials|refresh_token|cookie|device_?id|installed_client|(?:[\w:./-]*[/:_.-])?(?:anonymous|guest|visitor|installed_client)(?:[_.-]\w+)?)$/i;

/** True for a request that gets a token for whoever asks: nobody logs in with it. */
export function isForGuests({ url }: Exchange, messages: readonly AuthMessage[]): boolean {
  return isGuestPath(url) || messages.some(isImpersonal);
}

function isImpersonal({ kind, params }: AuthMessage): boolean {
  return kind === 'token-request' && IMPERSONAL_GRANT.test(params.get('grant_type') ?? '');
}
