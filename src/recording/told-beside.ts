import type { Diagnosis } from '../engine/text.js';
import { ofRenewal } from './told-renewal.js';
import { ofWindows } from './told-windows.js';

/** What a report must say of a recording beside what was observed in it. */
export function toldBeside(known: { ofWindows: number; renewed: boolean }): Diagnosis[] {
  return [...ofWindows(known.ofWindows), ...ofRenewal(known.renewed)];
}
