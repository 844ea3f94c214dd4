import type { Behaviour, Exchange } from '../model.js';
import type { CredentialStore } from './credential-store.js';

/** `{}`, `1` and `ok` say nothing. */
const NOTHING_BYTES = 2;

type Got = keyof Pick<Behaviour, 'gotPage' | 'gotData' | 'gotNothing'>;

/** Notes of the tokens that a request carried what its answer was: that shows whether they do anything. */
export function noteAnswer(
  store: CredentialStore,
  exchange: Exchange,
  carried: Iterable<string>,
): void {
  const credentials = [...carried].flatMap((id) => store.byId(id) ?? []);
  const beside = credentials.some(({ kind, role }) => kind === 'cookie' && role === 'session');
  const got = answerOf(exchange);
  for (const { id, kind, behaviour } of credentials) {
    if (kind !== 'token') continue;
    if (beside && !behaviour.besideSession) store.behaved(id, { besideSession: true });
    if (got !== undefined && !behaviour[got]) store.behaved(id, { [got]: true });
  }
}

/** What an answer was, where that can be told: no refusal, no redirect, no file that is for everybody. */
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
