import type { Body } from '../../model.js';
import { regex } from '../../regex.js';

/** Messages that only who has their schema can read: Protocol Buffers, gRPC, MessagePack, CBOR. */
const SEALED = regex()`
  ^application\/(?:(?:x-|vnd\.(?:google\.)?)?protobuf|grpc(?:-web)?(?:-text)?(?:\+proto)?
  |connect\+proto|proto|(?:x-|vnd\.)?msgpack|cbor|x-amf|(?:x-)?thrift|x-hessian
  |(?:x-)?flatbuffers?)$`;

/** True for a body whose fields nobody here can read: what it holds is unknown. */
export function isSealed(body: Pick<Body, 'mimeType'> | undefined): boolean {
  return body !== undefined && SEALED.test(body.mimeType);
}
