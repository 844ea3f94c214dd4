import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from './out.js';

const ACCURACY = join(import.meta.dirname, '..');
/** What every recording is made with. */
const SHARED = ['record', 'support'].flatMap((folder) =>
  readdirSync(join(ACCURACY, folder)).map((file) => `${folder}/${file}`),
);

/** Records those of `folder` that are missing or out of date. @returns those that failed */
export function recordMissing(
  folder: 'stacks' | 'applications',
  names: readonly string[],
  { fresh, timeout }: { fresh: boolean; timeout: number },
): string[] {
  return names.filter((name) => (fresh || isStale(folder, name)) && !recordOne(name, timeout));
}

/** Stacks take seconds, and go with what records them; an application is recorded once. */
function isStale(folder: string, name: string): boolean {
  const recording = join(OUT, `${name}.har`);
  if (!existsSync(recording)) return true;
  const made = statSync(recording).mtimeMs;
  return (
    folder === 'stacks' && made < Math.max(changed(`stacks/${name}.ts`), ...SHARED.map(changed))
  );
}

function changed(file: string): number {
  return statSync(join(ACCURACY, file)).mtimeMs;
}

/** In a process of its own, since server software likes to own its process. */
function recordOne(name: string, timeout: number): boolean {
  console.log(`recording ${name} …`);
  const args = ['--import', 'tsx', join(ACCURACY, 'record/main.ts'), name];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout });
  if (status !== 0) console.error(stderr);
  return status === 0;
}
