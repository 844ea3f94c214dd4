import { text } from '../../text.js';
import type { namesOf } from '../names.js';
import type { tellAsked } from './tell-asked.js';

/** What is said of a logout, by what was seen of it. */
export const said = {
  accepted: (values: Values) =>
    text(
      'answer_logout_accepted',
      'No: after the logout {logout} the old {names} still worked, with {request}.',
      values,
    ),
  acceptedProved: (values: Values) =>
    text(
      'answer_logout_accepted_proved',
      'No, that is proved: put back after the logout {logout}, the old {names} still worked ' +
        'with {request}.',
      values,
    ),
  refusedProved: (values: Values) =>
    text(
      'answer_logout_refused_proved',
      'Yes, that is proved: put back after the logout {logout}, the old {names} did not work any ' +
        'more with {request}.',
      values,
    ),
  left: (values: Values) =>
    text(
      'answer_logout_left',
      'No: the logout {logout} left {names} in the browser: whoever uses it next is logged in, ' +
        'unless the server has ended it, which was not seen.',
      values,
    ),
  mayBeLeft: (values: Values) =>
    text(
      'answer_logout_may_be_left',
      'The logout {logout} left {names} in the browser. If that is there to spare a login, ' +
        'whoever uses it next is logged in: open a page that asks for a login, and see.',
      values,
    ),
  stayed: (values: Values) =>
    text(
      'answer_logout_stayed',
      'The logout {logout} left {names} in the browser, unchanged. Whether it ended anything on ' +
        'the server was not seen.',
      values,
    ),
  refused: (values: Values) =>
    text(
      'answer_logout_refused',
      'Yes: after the logout {logout} {request} was refused with the old {names}.',
      values,
    ),
  again: (values: Values) =>
    text(
      'answer_logout_again',
      'After the logout {logout} {request} was answered to the old {names}, too. Whether with ' +
        'the same as before, and whether others get that, was not seen: ask for it without ' +
        '{names}, and see.',
      values,
    ),
  unproven: (values: Values) =>
    text(
      'answer_logout_unproven',
      'In this browser: the logout {logout} took {names} away. Whether the server has ended the ' +
        'login shows only when the old value is sent again.',
      values,
    ),
  dropped: (values: Values) =>
    text(
      'answer_logout_dropped',
      'In this browser: the page itself let {names} go, about when {logout} was sent. Whether ' +
        'the server has ended the login shows only when the old value is sent again.',
      values,
    ),
  http: (values: Values) =>
    text(
      'answer_logout_http',
      'HTTP authentication leaves a server nothing to end. Whether the browser, or a script, ' +
        'forgot name and password at the logout {logout} was not seen.',
      values,
    ),
  unseen: (values: Values) =>
    text('answer_logout_unseen', 'What the logout {logout} ended was not seen.', values),
};

export type Values = Record<'logout' | 'request', ReturnType<typeof tellAsked>> & {
  names: ReturnType<typeof namesOf>;
};
