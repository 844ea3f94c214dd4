import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { memo } from '../memo.js';

/** SHA-256 of a value as hex: it tells one value from another, and gives neither away. */
export const hashOf = memo((value: string): string => bytesToHex(sha256(utf8ToBytes(value))));
