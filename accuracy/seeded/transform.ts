import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applicationNames, startable } from '../applications/support/load.js';
import type { Application } from '../applications/support/application.js';
import type { DrivenStack } from '../record/drive.js';
import type { Stack } from '../support/stack.js';
import { recordingOf, type Variant } from './variant.js';

const ACCURACY = join(import.meta.dirname, '..');
const MADE = join(import.meta.dirname, 'made');

/**
 * The server's source with its settings changed.
 * @throws {Error} where a setting does not stand there: the server has changed, and the seed with
 * it.
 */
export function transformed(source: string, edits: Variant['edits']): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no such setting in the server: ${from}`);
    return text.replaceAll(from, () => to);
  }, source);
}

/** The stack with its settings changed, under a name of its own. */
export async function variantStack(variant: Variant): Promise<DrivenStack> {
  const folder = folderOf(variant);
  const made = await imported(recordingOf(variant), moved(sourceOf(variant), folder));
  const original =
    folder === 'applications'
      ? startable(made['application'] as Application, variant.of)
      : (made['stack'] as Stack);
  const { visit = original.visit, labels = [], thirdPartyCookies } = variant;
  return {
    ...original,
    name: recordingOf(variant),
    visit,
    truth: { ...original.truth, credentials: [...labels, ...original.truth.credentials] },
    ...(thirdPartyCookies && { thirdPartyCookies }),
    ...(variant.noSecondLogin !== undefined && { noSecondLogin: variant.noSecondLogin }),
  };
}

/** Tells one recording's server and visit from another's. */
export function digestOf(variant: Variant): string {
  const { visit, thirdPartyCookies = false } = variant;
  return createHash('sha256')
    .update(sourceOf(variant))
    .update(visit?.name ?? '')
    .update(thirdPartyCookies ? 'with cookies of third parties' : '')
    .digest('hex');
}

function sourceOf(variant: Variant): string {
  const file = join(ACCURACY, folderOf(variant), `${variant.of}.ts`);
  return transformed(readFileSync(file, 'utf8'), variant.edits);
}

function folderOf({ of }: Variant): string {
  return applicationNames().includes(of) ? 'applications' : 'stacks';
}

/** It is imported from another folder than the one that it was written in. */
function moved(source: string, folder: string): string {
  return source
    .replaceAll(/from '\.\.\//g, "from '../../")
    .replaceAll(/from '\.\//g, `from '../../${folder}/`)
    .replaceAll('import.meta.dirname', JSON.stringify(join(ACCURACY, folder)));
}

/** Beside the packages that it needs, and only until it is loaded. */
async function imported(name: string, source: string): Promise<Record<string, unknown>> {
  mkdirSync(MADE, { recursive: true });
  const file = join(MADE, `${name}-${process.pid}.ts`);
  writeFileSync(file, source);
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } finally {
    rmSync(file);
  }
}
