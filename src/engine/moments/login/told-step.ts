import type { LinkedExchange } from '../linked-exchange.js';
import type { MomentList } from '../moment-list.js';
import type { LoginStep } from './login-step.js';

/** The login that told what an exchange brought back, as a step of which that is known late. */
export function toldStep({ told }: LinkedExchange, list: MomentList): LoginStep[] {
  if (!told) return [];
  const { id, login, at } = told;
  const isLogin = list
    .all()
    .some(({ type, exchange }) => type === 'login' && exchange.id === login.id);
  return isLogin ? [{ login, at, set: [id], first: false }] : [];
}
