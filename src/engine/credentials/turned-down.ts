import type { Exchange } from '../model.js';
import { regex } from '../regex.js';

// Whether an answer lets in whoever asked. What answers each call with 200 says it elsewhere.

type Answer = Pick<NonNullable<Exchange['response']>, 'headers'>;

/** Codes of gRPC for what HTTP says by 401 and 403: UNAUTHENTICATED, PERMISSION_DENIED. */
const GRPC_DENIED = /^(?:16|7)$/;
/**
 * Headers in which a call says how it went, whatever HTTP says, and what of them says that it
 * worked: gRPC's, where no message came (gRPC over HTTP/2, “Trailers-Only”), and Steam's.
 */
const CALL_STATUS: ReadonlyMap<string, RegExp> = new Map([
  ['grpc-status', /^0+$/],
  ['x-eresult', /^1$/],
]);
/** A service's own header for what went wrong. */
const ERROR_HEADER = regex('i')`
  ^(?:x-)?(?:[a-z]{1,20}-){0,3}(?:error|exception)(?:-?(?:code|type|name|id|message|msg|reason))?$`;
const NO_ERROR = /^\s*(?:|0+|none|null|ok|no|false|success)\s*$/i;

/** True where the server lets nobody do this who does not say who he is (RFC 9110 §15.5.2, .4). */
export function isTurnedDown({ response }: Exchange): boolean {
  if (!response) return false;
  const { status, body } = response;
  return status === 401 || status === 403 || body?.denied === true || isGrpc(response, GRPC_DENIED);
}

/** True where it answered what was asked for. */
export function isLetIn({ response }: Exchange): boolean {
  if (!response || response.body?.refusal || failedByStatus(response)) return false;
  return (response.status >= 200 && response.status < 300) || response.status === 304;
}

/** What is asked for by name at an address that takes calls of many kinds. */
export function calledBy({ request }: Pick<Exchange, 'request'>): string {
  return request.body?.action === undefined ? '' : ` ${request.body.action}`;
}

/** True where the status of the call itself says in a header that it did not work. */
export function failedByStatus({ headers }: Answer): boolean {
  return headers.some(({ name, value }) => CALL_STATUS.get(name)?.test(value.trim()) === false);
}

/** True where the answer to what was sent says so in any header, a service's own among them. */
export function failedByHeader(answer: Answer): boolean {
  const isError = ({ name, value }: Answer['headers'][number]) =>
    ERROR_HEADER.test(name) && !NO_ERROR.test(value);
  return failedByStatus(answer) || answer.headers.some(isError);
}

function isGrpc({ headers }: Answer, code: RegExp): boolean {
  return headers.some(({ name, value }) => name === 'grpc-status' && code.test(value));
}
