import { decodeBase64, latin1 } from '../base64.js';
import { bytesOfHex, hexOf } from '../values/bytes.js';
import { type Masked, maskedIn, secretsIn } from '../values/masked.js';

/** Writes signs of no known structure anew; `index` tells places apart. */
type Write = (text: string, index: string) => string;

/**
 * Values that hold one secret under different masks, such as the cookie against forgery and the
 * field of each form (BREACH): what stands for them holds one as well.
 */
export class MaskedStandIns {
  readonly #masked = new Map<string, Masked>();
  /** Values that are a secret as it is, or its bytes. */
  readonly #plain = new Map<string, string>();
  readonly #secrets = new Map<string, string>();

  constructor(values: readonly string[]) {
    const holders = new Map<string, number>();
    for (const value of values)
      for (const secret of secretsIn(value)) holders.set(secret, (holders.get(secret) ?? 0) + 1);
    for (const value of values) {
      const masked = maskedIn(value).find(({ secret }) => (holders.get(secret) ?? 0) > 1);
      if (masked) this.#masked.set(value, masked);
      else for (const secret of secretsIn(value)) this.#plain.set(secret, value);
    }
  }

  /** What stands for a value of which others hold the secret, too; undefined for any other. */
  of(value: string, write: Write, made: ReadonlyMap<string, string>): string | undefined {
    const masked = this.#masked.get(value);
    if (!masked) return undefined;
    const { secret, mask, of } = masked;
    const signs = (text: string, index: string) =>
      of === 'letters' ? write(text, index) : bytesAnew(text, index, write);
    const other = this.#secrets.get(secret) ?? this.#known(secret, made) ?? signs(secret, 'secret');
    this.#secrets.set(secret, other);
    return masked.write(other, signs(mask, 'mask'));
  }

  /** The secret itself was met, and something stands for it already. */
  #known(secret: string, made: ReadonlyMap<string, string>): string | undefined {
    const plain = this.#plain.get(secret);
    const stand = plain === undefined ? undefined : made.get(plain);
    if (plain === undefined || stand === undefined) return undefined;
    const told = plain === secret ? stand : bytesIn(stand);
    return told?.length === secret.length ? told : undefined;
  }
}

function bytesAnew(told: string, index: string, write: Write): string {
  const hex = hexOf(Uint8Array.from(told, (sign) => sign.charCodeAt(0)));
  return latin1(bytesOfHex(write(hex, index)));
}

function bytesIn(value: string): string | undefined {
  const bytes = /^(?:[0-9a-f]{2})+$/i.test(value) ? bytesOfHex(value) : decodeBase64(value);
  return bytes && latin1(bytes);
}
