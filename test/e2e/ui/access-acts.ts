import { SCREENS } from '../../../src/ui/navigation/place.js';

/** All that the panel shows in its place. */
export const VIEWS = [...SCREENS, 'settings', 'scratchpad'] as const;
