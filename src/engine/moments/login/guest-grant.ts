import type { AuthMessage } from '../../flows/auth-message.js';
import type { Credential, Exchange } from '../../model.js';
import { isGuestPath } from './beside-login-words.js';
import { regex } from '../../regex.js';

/**
 * Grants in which no person took part: the client's own (RFC 6749 §4.4), the next token of one that
 * was given (§6), and what services call theirs for a browser or an installation that nobody logged
 * in to.
 */
const IMPERSONAL_GRANT = regex('i')`
  ^(?:client[_-]credentials|refresh_token|cookie|device_?id|installed_client
  |(?:[\w:./-]*[/:_.-])?(?:anonymous|guest|visitor|installed_client)(?:[_.-]\w+)?)$`;

/** True for a request that gets a token for whoever asks: nobody logs in with it. */
export function isForGuests({ url, request }: Exchange, messages: readonly AuthMessage[]): boolean {
  return isGuestPath(url) || request.body?.asGuest === true || messages.some(isImpersonal);
}

function isImpersonal({ kind, params }: AuthMessage): boolean {
  return kind === 'token-request' && IMPERSONAL_GRANT.test(params.get('grant_type') ?? '');
}

/** True for a grant that anybody gets; the next token of one that was given may be somebody's. */
export function isGrantForAnybody(grant: string): boolean {
  return IMPERSONAL_GRANT.test(grant) && !/^refresh_token$/i.test(grant);
}

type GuestEvidence = Pick<Credential, 'jwt' | 'kind' | 'behaviour'>;
type Test = (said: unknown) => boolean;
const isTrue: Test = (said) => said === true || said === 'true';
const NOBODY = /^(?:anon(?:ymous)?|guest|visitor)(?:[-_ .]?(?:user|customer|shopper|session))?$/i;
/** True for a word that stands for whoever has not logged in. */
export const isNobody: Test = (said) =>
  Array.isArray(said) ? said.length === 1 && isNobody(said[0]) : NOBODY.test(String(said));

/** Claims by which services say that a token is for somebody who has not logged in. */
const GUEST_CLAIMS: readonly (readonly [name: RegExp, says: Test])[] = [
  // Supabase; Commerce Layer, Shopware and others.
  [/^(?:is_?)?(?:anon(?:ymous)?|guest|visitor)(?:_?user)?$/i, isTrue],
  // Firebase: inside `firebase` as well; Auth.js, PocketBase, Appwrite.
  [/^(?:sign_in_provider|provider(?:_id)?|amr|login_method)$/i, isNobody],
  [/^(?:user|customer|account|actor|session|identity)_?(?:type|role|group|status)$/i, isNobody],
  // Auth0, UAA, WSO2: the client asked for itself (RFC 6749 §4.4). Entra says so by a type.
  [/^(?:gty|grant(?:_?type)?)$/i, (said) => isGrantForAnybody(String(said))],
  [/^idtyp$/, (said) => said === 'app'],
  [/^(?:sub|roles?|type|username|preferred_username|group)$/i, isNobody],
  // Salesforce Commerce: `uido:slas::upn:Guest::…`.
  [/^isb$/, (said) => /(?:^|::)upn:guest(?:::|$)/i.test(String(said))],
];

/**
 * True for a token that says itself that nobody logged in with it; or that whoever asked was given,
 * until somebody logs in by a request that has it: he may be known by it from then on.
 */
export function isOfGuest({ jwt, kind, behaviour }: GuestEvidence): boolean {
  const { givenToAnybody, issuedAtLogin, sentAtLogin } = behaviour;
  if (givenToAnybody && kind === 'token' && !issuedAtLogin && !sentAtLogin) return true;
  // What a login gave may be taken back with a guest's value, and stood for somebody until then.
  if (!jwt || (kind === 'cookie' && issuedAtLogin)) return false;
  const { firebase, ...claims } = jwt.claims;
  // Its subject is then the client itself (RFC 9068 §2.2).
  const { sub, client_id: client = claims.azp } = claims;
  if (sub !== undefined && sub === client) return true;
  const inner = typeof firebase === 'object' && firebase !== null ? firebase : {};
  return Object.entries({ ...claims, ...inner }).some(([name, said]) =>
    GUEST_CLAIMS.some(([pattern, says]) => pattern.test(name) && says(said)),
  );
}
