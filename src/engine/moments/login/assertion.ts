import type { Body } from '../../model.js';

/** What an authenticator signed (WebAuthn §5.2.2), wherever it stands. */
const ASSERTION = [/authenticator_?data$/i, /signature$/i] as const;

/** True for what a security key or a passkey signed. */
export function isAssertion(body: Body | undefined): boolean {
  return ASSERTION.every((name) => body?.fields.some(({ pointer }) => name.test(pointer)));
}
