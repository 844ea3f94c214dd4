import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attachBodies, lastPart, namesOfBodies } from '../src/files/attached.js';
import type { Log } from '../src/files/logs.js';

/** As Playwright names the files of bodies: by their hash. No other file beside is read. */
const OF_BODY = /^[0-9a-f]{40}(?:\.\w{1,16})?$/;

/**
 * Puts the bodies that lie beside a HAR file where its entries have them otherwise, of so many
 * bytes.
 */
export function attachBeside(path: string, log: Log, most: number): void {
  const wanted = new Set<string>();
  namesOfBodies(log, (name) => wanted.add(lastPart(name)));
  if (![...wanted].some((name) => OF_BODY.test(name))) return;
  const folder = dirname(path);
  const members = new Map<string, Uint8Array>();
  let room = most;
  for (const name of readdirSync(folder)) {
    if (!wanted.has(name) || !OF_BODY.test(name)) continue;
    const file = join(folder, name);
    const { size } = statSync(file);
    if (size > room) continue;
    room -= size;
    members.set(name, readFileSync(file));
  }
  attachBodies(log, members);
}
