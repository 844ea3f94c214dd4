import type { Behaviour, Credential, Exchange } from '../model.js';
import { roleFacts } from '../role-table.js';
import type { CredentialStore } from './credential-store.js';
import { noteTurnedDown } from './note-turned-down.js';

/** `{}`, `1` and `ok` say nothing. */
const NOTHING_BYTES = 2;

type Got = keyof Pick<Behaviour, 'gotPage' | 'gotData' | 'gotNothing'>;

/**
 * Notes of the tokens that a request carried what its answer was, and what went beside them: that
 * shows whether they do anything.
 */
export function noteAnswer(
  store: CredentialStore,
  exchange: Exchange,
  carried: readonly string[],
  gave: readonly string[],
): void {
  const credentials = carried.flatMap((id) => store.byId(id) ?? []);
  const besideSession = credentials.some(
    ({ kind, role }) => kind === 'cookie' && role === 'session',
  );
  const authorization = credentials.find(authorizes);
  const got = answerOf(exchange);
  for (const one of credentials) {
    if (got !== undefined) note(store, one, got);
    noteTurnedDown(store, one, exchange, got === 'gotData' || got === 'gotPage');
    if (one.kind !== 'token') continue;
    if (besideSession) note(store, one, 'besideSession');
    if (authorization?.behaviour.issuedAtLogin && authorization.id !== one.id)
      note(store, one, 'besideAuthorization');
  }
  noteGiven(store, carried, gave);
}

/** Notes of the tokens that an answer gave whether the server knew by then who asks. */
export function noteGiven(
  store: CredentialStore,
  carried: readonly string[],
  gave: readonly string[],
): void {
  const credentials = carried.flatMap((id) => store.byId(id) ?? []);
  const known = credentials.filter((one) => isOfLogin(one) || authorizes(one));
  if (!known.some(({ role }) => roleFacts(role).keepsUser)) return;
  for (const one of gave.flatMap((id) => store.byId(id) ?? []))
    if (one.kind === 'token') note(store, one, 'givenToKnown');
}

/**
 * Notes of what each of several messages carried that its WebSocket was opened with a cookie of the
 * login.
 */
export function noteMessages(
  store: CredentialStore,
  opened: readonly string[],
  inEach: readonly string[],
): void {
  if (!opened.flatMap((id) => store.byId(id) ?? []).some(isOfLogin)) return;
  for (const one of inEach.flatMap((id) => store.byId(id) ?? [])) note(store, one, 'inEachMessage');
}

type Noted = Got | 'besideSession' | 'besideAuthorization' | 'inEachMessage' | 'givenToKnown';

function note(store: CredentialStore, { id, behaviour }: Credential, what: Noted): void {
  if (!behaviour[what]) store.behaved(id, { [what]: true });
}

function isOfLogin({ kind, behaviour }: Credential): boolean {
  return kind === 'cookie' && behaviour.issuedAtLogin !== undefined;
}

/** Of what a request carried, that for which the Authorization header is. */
function authorizes({ kind, sightings }: Credential): boolean {
  return (
    kind === 'token' &&
    sightings.some(({ locator, direction }) => locator === 'authorization' && direction === 'sent')
  );
}

/**
 * What an answer was, where that can be told: no refusal, no redirect, no file that is for
 * everybody.
 */
function answerOf({ type, response }: Exchange): Got | undefined {
  const status = response?.status ?? 0;
  if (!response || status === 0) return undefined;
  if (status === 101) return 'gotData';
  if (status < 200 || status >= 300) return undefined;
  const header = (name: string) => response.headers.find((one) => one.name === name)?.value;
  const length = response.body?.bytes ?? Number(header('content-length') ?? NaN);
  const mime = header('content-type') ?? response.body?.mimeType ?? '';
  if (status === 204 || status === 205 || length <= NOTHING_BYTES || /^image\//i.test(mime))
    return 'gotNothing';
  // Neither page nor data was asked for, and nothing says that data came.
  if (type === 'other' && mime === '') return 'gotNothing';
  if (type === 'document' || type === 'frame') return 'gotPage';
  return type === 'fetch' ? 'gotData' : undefined;
}
