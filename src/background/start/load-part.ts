import { othersFirst } from '../../capture/others-first.js';
import { READING_FILES } from './reading-files.js';

// The one place that knows what the background is: in Chromium a service worker, which may evaluate
// later what it named when it was installed; in Firefox a page, which may have further scripts.

type Factory = (require: (path: string) => unknown, exports: object) => void;

declare global {
  /** What the files of the part leave behind (`scripts/background-scripts.ts`). */
  var credtrailFiles: Record<string, Factory> | undefined;
}

interface Worker {
  importScripts?: (file: string) => void;
}

const worker = globalThis as Worker;

/** Names the files that are evaluated later. To be called in the background's first turn. */
export function nameFiles(): void {
  if (worker.importScripts)
    globalThis.addEventListener('install', () => {
      for (const name of READING_FILES) worker.importScripts?.(fileOf(name));
    });
}

/**
 * Evaluates the part that reads, file by file, between which whatever comes is heard, and written
 * by `write`: to evaluate one takes long on a machine that is busy.
 */
export async function loadPart(write: () => void): Promise<void> {
  const pause = async () => {
    await othersFirst();
    write();
  };
  const made = new Map<string, object>();
  const required = (path: string) => made.get(path.replace(/^\.\/|\.js$/g, ''));
  for (const name of READING_FILES) {
    if (!globalThis.credtrailFiles?.[name]) await evaluate(fileOf(name));
    await pause();
    const exports = {};
    globalThis.credtrailFiles![name]!(required, exports);
    made.set(name, exports);
    await pause();
  }
}

function fileOf(name: string): string {
  return `/reading/${name}.js`;
}

async function evaluate(file: string): Promise<void> {
  if (worker.importScripts) return worker.importScripts(file);
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = file;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${file} was not loaded`)));
    document.head.append(script);
  });
}
