import type { ExchangeRef, Millis } from '../model.js';
import type { Text } from '../text.js';
import type { Moment } from '../moments/moment.js';

// The flow picture as data: who told whom what, in order, like a textbook's sequence diagram.

/** A vertical line of the picture. */
export interface Lane {
  id: string;
  kind: 'storage' | 'page' | 'site' | 'other';
  /** Site without scheme; empty for storage and page, which are named by the viewer. */
  label: string;
}

/** `send`: with credentials. `give`: the answer that issued them. `keep`: into jar or storage. */
export interface Arrow {
  type: 'arrow';
  kind: 'send' | 'give' | 'keep';
  from: string;
  to: string;
  at: Millis;
  label: Text;
  /** Requests folded into this arrow. */
  count: number;
  /** It lets a credential out further than it need go. */
  exposed: boolean;
  credentialIds: string[];
  exchange: ExchangeRef;
}

/** Something that happened to the user, across all lanes. */
export interface Note {
  type: 'note';
  moment: Moment['type'];
  at: Millis;
  exchange: ExchangeRef;
}

export interface FlowPicture {
  lanes: Lane[];
  rows: (Arrow | Note)[];
  /** Rows left out because there were too many: the oldest that tell the least. */
  omitted: number;
}

/** An arrow whose words nobody needs before it is known which rows there is room for. */
export type Drawn = Omit<Arrow, 'label'> & { label: () => Text };
