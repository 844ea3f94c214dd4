import type { Carrier, Format } from '../model.js';
import type { Told } from '../text.js';
import { formatFacts } from '../values/formats.js';
import { tellCommon, tellWord } from '../values/telling/redact.js';

/** A format as it is written in a sentence. */
export function formatWord(format: Format): Told {
  // What a prefix tells is who made it, not its form.
  if (format === 'known-prefix') return tellCommon('opaque');
  return tellCommon(formatFacts(format).acronym ? format.toUpperCase() : format);
}

/** A store as the standards write it. */
export function areaWord(carrier: Carrier): Told {
  return tellWord(carrier === 'indexedDB' ? 'IndexedDB' : carrier);
}
