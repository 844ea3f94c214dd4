import type { BodyField } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { remembered } from '../memo.js';

// Transports that imitate a socket over HTTP number their connections. Such a number is random,
// goes with every request, and is nobody's session: it ends with the connection, and logs nobody
// in.

interface Transport {
  /** Whether an address is one of its own. */
  speaks(url: URL): boolean;
  /** Parameters of the address, and fields of a body, that hold a number of a connection. */
  ids: RegExp;
}

const TRANSPORTS: readonly Transport[] = [
  // Engine.IO protocol, “Handshake” and “HTTP long-polling”: Socket.IO and others stand on it.
  { speaks: has('EIO'), ids: /^sid$/ },
  // ASP.NET SignalR: negotiate, connect, start, send, poll, reconnect, abort.
  { speaks: has('clientProtocol'), ids: /^(?:connectionToken|connectionId|groupsToken|tid)$/ },
  { speaks: ({ pathname }) => /\/signalr\//i.test(pathname), ids: /^connection(?:Token|Id)$/i },
  // ASP.NET Core SignalR, “Transport Protocols”: POST …/negotiate answers with what `id` then says.
  {
    speaks: ({ pathname }) => /\/negotiate$/i.test(pathname),
    ids: /^(?:connection(?:Token|Id)|id)$/i,
  },
  {
    speaks: ({ protocol, pathname }) => /^wss?:$/.test(protocol) || /hubs?(?:\/|$)/i.test(pathname),
    ids: /^id$/,
  },
  // Bayeux §2.2.1 (CometD, Faye).
  { speaks: ({ pathname }) => /\/(?:cometd|bayeux|faye)\b/i.test(pathname), ids: /^clientId$/ },
  // XEP-0124 §7 and §8: BOSH.
  { speaks: ({ pathname }) => /\/(?:http-bind|bosh)\b/i.test(pathname), ids: /^(?:sid|rid|key)$/ },
  // Atmosphere: X-Atmosphere-tracking-id, as a parameter too.
  { speaks: has('X-Atmosphere-Transport'), ids: /^X-(?:Atmosphere-tracking-id|Cache-Date)$/i },
  // Vaadin Flow and Framework, push over Atmosphere.
  { speaks: has('v-uiId'), ids: /^v-(?:pushId|wsver|uiId)$/ },
  // Closure Library's WebChannel (Firestore listens by it): `VER`, `CVER`, `RID` beside its own.
  { speaks: allOf('VER', 'RID'), ids: /^(?:SID|gsessionid|X-HTTP-Session-Id)$/i },
  // SockJS, and Meteor's DDP: the session stands in the path.
  {
    speaks: ({ pathname }) => /\/\d{3}\/\w{8}\/(?:xhr|websocket|eventsource)/.test(pathname),
    ids: /^(?:t|session)$/,
  },
];

/**
 * Pusher's channels protocol, “Generating authentication signatures”: a public key, HMAC-SHA256.
 */
const CHANNEL_SIGNATURE = /^[\w-]{4,64}:[0-9a-f]{64}$/i;

/** Headers that name such a connection, whatever the address. */
const CONNECTION_HEADER = /^x-(?:http-session-id|atmosphere-tracking-id)$/i;

/** True for a header of a transport that numbers its connections in it. */
export function isConnectionHeader(name: string): boolean {
  return CONNECTION_HEADER.test(name);
}

interface Greeting {
  /** Member by whose value the message is known. */
  at: string;
  says: string;
  /** Members that are of the connection, or of what one page joins by it. */
  ids: RegExp;
}

/** Messages with which a connection, or a part of one, begins. */
const GREETINGS: readonly Greeting[] = [
  // Meteor's DDP.
  { at: '/msg', says: 'connected', ids: /^\/session$/ },
  // Phoenix LiveView joins with what the page's markup has of the view, signed for a few minutes.
  { at: '/3', says: 'phx_join', ids: /^\/4\/(?:session|static)$/ },
];

/**
 * Tells which fields of a message are of one connection by what stands in them or beside them: what
 * it is greeted with, and the signature that lets one socket listen to one channel.
 */
export function isOfConnection(fields: readonly BodyField[]): (field: BodyField) => boolean {
  const greetings = GREETINGS.filter(({ at, says }) =>
    fields.some(({ pointer, value }) => pointer === at && value === says),
  );
  return ({ pointer, value }) =>
    greetings.some(({ ids }) => ids.test(pointer)) ||
    (pointer.endsWith('auth') && /(?:^|\/)auth$/.test(pointer) && CHANNEL_SIGNATURE.test(value));
}

/**
 * Tells which names hold a number of a connection of the transport that an address belongs to. The
 * address is read once: it may have thousands of parameters.
 */
export function transportIdsOf(url: string | URL): (name: string) => boolean {
  const parsed = typeof url === 'string' ? parseUrl(url) : url;
  return parsed === undefined ? isNone : idsSpokenAt(parsed);
}

/** What tells where an address belongs to no such transport. */
export const isNone = (): boolean => false;

const idsSpokenAt = remembered((url: URL): ((name: string) => boolean) => {
  const spoken = TRANSPORTS.filter(({ speaks }) => speaks(url));
  return spoken.length === 0 ? isNone : (name) => spoken.some(({ ids }) => ids.test(name));
});

function allOf(...parameters: readonly string[]): (url: URL) => boolean {
  const each = parameters.map(has);
  return (url) => each.every((one) => one(url));
}

function has(parameter: string): (url: URL) => boolean {
  return ({ search }) =>
    (search.includes(parameter) || search.includes('%')) &&
    new URLSearchParams(search).has(parameter);
}
