import type { LimitReached } from '../../model.js';
import { beyond, LIMITS } from '../../settings.js';
import { parseJson } from './json-strings.js';
import { regex } from '../../regex.js';

/** Between the packets of a polled body: Engine.IO 4 and SignalR (`\u001e`), lines elsewhere. */
const RECORD_SEPARATOR = '\u001E';
/**
 * What stands in front of the JSON of an Engine.IO or Socket.IO packet: types, attachments,
 * namespace, id.
 */
const PACKET = /^[0-6]{1,2}(?:\d{1,4}-)?(?:\/[^,]{0,120},)?\d{0,12}$/;
/** SockJS: an array of messages, or of a code and a reason. */
const SOCKJS = /^[ac]$/;
/** Types of text that packets come as. */
const TYPES =
  /^(?:|text\/(?:plain|event-stream)|application\/(?:octet-stream|x-ndjson|jsonl|stream\+json))$/;
/**
 * What holds no JSON among packets: their types alone, beats of SockJS, server-sent events (HTML
 * §9.2.5).
 */
const NO_PAYLOAD = /^(?:[0-6]{1,2}(?:probe)?|[oh]+|(?:data|event|id|retry)?:.*|event|id|retry)$/;
/** Against reading JSON as a script: Angular’s and Google’s, Facebook’s. */
const UNREADABLE = /^\s*(?:\)\]\}',?|(?:for\s*\(;;\)|while\s*\((?:1|true)\));|&&&START&&&)/;
/** STOMP 1.2 “STOMP Frames”: a command, headers, a blank line, a body, NUL. */
const STOMP = regex()`
  ^(?:CONNECT|STOMP|CONNECTED|SEND|SUBSCRIBE|UNSUBSCRIBE|BEGIN|COMMIT|ABORT|ACK|NACK|DISCONNECT
  |MESSAGE|RECEIPT|ERROR)\r?\n`;
const STOMP_END = /\0[\r\n]*/;
const MAX_HEADERS = 100;

/** True for a type of text that may be packets: it is no document. */
export function mayBeFramed(mime: string): boolean {
  return TYPES.test(mime);
}

/**
 * The JSON in a text that is none as a whole: packets of Engine.IO, Socket.IO, SignalR and SockJS,
 * frames of STOMP (their headers as an object), server-sent events, lines of JSON. Undefined where
 * a part of it is something else, or none holds JSON.
 */
export function framedJson(source: string, reached: LimitReached[] = []): unknown[] | undefined {
  const readable = readableJson(source);
  const whole = readable === source ? undefined : parseJson(readable);
  if (whole !== undefined) return [whole];
  const pieces = piecesOf(readable);
  reached.push(...beyond('socketMessages', pieces.length - LIMITS.socketMessages));
  const found: unknown[] = [];
  for (const piece of pieces.slice(0, LIMITS.socketMessages)) {
    const payloads = payloadsOf(piece);
    if (payloads === undefined) return undefined;
    found.push(...payloads);
  }
  return found.length === 0 ? undefined : found;
}

/** A text without what stands before JSON so that no page of another site can run it. */
export function readableJson(source: string): string {
  return source.replace(UNREADABLE, '');
}

/**
 * The frames in a list of texts, as SockJS sends those of STOMP; undefined where they are something
 * else.
 */
export function messagesIn(json: unknown): unknown[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const frames = json.slice(0, LIMITS.socketMessages).filter((one) => typeof one === 'string');
  const found = frames.filter((one) => STOMP.test(one)).flatMap((one) => framedJson(one) ?? []);
  return found.length === 0 ? undefined : found;
}

function piecesOf(source: string): string[] {
  if (STOMP.test(source)) return source.split(STOMP_END);
  if (source.includes(RECORD_SEPARATOR)) return source.split(RECORD_SEPARATOR);
  if (/^\d{1,7}:[0-6]/.test(source)) return countedPackets(source);
  return source.split(/\r?\n/);
}

/** Engine.IO 3: `97:0{"sid":…}2:40`, each behind its length. */
function countedPackets(source: string): string[] {
  const packets: string[] = [];
  let at = 0;
  while (at < source.length) {
    const colon = source.indexOf(':', at);
    const length = colon < 0 || colon - at > 7 ? NaN : Number(source.slice(at, colon));
    if (!(length > 0)) break;
    packets.push(source.slice(colon + 1, colon + 1 + length));
    at = colon + 1 + length;
  }
  return packets;
}

/** Undefined for what is no packet. */
function payloadsOf(piece: string): unknown[] | undefined {
  if (STOMP.test(piece)) return stompFrame(piece);
  const line = piece.trim().replace(/^data: ?/, '');
  const start = line.slice(0, 160).search(/[[{"]/);
  const head = line.slice(0, Math.max(0, start));
  const isPacket = start >= 0 && (head === '' || PACKET.test(head) || SOCKJS.test(head));
  const json = isPacket ? parseJson(line.slice(start)) : undefined;
  if (json !== undefined) return (head === 'a' ? messagesIn(json) : undefined) ?? [json];
  return piece.trim() === '' || piece.startsWith('data:') || NO_PAYLOAD.test(line) ? [] : undefined;
}

/** Headers as an object, and the body where it is JSON. */
function stompFrame(frame: string): unknown[] {
  const blank = /\r?\n\r?\n/.exec(frame);
  const [, ...lines] = frame.slice(0, blank?.index ?? frame.length).split(/\r?\n/, MAX_HEADERS);
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)] as const] : [];
  });
  const body = blank ? parseJson(frame.slice(blank.index + blank[0].length)) : undefined;
  return [Object.fromEntries(headers), ...(body === undefined ? [] : [body])];
}
