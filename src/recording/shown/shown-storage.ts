import type { JarCookie, StorageItem } from '../../engine/model.js';
import type { Intake } from '../intake.js';
import { hiddenAmong } from './hidden-cookies.js';
import type { LastLook } from './last-look.js';
import { cookieAreas, cookieId, webAreas } from './storage-views.js';
import { contentOf } from '../bodies/stored-content.js';
import type { ContentNode, EntryName, Revealable, StorageView } from './view.js';

/**
 * What a site keeps in the browser, as screens show it, and the raw values that a person asks for.
 */
export class ShownStorage {
  readonly #intake: Intake;
  readonly #look: LastLook;

  constructor(intake: Intake, look: LastLook) {
    this.#intake = intake;
    this.#look = look;
  }

  /** What the site keeps in the browser, masked. */
  view(): StorageView {
    const { analysis, areas, jar } = this.#intake;
    const hidden = hiddenAmong(analysis.credentials());
    const web = webAreas(areas.all(), this.#credentialsIn);
    return this.#look.swept({ areas: [...cookieAreas(jar, this.#credentialsIn, hidden), ...web] });
  }

  /** One raw value, for a person who asked to see it. */
  reveal(what: Revealable): string | undefined {
    if ('credentialId' in what) return this.#intake.analysis.reveal(what.credentialId);
    return ('cookieId' in what ? this.cookie(what.cookieId) : this.item(what))?.value;
  }

  /** A cookie of the jar, as it was seen last. */
  cookie(id: string): JarCookie | undefined {
    return this.#intake.jar?.cookies.find((cookie) => cookieId(cookie) === id);
  }

  /** A stored item, as it was seen last: long values may be abridged. */
  item(name: Exclude<EntryName, { cookieId: string }>): StorageItem | undefined {
    return this.#intake.areas.item(name.origin, name.area, name.itemId);
  }

  /** A stored value as formatted JSON; undefined where it is none. */
  content(value: string, revealed: boolean): ContentNode | undefined {
    const content = contentOf(value, this.#credentialsIn, revealed);
    return content && (revealed ? content : this.#look.swept(content));
  }

  readonly #credentialsIn = (source: string): string[] =>
    this.#intake.analysis.credentialsIn(source);
}
