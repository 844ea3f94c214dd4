import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential, Millis } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { logsIn } from '../../role-table.js';
import { isPasswordInHeader } from '../../roles/password-header.js';
import { atLogin, loginsWith } from '../../rules/session/at-login.js';
import { givesAgain, isOrderKnown } from '../../rules/session/new-values.js';
import { type Text, text } from '../../text.js';
import { momentsOf } from '../moments-of.js';
import { namesOf } from '../names.js';
import { wasSentIn } from '../standing.js';
import { type Answer, idsOf } from './answer.js';
import { tellAsked } from './tell-asked.js';

/** A token that says itself that it is older than this was there before. */
const CLOCKS_APART: Millis = 300_000;

/** Did the last login give a new session id? Undefined where nobody logged in. */
export function loginAnswer(
  site: string,
  own: readonly Credential[],
  known: Known,
): Answer | undefined {
  const login = momentsOf(site, own, known).findLast(({ type }) => type === 'login');
  if (!login) return undefined;
  const before = own.filter(
    (one) =>
      one.role === 'session' &&
      one.signs === undefined &&
      hasLived(one) &&
      loginsWith(one, known).includes(login),
  );
  const became = (word: ReturnType<typeof atLogin>) =>
    before.filter((one) => atLogin(one, login, known) === word);
  const [kept, changed, open] = [became('kept'), became('changed'), became('unknown')];
  if (kept.length > 0) return answer('bad', login, kept, said.kept);
  if (changed.length > 0) return anewOrAgain(login, changed, known);
  const all = own.filter((one) => logsIn(one) && isFrom(one, login));
  const fresh = all.filter(({ cookie }) => cookie?.rejected === undefined);
  if (all.length > 0 && fresh.length === 0) return answer('bad', login, all, said.refused);
  const anew = fresh.filter((one) => one.role === 'session' && one.firstSeen < login.at);
  if (anew.length > 0) return anewOrAgain(login, anew, known);
  const given = fresh.filter((one) => isGivenBy(one, login, known));
  const later = fresh.filter((one) => !given.includes(one));
  const isForNextStep = !given.some(isInUse) && later.some(isInUse);
  if (given.length > 0 && !isForNextStep) return answer('good', login, given, said.given);
  if (later.length > 0) return answer('good', login, later, said.followed);
  if (open.length > 0) return answer('unknown', login, open, said.open);
  const http = own.filter((one) => one.role === 'basic' && wentWith(one, login));
  if (http.length > 0) return answer('unknown', login, http, said.http);
  const passwords = own.filter((one) => isPasswordInHeader(one) && wentWith(one, login));
  return answer('unknown', login, passwords, passwords.length > 0 ? said.password : said.nothing);
}

function anewOrAgain(login: Moment, changed: readonly Credential[], known: Known): Answer {
  const again = changed.filter((one) => givesAgain(one, login, known));
  if (again.length === 0) return answer('good', login, changed, said.changed);
  const certain = again.filter((one) => isOrderKnown(one, known));
  return certain.length > 0
    ? answer('bad', login, certain, said.again)
    : answer('unknown', login, again, said.open);
}

const said = {
  kept: (values: Values) =>
    text(
      'answer_login_kept',
      'No: {names} kept the same value at the login {login}. Whoever knew it before is logged ' +
        'in with it now.',
      values,
    ),
  changed: (values: Values) =>
    text('answer_login_changed', 'Yes: {names} got a new value at the login {login}.', values),
  again: (values: Values) =>
    text(
      'answer_login_again',
      'No: the login {login} gave {names} a value that it had had before. Whoever kept it from ' +
        'then is logged in with it again.',
      values,
    ),
  given: (values: Values) =>
    text('answer_login_given', 'Yes: the login {login} gave {names}, new to this browser.', values),
  refused: (values: Values) =>
    text(
      'answer_login_refused',
      'No: the login {login} set {names}, and the browser refused it.',
      values,
    ),
  followed: (values: Values) =>
    text(
      'answer_login_followed',
      'Yes: {names} came after the login {login}, new to this browser.',
      values,
    ),
  open: (values: Values) =>
    text(
      'answer_login_open',
      '{names} went with the login {login}; whether it got a new value was not seen.',
      values,
    ),
  http: (values: Values) =>
    text(
      'answer_login_http',
      'None was given: from the login {login} on, requests bring name and password, or a proof ' +
        'of them, themselves (HTTP authentication).',
      values,
    ),
  password: (values: Values) =>
    text(
      'answer_login_password',
      'None was given: from the login {login} on, requests bring the password itself ({names}).',
      values,
    ),
  nothing: (values: Values) =>
    text('answer_login_nothing', 'What the login {login} gave was not seen.', values),
};

type Values = { names: ReturnType<typeof namesOf>; login: ReturnType<typeof tellAsked> };

function answer(
  outcome: Answer['outcome'],
  login: Moment,
  about: readonly Credential[],
  sentence: (values: Values) => Text,
): Answer {
  const values = { names: namesOf(about), login: tellAsked(login.exchange) };
  return {
    question: 'login',
    outcome,
    text: sentence(values),
    at: login.at,
    exchange: login.exchange,
    credentialIds: idsOf(about),
  };
}

/**
 * It was not there before, or not with this value; a cookie that is set again as it was is no news.
 */
function isFrom(credential: Credential, login: Moment): boolean {
  const { kind, behaviour, life, firstSeen, replaces, issuedAt = Infinity } = credential;
  if (kind === 'token' && issuedAt < login.at - CLOCKS_APART) return false;
  if (firstSeen >= login.at) return kind === 'token' ? replaces === undefined : isGiven(behaviour);
  // A login goes on in the answers to which it leads.
  const isOwn = behaviour.issuedAtLogin?.id === login.exchange.id;
  const isNew = life.some(
    ({ type, exchange, lastAt }) =>
      (type === 'rotated' || type === 'issued') &&
      (exchange?.id === login.exchange.id || (isOwn && lastAt >= login.at)),
  );
  return isNew && isGiven(behaviour);
}

/**
 * It went with the login's request: nobody fills in a form by GET, that was the browser or a
 * script.
 */
function wentWith({ sightings }: Credential, { exchange }: Moment): boolean {
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  return sent.some(
    ({ firstExchange }) => exchange.method === 'GET' || firstExchange?.id === exchange.id,
  );
}

/** Sent as what stands for the user is: a ticket in the body of the next step of a login is not. */
function isInUse(credential: Credential): boolean {
  return credential.kind === 'cookie' || wasSentIn(credential, 'header');
}

/** The login's own answer had it; one to which it led may have, or a script fetched it later. */
function isGivenBy({ id, sightings }: Credential, { exchange }: Moment, known: Known): boolean {
  return (
    known.giving(id).some(({ ref }) => ref.id === exchange.id) ||
    sightings.some((s) => s.direction === 'received' && s.firstExchange?.id === exchange.id)
  );
}

function isGiven({ issuedAtLogin }: Credential['behaviour']): boolean {
  return issuedAtLogin !== undefined;
}
