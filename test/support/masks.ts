import type { Seeded } from './seeded.js';

/** What a framework keeps in its cookie, and writes into each form under a new mask. */
interface Masked {
  cookie: string;
  field(): string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const at = (letter: string) => LETTERS.indexOf(letter);
const xor = (a: Buffer, b: Buffer) => Buffer.from(a.map((byte, i) => byte ^ b[i % b.length]!));

/** django.middleware.csrf, `_mask_cipher_secret`. */
function django(secret: string, mask: string): string {
  const shifted = [...secret].map((one, i) => LETTERS[(at(one) + at(mask[i]!)) % LETTERS.length]);
  return mask + shifted.join('');
}

export const MASKS: Readonly<Record<string, (random: Seeded) => Masked>> = {
  'Django before 4.1': (random) => {
    const secret = random.base62(32);
    const field = () => django(secret, random.base62(32));
    return { cookie: field(), field };
  },
  'Django from 4.1 on': (random) => {
    const secret = random.base62(32);
    return { cookie: secret, field: () => django(secret, random.base62(32)) };
  },
  Tornado: (random) => {
    const secret = Buffer.from(random.bytes(16));
    const field = () => {
      const mask = Buffer.from(random.bytes(4));
      return `2|${mask.toString('hex')}|${xor(secret, mask).toString('hex')}|1795723085`;
    };
    return { cookie: field(), field };
  },
  'CodeIgniter, with a random token': (random) => {
    const secret = Buffer.from(random.bytes(16));
    const field = () => {
      const key = Buffer.from(random.bytes(16));
      return xor(secret, key).toString('hex') + key.toString('hex');
    };
    return { cookie: secret.toString('hex'), field };
  },
  'what masks as Rails and Yii do': (random) => {
    const secret = Buffer.from(random.bytes(32));
    const field = () => {
      const pad = Buffer.from(random.bytes(32));
      return Buffer.concat([pad, xor(secret, pad)]).toString('base64url');
    };
    return { cookie: secret.toString('base64'), field };
  },
};
