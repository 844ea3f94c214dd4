import type { ToFileWorker } from '../messaging/opened-file.js';
import { FileSession } from './file-session.js';

// Reading and analysing a large file takes seconds: here the page does not wait for it, and ending
// the worker ends the work.

const session = new FileSession((message) => self.postMessage(message, { transfer: [] }));

self.addEventListener('message', ({ data }: MessageEvent<ToFileWorker>) => {
  void session.take(data);
});
