import type { Credential, Role, Sighting } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { LETTER_ACTS } from '../normalize/words/letter-acts.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';

// What leads from one step of a login to the next: a transaction, a challenge, a ticket for the way
// back.

const OF_LOGIN: Cue = {
  role: 'oauth-state',
  weight: 0.85,
  text: text(
    'evidence_of_login',
    'an answer gave it, the login brought it back, and nothing was sent with it after that: it ' +
      'leads from one step of the login to the next',
  ),
};

const HALF: Cue = {
  role: 'oauth-state',
  weight: 0.85,
  text: text(
    'evidence_half_login',
    'the next step of the login took it, and gave another in its place: it stands for half a login',
  ),
};

const TICKET: Cue = {
  role: 'oauth-state',
  weight: 0.85,
  text: text(
    'evidence_ticket',
    'the login gave it for one address, which sent the browser on: it was used up there',
  ),
};

export const LOGIN_LINK: Cue = {
  role: 'oauth-state',
  weight: 0.85,
  text: text(
    'evidence_login_link',
    'somebody logged in by the link that had it, and nothing was sent with it since',
  ),
};

/** Where links of letters lead: to what is done once, and by whoever has the letter. */
const LETTER_ACT = new RegExp(`${LETTER_ACTS}|invit`, 'i');

const LETTER: Cue = {
  role: 'other',
  weight: 0.85,
  text: text(
    'evidence_letter_link',
    'sent only to where a link of a letter leads: it is good for one act there',
  ),
};

/**
 * Evidence that it is no more than a step of a login, unless it says who somebody is: an assertion
 * goes so.
 */
export function stepOf(credential: Credential, role: Role): Cue | undefined {
  if (!roleFacts(role).logsIn || role === 'id-token') return undefined;
  if (credential.behaviour.gaveWay && !isInHeader(credential)) return HALF;
  if (isKeyOfLogin(credential)) return OF_LOGIN;
  if (isOfLoginLink(credential)) return LOGIN_LINK;
  if (isOfLetter(credential)) return LETTER;
  return isTicket(credential) ? TICKET : undefined;
}

function isInHeader({ sightings }: Credential): boolean {
  return sightings.some(({ direction, carrier }) => direction === 'sent' && carrier === 'header');
}

/**
 * True for what an answer gave, and no request brings back after the one that logged in, in its
 * body or its address: a header has the session of somebody who has not logged in.
 */
function isKeyOfLogin({ kind, behaviour, sightings }: Credential): boolean {
  const { sentAtLogin, issuedAtLogin } = behaviour;
  if (kind !== 'token' || issuedAtLogin || !sentAtLogin || isKept(sightings)) return false;
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  if (sent.some(({ carrier }) => carrier === 'header')) return false;
  const last = sent.find(({ lastExchange }) => lastExchange?.id === sentAtLogin.id);
  const isGiven = sightings.some(({ direction }) => direction === 'received');
  return isGiven && last !== undefined && sent.every(({ lastAt }) => lastAt <= last.lastAt);
}

/**
 * True for the key of a link that was followed to log in (of a letter, of another application):
 * only the request that logged in had it, and the address of the page whose script sent that.
 */
export function isOfLoginLink({ kind, behaviour, sightings }: Credential): boolean {
  const { sentAtLogin, issuedAtLogin } = behaviour;
  if (kind !== 'token' || issuedAtLogin || !sentAtLogin) return false;
  const bySelf = sentAtLogin.method === 'GET';
  const isUse = ({ carrier, firstExchange, lastExchange }: Sighting) =>
    carrier === (bySelf ? 'url' : 'body') &&
    [firstExchange, lastExchange].every((one) => one?.id === sentAtLogin.id);
  const isPage = ({ carrier, firstExchange }: Sighting) =>
    !bySelf && carrier === 'url' && firstExchange?.method === 'GET';
  const isSent = sightings.every((one) => one.direction === 'sent' && (isUse(one) || isPage(one)));
  return isSent && sightings.some(isUse) && (bySelf || sightings.some(isPage));
}

/** Somebody logged in by it: the browser went once to an address with it, which only sent it on. */
function isTicket({ kind, format, behaviour, sightings }: Credential): boolean {
  if (kind !== 'token' || (format !== 'opaque' && format !== 'uuid')) return false;
  if (!behaviour.issuedAtLogin || isKept(sightings)) return false;
  const [sent, ...others] = sightings.filter(({ direction }) => direction === 'sent');
  if (sent?.count !== 1 || others.length > 0) return false;
  const { method, status, url = '' } = sent.firstExchange ?? {};
  // A provider may answer a page in the same browser (OAuth 2.0 Web Message Response Mode).
  const isUsedUp = /^30[12378]$/.test(String(status)) || /[?&]response_type=/.test(url);
  return sent.carrier === 'url' && method === 'GET' && isUsedUp;
}

/** Of a link to set a password, to confirm an address or to take an invitation. */
function isOfLetter({ kind, format, behaviour, sightings }: Credential): boolean {
  if (kind !== 'token' || (format !== 'opaque' && format !== 'uuid')) return false;
  if (behaviour.issuedAtLogin || isKept(sightings)) return false;
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  const places = sent.flatMap(({ firstExchange, lastExchange }) => [firstExchange, lastExchange]);
  return (
    sent.some(({ carrier }) => carrier === 'url') &&
    sent.every(({ carrier }) => carrier === 'url' || carrier === 'body') &&
    places.every((one) => LETTER_ACT.test(parseUrl(one?.url ?? '')?.pathname ?? ''))
  );
}

function isKept(sightings: readonly Sighting[]): boolean {
  return sightings.some(({ direction }) => direction === 'stored');
}
