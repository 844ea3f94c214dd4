import type { CDPSession } from 'puppeteer-core';

/**
 * The extension's service worker, as long as it is not ended. It is asked in a session of its own:
 * Chromium gives a worker that starts again soon its old target, for which puppeteer would go on
 * using the session that ended with the one before.
 */
export class BackgroundWorker {
  readonly client: CDPSession;

  constructor(client: CDPSession) {
    this.client = client;
  }

  /** What the expression comes to, once it is settled; throws what it throws. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.client.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
