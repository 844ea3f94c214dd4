import type { Body } from '../../model.js';
import { regex } from '../../regex.js';

/** What an authenticator signed (WebAuthn §5.2.2), wherever it stands. */
const ASSERTION = [/authenticator_?data$/i, /signature$/i] as const;

/**
 * 65 bytes of ECDSA in hex, as Ethereum's wallets sign (EIP-191, EIP-1271 aside), or 64 of Ed25519
 * in base58 or base64, as Solana's do.
 */
const SIGNED = regex('i')`
  ^0x[0-9a-f]{130}$|^[1-9a-hj-np-z]{86,88}$|^[a-z0-9+/]{86}==$`;
const BY_WALLET = /(?:^|[/_-])(?:signature|sig|signed_?message)$/i;

/** True for what a security key, a passkey or a wallet signed. */
export function isAssertion(body: Body | undefined): boolean {
  const fields = body?.fields ?? [];
  if (fields.some(({ pointer, value }) => BY_WALLET.test(pointer) && SIGNED.test(value)))
    return true;
  return ASSERTION.every((name) => fields.some(({ pointer }) => name.test(pointer)));
}
