import { withoutFragment } from '../../address.js';
import type { LoginForm, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';

/** How long a form's submission and its request may lie apart. */
const FORM_WINDOW: Millis = 5_000;

/** A request as it is held against the forms that were submitted. */
interface Sent {
  ref: { url: string };
  at: Millis;
  /** Its answer gave something that may tell a user from others. */
  gave: boolean;
  /** Page whose script made it. */
  page?: string;
}

/** True for a request that sent what was in a form. */
export function isSubmittedBy(form: LoginForm, { ref, at, gave, page }: Sent): boolean {
  if (Math.abs(form.at - at) > FORM_WINDOW) return false;
  // A script may send what its page's form holds, to wherever it likes.
  const isOwn = page !== undefined && siteOf(page) === siteOf(ref.url);
  const byScript = gave && isOwn && isSame(form.pageUrl, page);
  return byScript || isSame(form.actionUrl, ref.url);
}

/** True for two addresses of one document. */
export function isSame(a: string, b: string): boolean {
  return withoutFragment(a) === withoutFragment(b);
}
