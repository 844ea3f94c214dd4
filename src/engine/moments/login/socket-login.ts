import type { Body, Exchange } from '../../model.js';
import { isLoginWord } from './login-words.js';

/** A token from an earlier visit: DDP's `resume`, and what others call one. */
const RESUMES = /\/(?:resume\w*|\w*token)$/i;
/** What a failed call is answered with (DDP, JSON-RPC §5.1). */
const FAILS = /^\/(?:\d+\/)?(?:payload\/)?errors?(?:\/|$)/i;

/**
 * True for a WebSocket in which somebody logged in: asked for by name or with a password, and
 * answered.
 */
export function talksLogin({ type, messages = [] }: Exchange): boolean {
  if (type !== 'websocket') return false;
  const asked = messages.findIndex(({ direction, body }) => direction === 'sent' && asks(body));
  if (asked < 0) return false;
  const answer = messages.slice(asked + 1).find(({ direction }) => direction === 'received');
  return answer !== undefined && !isRefusal(answer.body);
}

function asks({ action = '', fields, passwordField }: Body): boolean {
  if (passwordField !== undefined) return true;
  return (
    action.split(' ').some((word) => isLoginWord(word)) &&
    !fields.some(({ pointer }) => RESUMES.test(pointer))
  );
}

function isRefusal({ refusal, fields }: Body): boolean {
  return refusal === true || fields.some(({ pointer }) => FAILS.test(pointer));
}
