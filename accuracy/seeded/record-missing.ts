import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../record/out.js';
import { digestOf } from './transform.js';
import { madeFile, recordingOf, type Variant } from './variant.js';

const HERE = import.meta.dirname;

/**
 * Records variants that are missing, or whose server has changed since. @returns those that failed
 */
export function recordVariants(variants: readonly Variant[], fresh: boolean): Variant[] {
  return variants.filter((variant) => (fresh || !isRecorded(variant)) && !recordOne(variant));
}

function isRecorded(variant: Variant): boolean {
  const name = recordingOf(variant);
  const file = madeFile(name);
  return (
    existsSync(join(OUT, `${name}.har`)) &&
    existsSync(file) &&
    readFileSync(file, 'utf8') === JSON.stringify(digestOf(variant))
  );
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
