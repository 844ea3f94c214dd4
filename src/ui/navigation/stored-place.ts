import { type ReadonlySignal, signal } from '@preact/signals';
import { OpenAtFront, type Sites } from './of-front.js';

/** Which area of storage is shown, and which entries are selected in each. */
export class StoredPlace {
  /** Null: the own one of the site in front. */
  readonly area: ReadonlySignal<string | null>;
  /** Entries that are selected, by the area that they are in. */
  readonly items = signal<ReadonlyMap<string, string>>(new Map());
  readonly filter = signal('');
  readonly opened: OpenAtFront;

  constructor({ front }: Pick<Sites, 'front'>) {
    // An area may be of a host of any site: only where it was chosen tells what it belongs to.
    this.opened = new OpenAtFront({ front, of: () => undefined });
    this.area = this.opened.value;
  }

  openArea(area: string): void {
    this.opened.open(area);
  }

  /** Selects an entry of an area, or none, and stays with that area. */
  select(area: string, id: string | null): void {
    const selected = new Map(this.items.peek());
    if (id === null) selected.delete(area);
    else selected.set(area, id);
    this.openArea(area);
    this.items.value = selected;
  }
}
