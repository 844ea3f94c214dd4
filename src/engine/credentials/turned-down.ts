import type { Exchange } from '../model.js';

// Whether an answer lets in whoever asked. What answers each call with 200 says it elsewhere.

/** Codes of gRPC for what HTTP says by 401 and 403: UNAUTHENTICATED, PERMISSION_DENIED. */
const GRPC_DENIED = /^(?:16|7)$/;

/** True where the server lets nobody do this who does not say who he is (RFC 9110 §15.5.2, .4). */
export function isTurnedDown({ response }: Exchange): boolean {
  if (!response) return false;
  const { status, body } = response;
  return status === 401 || status === 403 || body?.denied === true || isGrpc(response, GRPC_DENIED);
}

/** True where it answered what was asked for. */
export function isLetIn({ response }: Exchange): boolean {
  if (!response || response.body?.refusal || isGrpc(response, /^[1-9]/)) return false;
  return (response.status >= 200 && response.status < 300) || response.status === 304;
}

/** What is asked for by name at an address that takes calls of many kinds. */
export function calledBy({ request }: Pick<Exchange, 'request'>): string {
  return request.body?.action === undefined ? '' : ` ${request.body.action}`;
}

/** The status of a call, where no message came with it (gRPC over HTTP/2, “Trailers-Only”). */
function isGrpc({ headers }: NonNullable<Exchange['response']>, code: RegExp): boolean {
  return headers.some(({ name, value }) => name === 'grpc-status' && code.test(value));
}
