import type { Body, Exchange } from '../../model.js';
import { isLoginWord } from './login-words.js';

/** A token from an earlier visit: DDP's `resume`, and what others call one. */
const RESUMES = /\/(?:resume\w*|\w*token)$/i;
/** The same in the name of what is asked: `loginByToken` (Uptime Kuma). */
const RESUMING = /(?:by|with|using|via|from)[-_]?(?:\w{1,10}[-_]?)?token$/i;
/** What a failed call is answered with (DDP, JSON-RPC §5.1). */
const FAILS = /^\/(?:\d+\/)?(?:payload\/)?errors?(?:\/|$)/i;

/**
 * The number of the message that answers a login in a WebSocket, asked for by name or with a
 * password; undefined where nobody logged in by it.
 */
export function answerInSocket({ type, messages = [] }: Exchange): number | undefined {
  if (type !== 'websocket') return undefined;
  const asked = messages.findIndex(({ direction, body }) => direction === 'sent' && asks(body));
  const answer = messages.findIndex(
    ({ direction }, at) => asked >= 0 && at > asked && direction === 'received',
  );
  const body = messages[answer]?.body;
  return body && !isRefusal(body) ? answer : undefined;
}

/** True for a WebSocket in which somebody logged in. */
export function talksLogin(exchange: Exchange): boolean {
  return answerInSocket(exchange) !== undefined;
}

function asks({ action = '', fields, passwordField }: Body): boolean {
  if (passwordField !== undefined) return true;
  return (
    action.split(' ').some((word) => isLoginWord(word) && !RESUMING.test(word)) &&
    !fields.some(({ pointer }) => RESUMES.test(pointer))
  );
}

function isRefusal({ refusal, fields }: Body): boolean {
  return refusal === true || fields.some(({ pointer }) => FAILS.test(pointer));
}
