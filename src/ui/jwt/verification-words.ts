import { type MessageKey, t } from '../words/i18n.js';
import type { Verification, WhyNot } from './verify-with-key.js';

/** Why a key is of no use. */
export const WHY_NOT: Readonly<Record<WhyNot, MessageKey>> = {
  algorithm: 'ui_keyAlgorithm',
  unreadable: 'ui_keyUnreadable',
  'wrong-kind': 'ui_keyWrongKind',
  'short-key': 'ui_keyTooShort',
  gone: 'ui_valueGone',
};

/** What came of a verification, as a sentence. */
export function verificationWords(verification: Verification, scheme: string): string {
  if (verification.outcome === 'cannot') return t(WHY_NOT[verification.why], scheme);
  return verification.outcome === 'verified'
    ? t('ui_keyVerified', scheme)
    : t('ui_keyNotVerified', scheme);
}
