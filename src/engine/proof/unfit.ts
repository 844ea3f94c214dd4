import { isOfWeb } from '../address.js';
import {
  isKeyLoginPath,
  isLinkParameter,
  isSecondFactorPath,
} from '../moments/login/beside-login-words.js';
import { isLeavingPath, isLogoutPath, isLogoutQuestion } from '../moments/logout/logout-words.js';
import { isLoginPage } from '../moments/login/login-words.js';
import type { Exchange } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { percentDecode } from '../values/unwrap.js';
import { regex } from '../regex.js';
import { wordTable } from '../word-table.js';

// Which requests are never repeated. A GET should change nothing (RFC 9110 §9.2.1), but not every
// server holds to that: whatever sounds like an act, a download or something that is used once is
// left alone.

/** Words that are an act wherever they stand as a word of the path. */
const ACTS = wordTable(`
  delete del remove destroy erase purge wipe drop trash unlink revoke reset confirm verify
  verification activate deactivate approve reject accept decline deny dismiss cancel close archive
  restore undo redo rollback unsubscribe subscribe optin optout follow unfollow like unlike vote
  rate buy pay payment checkout purchase redeem apply submit save update modify patch add create
  insert register signup join leave invite send resend share publish unpublish post upload import
  clone copy move rename assign toggle enable disable start stop restart reboot shutdown kill run
  execute exec trigger install uninstall upgrade ban unban block unblock mute lock unlock flush
  clear empty expire terminate impersonate masquerade switch refresh renew regenerate rotate sync
  rebuild reindex backup acknowledge ack
`);
/** Downloads, streams, and what is counted. */
const BULK = wordTable(`
  download downloads export attachment attachments stream streams sse socket ws longpoll longpolling
  poll polling heartbeat keepalive ping beacon track tracking collect pixel telemetry analytics
  captcha
`);
/** Steps of a login, and where tokens come from. */
const LOGINS = wordTable(`
  token tokens oauth oauth2 authorize authorization callback saml saml2 acs sso oidc connect otp mfa
  totp 2fa webauthn passkey magic magiclink onetime ticket cas
`);
/** Names of parameters that ask for an act, whatever their value is. */
const ASKS_FOR = wordTable(`
  delete del remove destroy logout signout confirm cancel download export approve activate
  unsubscribe
`);
/** Parameters whose value names what is done. */
const ACTION_NAME =
  /^(?:action|act|do|op|operation|cmd|command|task|intent|mode|method|func|event)$/i;
/** Values of these are used once, wherever they come from. */
const ONCE =
  /^(?:state|nonce|signature|sig|x-amz-signature|otp|captcha|samlrequest|samlresponse)$/i;
/** What is answered with anything but data or a page is no answer to compare. */
const COMPARABLE =
  /^(?:text\/(?:html|plain|json)|application\/(?:[\w.+-]*\+)?json|application\/xhtml\+xml)\b/i;
const FILE = regex('i')`
  \.(?:pdf|zip|gz|tgz|tar|rar|7z|csv|tsv|xlsx?|docx?|pptx?|png|jpe?g|gif|svg|webp|ico|mp[34]|avi
  |mov|webm|exe|dmg|iso|apk|js|mjs|css|map|woff2?|ttf|wasm)$`;
/** An answer that takes longer is a stream, or work. */
const SLOW = 10_000;
const LARGE = 1_048_576;

/** Why a request is not repeated, in a word for tests; undefined: it may be. */
export function unfitFor(exchange: Exchange): string | undefined {
  const { method, type, url, response, error, startedAt, endedAt = startedAt } = exchange;
  // RFC 9110 §9.2.1; of HEAD the head alone is compared.
  if (method !== 'GET' && method !== 'HEAD') return 'method';
  if (type !== 'document' && type !== 'fetch' && type !== 'frame') return 'type';
  if (!response || error !== undefined || !isWell(response.status)) return 'answer';
  if (endedAt - startedAt > SLOW || (response.size ?? 0) > LARGE) return 'slow';
  const contentType = response.headers.find(({ name }) => name === 'content-type')?.value;
  if (response.status !== 304 && !COMPARABLE.test(contentType ?? '')) return 'content';
  if (response.body?.passwordField !== undefined || response.body?.refusal) return 'login';
  return unfitAddress(url);
}

/** Why an address is not asked again. */
export function unfitAddress(url: string): string | undefined {
  const address = parseUrl(url);
  if (!address || !isOfWeb(address.href)) return 'address';
  if (isLogoutPath(url) || isLeavingPath(url) || isLogoutQuestion(url)) return 'logout';
  if (isLoginPage(url) || isSecondFactorPath(url) || isKeyLoginPath(url)) return 'login';
  if (FILE.test(address.pathname)) return 'content';
  for (const word of wordsIn(address.pathname)) {
    if (ACTS.has(word)) return 'act';
    if (BULK.has(word)) return 'bulk';
    if (LOGINS.has(word)) return 'login';
  }
  return [...new URLSearchParams(address.search)].some(([name, value]) => isUnfit(name, value))
    ? 'parameter'
    : undefined;
}

function isUnfit(name: string, value: string): boolean {
  if (ONCE.test(name) || wordsIn(name).some((word) => ASKS_FOR.has(word))) return true;
  if (ACTION_NAME.test(name) && wordsIn(value).some((word) => ACTS.has(word))) return true;
  // `t` and `k` are times and counters as well; an id of a page is no key.
  return isLinkParameter(name) && value.length >= 16 && !/^\d+$/.test(value) && !isToken(name);
}

/** RFC 6750 §2.3, and keys of an API: what is sent with every request. */
function isToken(name: string): boolean {
  return /^(?:access_?token|auth_?token|api_?key|key|sid|session_?id|jwt|token)$/i.test(name);
}

function isWell(status: number): boolean {
  return status === 200 || status === 203 || status === 304;
}

/** The words of a path or a name, each in lower case: `deleteUser.php` has two. */
function wordsIn(source: string): string[] {
  return percentDecode(source)
    .slice(0, 2_000)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
