import { isKept } from '../../credentials/credential-state.js';
import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential, ExchangeRef } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { logsIn, roleFacts } from '../../role-table.js';
import { type Text, text } from '../../text.js';
import { tellRequest } from '../../values/redact.js';
import { type Answer, idsOf, namesOf } from './answer.js';

/**
 * Did the last logout end it? In the browser that is seen; at the server only where the old value
 * was sent again. Undefined where nobody logged out.
 */
export function logoutAnswer(
  site: string,
  own: readonly Credential[],
  known: Known,
): Answer | undefined {
  const logout = known.moments.findLast((one) => one.type === 'logout' && one.site === site);
  if (!logout) return undefined;
  const users = own.filter((one) => logsIn(one) && one.signs === undefined && hasLived(one));
  const accepted = users.filter(({ behaviour }) => behaviour.afterLogout?.accepted);
  if (accepted.length > 0)
    return answer('bad', logout, accepted, said.accepted, proofOf(accepted, 'accepted'));
  const stayed = isLast(logout, known) ? users.filter((one) => stays(one, logout, known)) : [];
  const left = stayed.filter(({ role }) => role !== 'session');
  if (left.length > 0) return answer('bad', logout, left, said.left);
  const refused = users.filter(({ behaviour }) => behaviour.afterLogout?.refused);
  if (refused.length > 0)
    return answer('good', logout, refused, said.refused, proofOf(refused, 'refused'));
  if (stayed.length > 0) return answer('unknown', logout, stayed, said.stayed);
  const ended = users.filter((one) => isGone(one, known) || changedBy(one, logout));
  if (ended.length === 0) return answer('unknown', logout, ended, said.unseen);
  return answer('unknown', logout, ended, logout.byPage ? said.byPage : said.unproven);
}

const said = {
  accepted: (values: Values) =>
    text(
      'answer_logout_accepted',
      'No: after the logout {logout} the old {names} still worked, with {request}.',
      values,
    ),
  left: (values: Values) =>
    text(
      'answer_logout_left',
      'No: the logout {logout} left {names} in the browser, which logs in whoever uses it next.',
      values,
    ),
  stayed: (values: Values) =>
    text(
      'answer_logout_stayed',
      'The logout {logout} left {names} in the browser, unchanged. Whether it ended anything on the server was not seen.',
      values,
    ),
  refused: (values: Values) =>
    text(
      'answer_logout_refused',
      'Yes: after the logout {logout} {request} was refused with the old {names}.',
      values,
    ),
  unproven: (values: Values) =>
    text(
      'answer_logout_unproven',
      'In this browser: the logout {logout} took {names} away. Whether the server has ended the login shows only when the old value is sent again.',
      values,
    ),
  byPage: (values: Values) =>
    text(
      'answer_logout_page',
      'In this browser: a script of the page took {names} away, seen after {logout}. Whether the server has ended the login shows only when the old value is sent again.',
      values,
    ),
  unseen: (values: Values) =>
    text('answer_logout_unseen', 'What the logout {logout} ended was not seen.', values),
};

type Values = Record<'logout' | 'request', ReturnType<typeof tellRequest>> & {
  names: ReturnType<typeof namesOf>;
};

function answer(
  outcome: Answer['outcome'],
  logout: Moment,
  about: readonly Credential[],
  sentence: (values: Values) => Text,
  proof: ExchangeRef = logout.exchange,
): Answer {
  const values = {
    names: namesOf(about),
    logout: tellRequest(logout.exchange),
    request: tellRequest(proof),
  };
  return {
    question: 'logout',
    outcome,
    text: sentence(values),
    at: logout.at,
    exchange: proof,
    credentialIds: idsOf(about),
  };
}

function proofOf(
  credentials: readonly Credential[],
  word: 'accepted' | 'refused',
): ExchangeRef | undefined {
  return credentials.map(({ behaviour }) => behaviour.afterLogout?.[word]).find(Boolean);
}

/** Nobody has logged in since: what is there now is what the logout left. */
function isLast({ at, site }: Moment, known: Known): boolean {
  return !known.moments.some((one) => one.type === 'login' && one.site === site && one.at > at);
}

/** The browser is known not to have it any more: what a script holds, nobody can see. */
function isGone(credential: Credential, known: Known): boolean {
  const { state } = known.state(credential);
  return state === 'cleared' || state === 'removed';
}

/** It keeps its user and still has, in the browser, the value that was logged out with. */
function stays(credential: Credential, logout: Moment, known: Known): boolean {
  if (!roleFacts(credential.role).keepsUser && credential.role !== 'remember-me') return false;
  const isOlder = credential.firstSeen < logout.at && !changedBy(credential, logout);
  return isOlder && isKept(credential, known.now);
}

function changedBy({ life }: Credential, logout: Moment): boolean {
  return life.some(({ type, lastAt }) => type !== 'rejected' && lastAt >= logout.at);
}
