import { copyText } from '../page/clipboard.js';
import { t } from '../words/i18n.js';
import type { Toasts } from '../store/toasts.js';

/**
 * A text, with what is said of it where it is not all that was asked for; null: it is not to be
 * had.
 */
export type Copied = string | { text: string; said?: string } | null;

/** Copies a text that may have to be asked for, and says whether it did. */
export async function copyWithToast(
  toasts: Toasts,
  name: string,
  textOf: () => Copied | Promise<Copied>,
): Promise<void> {
  const copied = await Promise.resolve(textOf()).catch(() => null);
  const { text, said = t('ui_copiedAs', name) } =
    typeof copied === 'string' ? { text: copied } : (copied ?? {});
  const isThere = text !== undefined && (await copyText(text));
  toasts.show({ text: isThere ? said : t('ui_copyFailed') });
}
