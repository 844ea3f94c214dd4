import { copyText } from '../clipboard.js';
import { t } from '../i18n.js';
import type { Toasts } from '../toasts.js';

/** Copies a text that may have to be asked for, and says whether it did. */
export async function copyWithToast(
  toasts: Toasts,
  name: string,
  textOf: () => string | null | Promise<string | null>,
): Promise<void> {
  const text = await Promise.resolve(textOf()).catch(() => null);
  const copied = text !== null && (await copyText(text));
  toasts.show({ text: copied ? t('ui_copiedAs', name) : t('ui_copyFailed') });
}
