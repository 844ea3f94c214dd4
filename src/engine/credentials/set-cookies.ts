import type { SetOutcome } from '../cookies/cookie-jar.js';
import { LONG_AGO } from '../cookies/cookie-mode.js';
import type { CookieAttributes, Credential, Header } from '../model.js';
import { isToldTime } from '../normalize/sources/told-time.js';
import { LIMITS } from '../settings.js';
import { diagnosis, text } from '../text.js';
import { isPlaceholder } from '../values/ids/placeholder.js';
import { isLive } from './credential-state.js';
import { settleSite } from './cookie-site.js';
import type { CredentialStore } from './credential-store.js';
import { adoptUnknown, changeValue, endLife, endsLife, jarOf, placeOf } from './cookie-shelf.js';
import type { CredentialDraft } from './draft.js';
import { forgetClearing, noteLife, unexplainedIn } from './life.js';
import type { ExchangeScene } from './scene.js';

/** What a Set-Cookie line did: to which credential, and whether anything is different now. */
export interface CookieSet {
  id: string;
  /** False where the same value was only set again, as rolling sessions do. */
  changed: boolean;
}

/** Sees one Set-Cookie line; undefined where it did nothing. */
export function seeSetCookie(
  store: CredentialStore,
  header: Header,
  scene: ExchangeScene,
): CookieSet | undefined {
  const outcome = jarOf(store, scene.at).set(header.value, scene.request, scene.at);
  const { cookie, effect, key } = outcome;
  const identity = `cookie:${key}`;
  const known =
    store.byIdentity(identity) ??
    adoptUnknown(store, { ...cookie, ...cookie.attributes }, identity, scene.url);
  if (effect === 'deletes') return seeDeletion(store, known, outcome, scene);
  if (effect === 'refused' && known?.attributes && !known.cookie?.rejected)
    return refuse(store, known, outcome, scene);
  if (known && endsLife(known, cookie.value)) return seeEnd(store, known, scene);
  return keep(store, known, identity, outcome, { scene, unknown: header.unknown ?? [] });
}

/** The browser keeps the one it has. */
function refuse(
  store: CredentialStore,
  { id }: Credential,
  { rejections }: SetOutcome,
  { at, ref }: ExchangeScene,
): CookieSet {
  const said = rejections.slice(0, 1).map(({ text: why }) => diagnosis(why));
  store.change(id, (draft) => {
    const diagnoses = [...(draft.cookie?.diagnoses ?? []), ...said].slice(-LIMITS.cookieDiagnoses);
    draft.cookie = { ...draft.cookie, diagnoses };
  });
  noteRefusal(store, id, rejections, { at, ref });
  return { id, changed: false };
}

/**
 * The line of a deletion, or of a value that stands for none: it ends a life, and says nothing of
 * it.
 */
function seeEnd(store: CredentialStore, { id, name }: Credential, scene: ExchangeScene): CookieSet {
  const changed = endLife(store, id, scene.at, scene.ref);
  store.see(id, placeOf(name, 'received', scene));
  return { id, changed };
}

interface Told {
  scene: ExchangeScene;
  unknown: readonly (keyof CookieAttributes)[];
}

/** What a browser stores, or refuses where it had none. */
function keep(
  store: CredentialStore,
  known: Credential | undefined,
  identity: string,
  outcome: SetOutcome,
  { scene, unknown }: Told,
): CookieSet {
  const { cookie } = outcome;
  const { at, ref } = scene;
  const place = placeOf(cookie.name, 'received', scene);
  const { id } = known ?? store.create('cookie', identity, cookie.value, place);
  if (known) store.change(id, (draft) => forgetClearing(draft, ref));
  const before = known && store.byId(id);
  const wasHeld = !before || isLive(before, at);
  const changed =
    !before?.cookie?.setBy ||
    before.value !== cookie.value ||
    before.cookie.clearedAt !== undefined ||
    unexplainedIn(before, at) !== undefined;
  changeValue(store, id, cookie.value, { at, by: ref, wasHeld });
  store.change(id, (draft) => describe(draft, outcome, scene, unknown));
  noteRefusal(store, id, outcome.rejections, scene);
  store.see(id, place);
  return { id, changed };
}

