import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../record/out.js';
import { recordingOf, type Variant } from './variant.js';

const HERE = import.meta.dirname;

/** Records variants that are missing; each once, since its table says nothing of when it changed. @returns those that failed */
export function recordVariants(variants: readonly Variant[], fresh: boolean): Variant[] {
  return variants.filter((variant) => (fresh || !isRecorded(variant)) && !recordOne(variant));
}

/** A recording without anything in it is none. */
function isRecorded(variant: Variant): boolean {
  const file = join(OUT, `${recordingOf(variant)}.har`);
  return existsSync(file) && statSync(file).size > 0;
}

function recordOne(variant: Variant): boolean {
  const name = recordingOf(variant);
  console.log(`recording ${name} …`);
  const args = ['--import', 'tsx', join(HERE, 'main.ts'), name];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (status !== 0) console.error(stderr);
  return status === 0;
}
