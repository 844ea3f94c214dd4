import type { Exchange, ExchangeBodies } from '../model.js';

/** An exchange with bodies that were told apart from it. */
export function withBodies(
  { request, response, ...exchange }: Exchange,
  bodies: ExchangeBodies,
): Exchange {
  return {
    ...exchange,
    ...(bodies.script ? { script: bodies.script } : {}),
    ...(bodies.passwordCookies ? { passwordCookies: bodies.passwordCookies } : {}),
    request: { ...request, ...(bodies.request ? { body: bodies.request } : {}) },
    ...(response
      ? { response: { ...response, ...(bodies.response ? { body: bodies.response } : {}) } }
      : {}),
  };
}
