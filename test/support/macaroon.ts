import { b64u } from './base64.js';
import type { Seeded } from './seeded.js';

/** libmacaroons' first binary format. */
export function macaroonV1(random: Seeded): string {
  const packet = (key: string, value: string | Buffer) => {
    const body = Buffer.concat([Buffer.from(`${key} `), Buffer.from(value), Buffer.from('\n')]);
    return Buffer.concat([Buffer.from((body.length + 4).toString(16).padStart(4, '0')), body]);
  };
  const caveats = random.below(2) ? [packet('cid', `account = ${random.base62(9)}`)] : [];
  return b64u(
    Buffer.concat([
      packet('location', 'https://bank.example/'),
      packet('identifier', random.base62(24)),
      ...caveats,
      packet('signature', random.bytes(32)),
    ]),
  );
}

/** libmacaroons' second binary format. */
export function macaroonV2(random: Seeded): string {
  const field = (type: number, value: Buffer) =>
    Buffer.concat([Buffer.from([type, value.length]), value]);
  const end = Buffer.from([0]);
  const location = random.below(2) ? [field(1, Buffer.from('bank.example'))] : [];
  const caveats = random.below(2) ? [field(2, Buffer.from(`user = ${random.base62(6)}`)), end] : [];
  return b64u(
    Buffer.concat([
      Buffer.from([2]),
      ...location,
      field(2, random.bytes(20)),
      end,
      ...caveats,
      end,
      field(6, random.bytes(32)),
    ]),
  );
}
