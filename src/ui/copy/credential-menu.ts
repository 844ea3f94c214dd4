import { lineToSend } from '../../engine/report/formats/set-cookie-line.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import { type MessageKey, t } from '../i18n.js';
import type { MenuGroup, MenuItem } from '../menu/menus.js';
import type { ViewerStore } from '../store.js';
import { asJson } from './copied-request.js';
import { credentialFacts, credentialMarkdown, headerOf, isNeverKept } from './copied-credential.js';
import { copyWithToast } from './copy-with-toast.js';

type TextOf = () => string | Promise<string | null>;

/** What of a credential may be copied: masked, and, for who chooses that, with its value. */
export function credentialMenu(store: ViewerStore, credential: ReportCredential): MenuGroup[] {
  const { id, fingerprint, preview, remedy } = credential;
  const item = (key: MessageKey, textOf: TextOf): MenuItem => ({
    name: t(key),
    run: () => void copyWithToast(store.toasts, t(key), textOf),
  });
  const withValue = (form: (value: string) => string | null) => async () => {
    const what = { credentialId: id };
    const value = await store.revealed.fetch({ what, version: fingerprint });
    return value === null ? null : form(value);
  };
  const header = (value: string) => headerOf(credential, value);
  const hasHeader = header(preview) !== undefined;
  const masked: MenuGroup = {
    title: t('ui_copyMasked'),
    items: [
      ...(hasHeader ? [item('ui_copyHeader', () => header(preview) ?? '')] : []),
      ...(remedy ? [item('ui_copySetCookie', () => lineToSend(remedy))] : []),
      item('ui_copyJson', () => asJson(credentialFacts(credential))),
      item('ui_copyMarkdown', () => credentialMarkdown(credential)),
    ],
  };
  const whole: MenuGroup = {
    title: t('ui_copyWithSecrets'),
    items: [
      item(
        'ui_copyPlainValue',
        withValue((value) => value),
      ),
      ...(hasHeader
        ? [
            item(
              'ui_copyHeader',
              withValue((value) => header(value) ?? null),
            ),
          ]
        : []),
      item(
        'ui_copyJson',
        withValue((value) => asJson({ ...credentialFacts(credential), value })),
      ),
      item(
        'ui_copyMarkdown',
        withValue((value) => credentialMarkdown(credential, value)),
      ),
    ],
  };
  const isMasked = isNeverKept(credential) || store.backend.holds === 'report';
  return isMasked ? [masked] : [masked, whole];
}
