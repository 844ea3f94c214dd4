import { createContext } from 'preact';
import type { OpenedFiles } from '../backend/opened-files.js';

/** What the full view can do that a panel in DevTools cannot. */
export interface FullView {
  files: OpenedFiles;
  /** False: no tab stands behind a file. */
  hasTab: boolean;
}

/** Null inside DevTools. */
export const FullViewContext = createContext<FullView | null>(null);
