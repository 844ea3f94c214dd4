import { type Text, text } from '../text.js';
import type { NoAnswer } from './probe-messages.js';

/** Why something cannot be told. */
export type Trouble = keyof typeof TROUBLES;

const TROUBLES = {
  'not-logged-in': text(
    'proof_not_logged_in',
    'The request is not answered as it was in this visit: nobody seems to be logged in any more.',
  ),
  'no-password': text(
    'proof_no_password',
    'It goes by a password that the page itself sends. None is ever kept, and the page sent none ' +
      'while the proof waited for it, so the request cannot be repeated as it was.',
  ),
  noise: text(
    'proof_noise',
    'The same request gets answers that differ by themselves too much to tell anything from them.',
  ),
  'needs-no-login': text(
    'proof_needs_no_login',
    'The request is answered the same without any credential: it needs no login.',
  ),
  limited: text(
    'proof_limited',
    'The server limits how often it may be asked, or wants to see a human first. Nothing ' +
      'more was sent.',
  ),
  failed: text('proof_failed', 'The server failed: its answer tells nothing of a login.'),
  unclear: text(
    'proof_unclear',
    'An answer was neither that of the user nor that of somebody who is not logged in.',
  ),
  changed: text(
    'proof_changed',
    'At the end the unchanged request was not answered as at the beginning: something ended or ' +
      'changed the login meanwhile, perhaps a request of this proof.',
  ),
  budget: text('proof_budget', 'It would have taken more requests than one proof may send.'),
  stopped: text('proof_stopped', 'The proof was stopped before it was told.'),
  network: text('proof_network', 'The request got no answer.'),
  timeout: text('proof_timeout', 'The request got no answer in time.'),
  cors: text(
    'proof_cors',
    'The browser does not let the page read the answers of this server (CORS), so they ' +
      'cannot be compared.',
  ),
  met: text(
    'proof_met',
    'The page made the same request at that moment, so the answers cannot be told apart.',
  ),
  'not-changed': text(
    'proof_not_changed',
    'The browser did not send the request as it was to be sent.',
  ),
  'not-sent': text('proof_not_sent', 'The browser does not send it with this request any more.'),
  guard: text(
    'proof_guard',
    'It guards against forgery. It was left in, since a server may end the login where ' +
      'it is missing.',
  ),
  'ended-with-others': text(
    'proof_ended_with_others',
    'The server ended the login when this and others were missing: one of them is needed, and it ' +
      'is not known which.',
  ),
  'ended-before': text(
    'proof_ended_before',
    'It was not tried: the server had ended the login before, when something else was missing.',
  ),
  partly: text(
    'proof_partly',
    'The request is answered as to its user without it, but not the same: part of what is shown ' +
      'depends on it.',
  ),
  'not-asked': text('proof_not_asked', 'It was not tried before the proof ended.'),
  expired: text(
    'proof_expired',
    'It has run out by now, so that its refusal says nothing of the logout.',
  ),
} as const satisfies Record<string, Text> & Record<NoAnswer, Text>;

/** Why, in words. */
export function tellTrouble(trouble: Trouble): Text {
  return TROUBLES[trouble];
}
