import type { RawHeader, RequestRow } from '../../messaging/views.js';
import { type MessageKey, t } from '../words/i18n.js';
import type { MenuGroup, MenuItem } from '../menu/menus.js';
import type { ViewerStore } from '../store/store.js';
import {
  asCurl,
  asFetch,
  asJson,
  asMarkdown,
  type CopiedRequest,
  headerLine,
  maskedRequest,
} from './copied-request.js';
import { copyWithToast } from './copy-with-toast.js';
import { SENDS } from '../../engine/methods.js';

/** All that a request can be copied as. */
const FORMS: readonly (readonly [MessageKey, (request: CopiedRequest) => string])[] = [
  ['ui_copyAddress', ({ url }) => url],
  ['ui_copyCurl', asCurl],
  ['ui_copyFetch', asFetch],
  ['ui_copyJson', asJson],
  ['ui_copyMarkdown', asMarkdown],
];

/** Forms that are not whole without the body that was posted. */
const WITH_BODY: ReadonlySet<MessageKey> = new Set(['ui_copyCurl', 'ui_copyFetch']);

/** A request as far as it was to be had. */
interface Had {
  request: CopiedRequest;
  /** It may have had a body, and nobody has it. */
  lacksBody: boolean;
}

/** What of a request may be copied: masked, and, for who chooses that, with its secrets. */
export function requestMenu(store: ViewerStore, row: RequestRow): MenuGroup[] {
  const items = (request: () => Promise<Had | null>): MenuItem[] =>
    FORMS.map(([key, form]) => ({
      name: t(key),
      run: () =>
        void copyWithToast(store.toasts, t(key), async () => {
          const copied = await request();
          if (!copied) return null;
          const text = form(copied.request);
          const said = copied.lacksBody && WITH_BODY.has(key) && t('ui_copiedWithoutBody', t(key));
          return said ? { text, said } : text;
        }),
    }));
  return [
    { title: t('ui_copyMasked'), items: items(() => withBody(store, row, masked, false)) },
    // A saved report has none.
    ...(store.backend.holds === 'report'
      ? []
      : [{ title: t('ui_copyWithSecrets'), items: items(() => withBody(store, row, raw, true)) }]),
  ];
}

export type HeaderList = 'requestHeaders' | 'responseHeaders';

/** What of one header may be copied: as it is shown, and as it was. */
export function headerMenu(
  store: ViewerStore,
  row: RequestRow,
  list: HeaderList,
  shown: RawHeader,
  nth: number,
): MenuGroup[] {
  const original = async (): Promise<RawHeader | undefined> => {
    const request = await raw(store, row);
    return request?.[list].filter(({ name }) => name.toLowerCase() === shown.name)[nth];
  };
  const item = (key: MessageKey, textOf: () => string | Promise<string | null>): MenuItem => ({
    name: t(key),
    run: () => void copyWithToast(store.toasts, t(key), textOf),
  });
  const found = async (form: (header: RawHeader) => string) => {
    const header = await original();
    return header ? form(header) : null;
  };
  return [
    {
      title: t('ui_copyMasked'),
      items: [
        item('ui_copyHeader', () => headerLine(shown)),
        item('ui_copyPlainValue', () => shown.value),
      ],
    },
    {
      title: t('ui_copyWithSecrets'),
      items: [
        item('ui_copyHeader', () => found(headerLine)),
        item('ui_copyPlainValue', () => found(({ value }) => value)),
      ],
    },
  ];
}

/** Its body is asked for now, by the click of a person: nobody keeps it. */
async function withBody(
  store: ViewerStore,
  row: RequestRow,
  requestOf: (store: ViewerStore, row: RequestRow) => Promise<CopiedRequest | null>,
  revealed: boolean,
): Promise<Had | null> {
  const { backend, tabId } = store;
  const [request, posted] = await Promise.all([
    requestOf(store, row),
    SENDS.has(row.method) ? backend.seenBody?.(row, 'request').catch(() => undefined) : null,
  ]);
  if (!request) return null;
  if (!posted || !('text' in posted) || posted.left) return { request, lacksBody: posted !== null };
  const told = await backend.ask('getBodyText', { tabId, body: posted, revealed });
  return told
    ? { request: { ...request, body: told.text }, lacksBody: false }
    : { request, lacksBody: true };
}

async function masked({ backend, tabId }: ViewerStore, row: RequestRow) {
  const whole = await backend.wholeHeaders?.(row).catch(() => undefined);
  const detail = await backend.ask('getRequest', { tabId, id: row.id, ...(whole && { whole }) });
  return detail && maskedRequest(detail);
}

async function raw(
  { backend, tabId }: ViewerStore,
  row: RequestRow,
): Promise<CopiedRequest | null> {
  const [request, whole] = await Promise.all([
    backend.ask('getRawRequest', { tabId, id: row.id }),
    backend.wholeHeaders?.(row).catch(() => undefined),
  ]);
  if (!request || !whole) return request;
  return { ...request, requestHeaders: whole.request, responseHeaders: whole.response };
}
