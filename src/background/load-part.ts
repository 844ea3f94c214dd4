// The one place that knows what the background is: in Chromium a service worker, which may evaluate
// later what it named when it was installed; in Firefox a page, which may have further scripts.

const FILE = '/reading.js';

interface Worker {
  importScripts?: (file: string) => void;
}

const worker = globalThis as Worker;

/** Names the part that is evaluated later. To be called in the background's first turn. */
export function namePart(): void {
  if (worker.importScripts) globalThis.addEventListener('install', () => evaluate());
}

/** Evaluates the part that reads. */
export async function loadPart(): Promise<void> {
  if (worker.importScripts) return evaluate();
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = FILE;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${FILE} was not loaded`)));
    document.head.append(script);
  });
}

function evaluate(): void {
  if (!globalThis.credtrailReading) worker.importScripts?.(FILE);
}
