import { signal } from '@preact/signals';
import type { BodyOf, BodyText, BodyView, RequestRow, SeenBody } from '../../messaging/views.js';
import type { Backend } from '../backend/backend.js';

/**
 * A body as it is shown, or why it is not: nobody has any (`closed`: DevTools is), this one
 * (`gone`), there was `none`, it is no text (`other`), or it is in `parts`, which may be files.
 */
export type Shown =
  | { view: BodyView; revealed: boolean; mimeType: string; length: number; left: number }
  | { why: 'closed' | 'gone' | 'none' | 'parts' }
  | { why: 'other'; mimeType: string; bytes: number };

/** Bodies of requests, read anew whenever somebody looks at one or copies it: none is kept. */
export class SeenBodies {
  /** Whose are open: of the next request, too. */
  readonly open = signal<ReadonlySet<BodyOf>>(new Set());

  /** The one that somebody wants to see now. */
  readonly wanted = signal<BodyOf | null>(null);

  constructor(
    readonly backend: Backend,
    readonly tabId: number,
  ) {}

  /** Opens one and brings it into view. */
  want(whose: BodyOf): void {
    this.open.value = new Set(this.open.peek()).add(whose);
    this.wanted.value = whose;
  }

  toggle(whose: BodyOf): void {
    const open = new Set(this.open.peek());
    if (!open.delete(whose)) open.add(whose);
    this.open.value = open;
  }

  async show(row: RequestRow, whose: BodyOf, revealed: boolean): Promise<Shown> {
    const { backend, tabId } = this;
    if (!backend.seenBody) return { why: 'closed' };
    const seen = await this.#seen(row, whose);
    if (seen === null) return { why: 'none' };
    if (seen === undefined) return { why: 'gone' };
    if (!('text' in seen)) return { why: 'other', ...seen };
    const { left = 0, ...body } = seen;
    const view = await backend.ask('getBody', { tabId, body, revealed });
    if (!view) return { why: 'parts' };
    const { mimeType, text } = body;
    const unread = left + ('left' in view ? view.left : 0);
    return { view, revealed, mimeType, length: text.length + left, left: unread };
  }

  /** All of it, for a person who copies it; null where that cannot be told. */
  async text(row: RequestRow, whose: BodyOf, revealed: boolean): Promise<string | null> {
    const body = await this.#seen(row, whose);
    // The beginning of one would look like all of it.
    if (!body || !('text' in body) || body.left) return null;
    const { backend, tabId } = this;
    const told = await backend
      .ask('getBodyText', { tabId, body: body satisfies BodyText, revealed })
      .catch(() => null);
    return told?.text ?? null;
  }

  async #seen(row: RequestRow, whose: BodyOf): Promise<SeenBody | null | undefined> {
    return this.backend.seenBody?.(row, whose).catch(() => undefined);
  }
}
