import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesOf, runsIn } from './decoded-texts.js';

/** Hashes that are quick to compute, and so to try out, by how many bytes each has. */
const QUICK = new Map([
  [16, md5],
  [20, sha1],
  [32, sha256],
  [64, sha512],
]);
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;

/** A hash in hex, whatever stands before and behind it: `2-5f4d…`. */
const IN_HEX = /(?<![0-9a-z])[0-9a-f]{32,128}(?![0-9a-z])/gi;

/** True for what has the form of such a hash, as pages send it in a password's place. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** What in a text may be such a hash, in hex or base64; as hex. */
export function digestsIn(text: string): string[] {
  const runs = [...(text.match(IN_HEX) ?? []), ...runsIn(text)];
  return runs.flatMap((run) =>
    bytesOf(run)
      .filter(({ length }) => QUICK.has(length))
      .map(bytesToHex),
  );
}

/** True where one of these is a hash of the password to which nothing was added, once or twice. */
export function isDigestOf(password: string, digests: ReadonlySet<string>): boolean {
  const lengths = new Set([...digests].map((hex) => hex.length / 2));
  return [...lengths].some((length) => {
    const hash = QUICK.get(length);
    if (!hash) return false;
    const once = bytesToHex(hash(utf8ToBytes(password)));
    return digests.has(once) || digests.has(bytesToHex(hash(utf8ToBytes(once))));
  });
}
