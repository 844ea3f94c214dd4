import type { LimitReached } from './model.js';

// Every bound of engine, recording, capture and background that can leave something out, in one
// table. One that is reached is counted (`beyond`, losses.ts) and told (report/diagnoses.ts). Those
// of a recogniser (what is too long to be an id, how far apart two steps of a login may be) stand
// with it.

// What the content script may read of a page's storage: constants of their own, of which only the
// numbers are in that script, for it must stay tiny.

/** Keys of one storage area that are looked at. */
export const STORAGE_KEYS = 20_000;
/** Items of one storage area that are read. */
export const STORAGE_ITEMS = 2_000;
/** Characters of one stored value that are read. */
export const STORAGE_VALUE = 1_048_576;
/** Characters of one storage area that are read, which is more than browsers let a page store. */
export const STORAGE_AREA = 5_242_880;
/** IndexedDB databases of an origin that are read, and object stores of each. */
export const DATABASES = 24;
/** Records of one object store that are read. */
export const DATABASE_RECORDS = 100;
/** Fields of a submitted login form that are told. */
export const LOGIN_FIELDS = 100;

export const LIMITS = {
  // ── What a page stores ─────────────────────────────────────────────────────────────────────
  storageItems: STORAGE_ITEMS,
  storageValue: STORAGE_VALUE,
  databases: DATABASES,
  loginFields: LOGIN_FIELDS,

  // ── One text ───────────────────────────────────────────────────────────────────────────────
  /** Characters of an address; servers take a quarter of it. */
  url: 32_768,
  /** Characters of one header's value. */
  headerValue: 65_536,
  /** Characters of all headers of one request or response together. */
  headerBlock: 262_144,
  /** Characters of a body. */
  body: 1_048_576,
  /** Fields of a form. */
  formFields: 2_000,
  /** Fields of a body that may hold credentials. */
  bodyFields: 400,
  /** Characters of one such field's value. */
  fieldValue: 65_536,
  /** Characters of a field's name. */
  fieldName: 256,
  /** Strings of one JSON text. */
  jsonStrings: 10_000,
  /** Values of one JSON text, objects and lists included. */
  jsonNodes: 200_000,
  /** Levels of one JSON text. */
  jsonDepth: 64,
  /** JSON inside a JSON string inside a JSON string; deeper nesting is nobody's format. */
  jsonNested: 3,
  /** Tags of an HTML page that are read. */
  htmlTags: 4_000,
  /** Characters of one HTML tag. */
  htmlTag: 20_000,
  /** Tokens in one text. */
  tokensPerText: 200,
  /** Characters of one token. */
  token: 65_536,
  /** Characters of a text in base64 that is unwrapped. */
  wrapped: 65_536,
  /** Layers of percent-encoding, quotes and base64 that are taken off. */
  layers: 4,
  /** Strings of one structured header field. */
  fieldStrings: 64,
  /** Messages of one WebSocket. */
  socketMessages: 2_000,
  /** Sockets whose messages the source keeps to itself: what is in them is unknown. */
  socketUnseen: 0,
  /** Requests that may have been made in a frame that was gone, or by a service worker. */
  unattributed: 0,
  /** Bodies that the browser had forgotten when they were asked for. */
  bodyGone: 0,
  /** Sites whose pages said what they call their passwords, and such names of each. */
  passwordSites: 200,
  passwordNames: 40,
  /** Malformed things told of one exchange. */
  exchangeDiagnoses: 20,

  // ── What is known of a visit ───────────────────────────────────────────────────────────────
  /** Credentials; the least telling give way. */
  credentials: 2_000,
  /** Places of one credential. */
  sightings: 100,
  /** Earlier values of one credential. */
  pastValues: 8,
  /** Values of one lineage that are followed one by one; older ones are told together. */
  generations: 6,
  /** Ids that credentials had before they turned out to be one. */
  aliases: 10_000,
  /** Ways in which one credential got out. */
  leaks: 40,
  /** Changes in the life of one credential. */
  lifeEvents: 24,
  /** Malformed things told of one cookie. */
  cookieDiagnoses: 10,
  /** Places whose token may be followed by another one. */
  slots: 4_000,
  /** Logins, logouts and lost sessions. */
  moments: 500,
  /** Sites whose logins are watched. */
  momentSites: 200,
  /** Signed values on which secrets were tried. */
  trials: 1_000,
  /** Finished proofs of one tab. */
  proofs: 32,
  /** Moments that a person marks. */
  marks: 20,
  /** Logins at authorization servers. */
  flows: 100,
  /** Characters of what a flow says of itself, and secrets by which its messages are found. */
  flowText: 300,
  flowKeys: 40,
  /** Steps of one such login. */
  flowSteps: 40,
  /** Exchanges that carried or changed credentials, those of one kind folded. */
  logEntries: 400,
  /**
   * Values that are looked for once more in a finished report: more than all credentials ever had.
   */
  sweptValues: 20_000,
  /** Exchanges whose credentials are remembered. */
  links: 4_000,

  // ── Order of arrival ───────────────────────────────────────────────────────────────────────
  /** Latest steps that can still change their order. */
  waitingSteps: 256,
  /** Characters that may wait with them. */
  waitingText: 262_144,

  // ── A tab's recording ──────────────────────────────────────────────────────────────────────
  /** Requests in flight at once. */
  pending: 5_000,
  /** Requests whose number of hops is remembered. */
  hops: 2_000,
  /** Requests that ended in an authentication challenge and may be repeated. */
  challenged: 100,
  /** Different (method, address, status) that wait for what DevTools tells of them. */
  joinKeys: 2_000,
  /** Requests of one such key that wait. */
  joinSame: 200,
  /** DevTools entries that are remembered, so that none is taken twice. */
  joinKnown: 5_000,
  /** Of each of them, in a checkpoint. */
  joinSaved: 500,
  /** Storage areas of the frames of a tab. */
  areas: 200,
  /**
   * Characters of a stored value that the recording keeps whole; of longer ones, what may be a
   * credential.
   */
  storageKept: 16_384,
  /**
   * Characters of one storage area that it keeps; beyond, only the beginnings of what tells
   * nothing.
   */
  areaKept: 262_144,
  /** Characters of all storage areas that it keeps. */
  areasKept: 786_432,
  /** Registrable domains whose cookies are asked for, and sites that a tab has shown. */
  domains: 100,
  /** Cookies of one look into the jar. */
  jarCookies: 3_000,

  // ── `storage.session`, which holds 10,485,760 bytes ────────────────────────────────────────
  /** Bytes of all tabs; a checkpoint is written before what it replaces is gone. */
  sessionTotal: 7_340_032,
  /** Bytes of one tab. */
  sessionTab: 6_291_456,
  /** Storage areas whose last telling is remembered, to tell what is new. */
  areasTold: 500,
  /** DevTools entries told in one message. */
  devtoolsBatch: 100,
} as const;

/** Says that a bound was reached; nothing where it was not. */
export function beyond(what: keyof typeof LIMITS, lost: number): LimitReached[] {
  return lost > 0 ? [{ what, limit: LIMITS[what], lost }] : [];
}

/** The same bounds from several places as one list, in order of first mention. */
export function sumOfLimits(all: Iterable<LimitReached>): LimitReached[] {
  const sums = new Map<string, LimitReached>();
  for (const { what, limit, lost } of all) {
    const before = sums.get(what)?.lost ?? 0;
    sums.set(what, { what, limit, lost: before + lost });
  }
  return [...sums.values()];
}
