import type { Opener } from '../credentials/see-opener.js';
import type { Told } from '../credentials/see-told.js';
import type { ExchangeScene } from '../credentials/scene.js';
import type { Exchange } from '../model.js';
import type { AuthMessage } from '../flows/auth-message.js';

/** Number of no value: values are counted from one. */
export const NO_VALUE = 0;

/** A finished exchange with the credentials it carried and set. */
export interface LinkedExchange {
  exchange: Exchange;
  context: ExchangeScene;
  /**
   * Ids of what it carried, with the number of the value that each had when it was sent;
   * `NO_VALUE` where it went with none.
   */
  carried: ReadonlyMap<string, number>;
  /**
   * Ids of what its response set, issued or cleared; `changed` leaves out what was only set again.
   */
  set: string[];
  changed: string[];
  /** What it carried opened what was refused before. */
  opened?: Opener;
  /** What it carried was told by a login's answer, and not known as that before. */
  told?: Told;
  /** Messages of login protocols in it. */
  messages: readonly AuthMessage[];
}

/** One whose bodies were told late: what it carried and changed was seen before. */
export type LateExchange = Omit<LinkedExchange, 'carried' | 'changed' | 'opened' | 'told'>;
