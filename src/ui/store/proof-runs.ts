import { signal } from '@preact/signals';
import type { PageRequests } from '../../messaging/protocol.js';
import type { ProofQuestion, ProofsView } from '../../messaging/proofs-view.js';
import type { Backend } from '../backend/backend.js';

type Asks = 'getProofs' | 'startProof' | 'stopProof';

/** What can be proved of a tab, and what is being proved. */
export class ProofRuns {
  readonly view = signal<ProofsView | null>(null);
  /** The question whose request somebody looks at, before it may begin. */
  readonly asked = signal<ProofQuestion | null>(null);
  /** True: the question is shown above the list of credentials. */
  readonly besideList = signal(false);
  /** The question whose proof was cut off by the end of the background. */
  readonly cutOff = signal<ProofQuestion | null>(null);
  /** True: the background did not take the last word. */
  readonly failed = signal(false);
  /** True: something was seen since the background was asked. */
  #isBehind = false;
  readonly #backend: Backend;
  readonly #tabId: number;

  constructor(backend: Backend, tabId: number) {
    this.#backend = backend;
    this.#tabId = tabId;
  }

  /** A file has no page that could ask again. */
  get isPossible(): boolean {
    return !this.#backend.isFile;
  }

  /** Asks again where there is news, or was while another screen was shown, or one is under way. */
  async follow(hasNews: boolean, isShown = true): Promise<void> {
    const before = this.view.peek();
    this.#isBehind ||= hasNews;
    if (!isShown || !this.isPossible || (before && !this.#isBehind && !before.running)) return;
    const view = await this.#backend.ask('getProofs', { tabId: this.#tabId });
    this.#isBehind = false;
    const isOver = before?.running !== undefined && view.running === undefined;
    if (before?.running && view.running) this.cutOff.value = null;
    // The background ended, and the proof with it: nobody knows of it any more.
    if (isOver && view.ended <= before.ended) this.cutOff.value = before.running!.question;
    this.view.value = view;
  }

  /** Somebody looked at the request and wants it repeated. */
  async start(question: ProofQuestion): Promise<void> {
    this.asked.value = null;
    this.cutOff.value = null;
    await this.#tell('startProof', { tabId: this.#tabId, question });
  }

  async stop(): Promise<void> {
    await this.#tell('stopProof', { tabId: this.#tabId });
  }

  async #tell<T extends Asks>(type: T, ask: PageRequests[T]['ask']): Promise<void> {
    try {
      this.view.value = (await this.#backend.ask(type, ask)) as ProofsView;
      this.failed.value = false;
    } catch {
      this.failed.value = true;
    }
  }
}