/** Notes that the browser refused what an answer would have it keep. */
function noteRefusal(
  store: CredentialStore,
  id: string,
  [rejection]: SetOutcome['rejections'],
  { at, ref }: Pick<ExchangeScene, 'at' | 'ref'>,
): void {
  if (!rejection) return;
  const why = { exchange: ref, reason: rejection.reason };
  store.change(id, (draft) => noteLife(draft, 'rejected', at, why));
}

/**
 * Writes what a line says of its cookie: attributes, end, and what a browser would correct in it.
 */
function describe(
  draft: CredentialDraft,
  outcome: SetOutcome,
  { url, at, ref }: ExchangeScene,
  unknown: Told['unknown'],
): void {
  const { cookie, rejections } = outcome;
  const [rejected] = rejections;
  // What a date says is no length of time where nobody knows when it was said.
  const isTimed = isToldTime(at) || !isToldTime(cookie.expiresAt ?? at);
  const [asked, expiresAt] = isTimed ? [cookie.expiresAt, outcome.expiresAt] : [];
  settleSite(draft, url);
  draft.attributes = withoutUnknown(cookie.attributes, unknown);
  const {
    clearedAt: _at,
    clearedBy: _by,
    rejected: _no,
    expiredOnArrival: _late,
    askedExpiresAt: _end,
    ...history
  } = draft.cookie ?? { diagnoses: [] };
  draft.cookie = {
    ...history,
    setBy: ref,
    setAt: at,
    setOver: /^(?:https|wss):/.test(url) ? 'https' : 'http',
    written: unknown.length > 0 ? [] : cookie.written,
    diagnoses: cookie.diagnoses.slice(0, LIMITS.cookieDiagnoses),
    ...(rejected ? { rejected: { reason: rejected.reason, text: rejected.text } } : {}),
    ...(asked === undefined ? {} : { askedExpiresAt: asked }),
  };
  draft.issuedAt ??= at;
  draft.expires =
    unknown.includes('persistent') || !isTimed
      ? 'unknown'
      : cookie.attributes.persistent
        ? 'at'
        : 'session';
  if (expiresAt === undefined) delete draft.expiresAt;
  else draft.expiresAt = expiresAt;
}

function withoutUnknown(
  attributes: CookieAttributes,
  unknown: Told['unknown'],
): Partial<CookieAttributes> {
  const known = Object.entries(attributes).filter(([name]) => !unknown.some((one) => one === name));
  return Object.fromEntries(known);
}

/** A line whose date has passed deletes; with a value and nothing to delete it is a mistake. */
function seeDeletion(
  store: CredentialStore,
  known: Credential | undefined,
  outcome: SetOutcome,
  scene: ExchangeScene,
): CookieSet | undefined {
  if (known && !known.cookie?.expiredOnArrival) return seeEnd(store, known, scene);
  const { cookie, key } = outcome;
  if (isPlaceholder(cookie.value) || cookie.expiresAt === LONG_AGO) return undefined;
  const place = placeOf(cookie.name, 'received', scene);
  const { id } = known ?? store.create('cookie', `cookie:${key}`, cookie.value, place);
  store.change(id, (draft) => {
    describe(draft, outcome, scene, []);
    draft.cookie = {
      ...draft.cookie,
      expiredOnArrival: true,
      diagnoses: [...(draft.cookie?.diagnoses ?? []), lateDiagnosis()],
    };
  });
  store.see(id, place);
  return { id, changed: true };
}

function lateDiagnosis() {
  return diagnosis(text('diagnosis_expired_on_arrival', 'it was already expired when it arrived'));
}
