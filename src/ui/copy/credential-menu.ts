import { lineToSend } from '../../engine/report/formats/set-cookie-line.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import { type MessageKey, t } from '../words/i18n.js';
import type { MenuGroup, MenuItem } from '../menu/menus.js';
import type { ViewerStore } from '../store/store.js';
import { asJson } from './copied-request.js';
import {
  credentialFacts,
  credentialMarkdown,
  headerOf,
  isNeverShown,
} from './copied-credential.js';
import { copyWithToast } from './copy-with-toast.js';

type TextOf = () => string | Promise<string | null>;

/** What of a credential may be copied: masked, and, for who chooses that, with its value. */
export function credentialMenu(store: ViewerStore, credential: ReportCredential): MenuGroup[] {
  const masked = maskedCopies(store, credential);
  const isMasked = isNeverShown(credential) || store.backend.holds === 'report';
  return isMasked ? [masked] : [masked, copiesWithValue(store, credential)];
}

function maskedCopies(store: ViewerStore, credential: ReportCredential): MenuGroup {
  const { preview, remedy } = credential;
  const item = itemsIn(store);
  const header = headerOf(credential, preview);
  return {
    title: t('ui_copyMasked'),
    items: [
      ...(header === undefined ? [] : [item('ui_copyHeader', () => header)]),
      ...(remedy ? [item('ui_copySetCookie', () => lineToSend(remedy))] : []),
      item('ui_copyJson', () => asJson(credentialFacts(credential))),
      item('ui_copyMarkdown', () => credentialMarkdown(credential)),
    ],
  };
}

/** Each asks for the value when it is chosen, and not before. */
function copiesWithValue(store: ViewerStore, credential: ReportCredential): MenuGroup {
  const { id, fingerprint, preview } = credential;
  const item = itemsIn(store);
  const withValue = (key: MessageKey, form: (value: string) => string | null): MenuItem =>
    item(key, async () => {
      const what = { credentialId: id };
      const value = await store.revealed.fetch({ what, version: fingerprint });
      return value === null ? null : form(value);
    });
  const hasHeader = headerOf(credential, preview) !== undefined;
  return {
    title: t('ui_copyWithSecrets'),
    items: [
      withValue('ui_copyPlainValue', (value) => value),
      ...(hasHeader
        ? [withValue('ui_copyHeader', (value) => headerOf(credential, value) ?? null)]
        : []),
      withValue('ui_copyJson', (value) => asJson({ ...credentialFacts(credential), value })),
      withValue('ui_copyMarkdown', (value) => credentialMarkdown(credential, value)),
    ],
  };
}

/** Makes items that copy a text and say so. */
function itemsIn({ toasts }: ViewerStore) {
  return (key: MessageKey, textOf: TextOf): MenuItem => ({
    name: t(key),
    run: () => void copyWithToast(toasts, t(key), textOf),
  });
}
