import type { FromFileWorker, ToFileWorker } from '../src/messaging/opened-file.js';
import type { FileWorker } from '../src/ui/backend/file-backend.js';

/** A worker that reads one file; a file of its own in the build. */
export function newFileWorker(): FileWorker {
  const worker = new Worker(new URL('../src/opened-file/worker.ts', import.meta.url), {
    type: 'module',
  });
  return {
    send: (message: ToFileWorker) => worker.postMessage(message, { transfer: [] }),
    end: () => worker.terminate(),
    listen(take, failed) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromFileWorker>) => take(data));
      worker.addEventListener('error', failed);
    },
  };
}
