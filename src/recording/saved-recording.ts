import type { JarSnapshot, LimitReached, StorageSnapshot } from '../engine/model.js';
import type { SavedPasswordFields } from '../engine/normalize/passwords/password-fields.js';
import type { SavedAnalysis } from '../engine/pipeline/analyze.js';
import type { SavedAssembler } from './requests/assemble.js';
import type { SavedExchanges } from './exchanges/kept-exchange.js';
import type { SavedJoin } from './requests/join.js';
import type { SavedMarkNotes } from './marks/mark-notes.js';
import type { SavedNavigations } from './requests/navigations.js';
import type { SavedProbes } from './proofs/probes.js';

/** A checkpoint's content: plain JSON data. */
export interface SavedRecording {
  url: string;
  analysis: SavedAnalysis;
  assembler: SavedAssembler;
  join: SavedJoin;
  areas: StorageSnapshot[];
  jar?: JarSnapshot;
  exchanges: SavedExchanges;
  domains: string[];
  sites: string[];
  passwordFields: SavedPasswordFields;
  losses: LimitReached[];
  /** Absent in what an older version saved. */
  ofWindows?: number;
  loaded?: boolean;
  renewed?: boolean;
  uneventful?: number;
  markNotes?: SavedMarkNotes;
  navigations?: SavedNavigations;
  probes?: SavedProbes;
}

/** The plain facts of a recording, as far as they were saved. */
export function savedFacts(saved: Partial<SavedRecording> = {}) {
  const { url = '', ofWindows = 0, loaded = false, renewed = false, uneventful = 0 } = saved;
  return { url, ofWindows, loaded, renewed, uneventful };
}

/** Those of them that say something: what is absent is as it was in the beginning. */
export function factsToSave({
  url,
  ofWindows,
  loaded,
  renewed,
  uneventful,
}: ReturnType<typeof savedFacts>): Pick<SavedRecording, 'url'> & Partial<SavedRecording> {
  return {
    url,
    ...(ofWindows > 0 && { ofWindows }),
    loaded,
    ...(renewed && { renewed }),
    ...(uneventful > 0 && { uneventful }),
  };
}
