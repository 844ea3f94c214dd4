import type { ManifestV3Export } from '@crxjs/vite-plugin';
import project from '../package.json' with { type: 'json' };

export type Target = 'chrome' | 'firefox';
type Manifest = Extract<ManifestV3Export, { manifest_version: number }>;

/** Keys that only one of the two browsers takes; the other one refuses them or warns of them. */
export const ONLY: Readonly<Record<Target, Readonly<Record<string, unknown>>>> = {
  chrome: {
    minimum_chrome_version: '121',
    // A private window has a worker, a store and an in-memory profile of its own.
    incognito: 'split',
  },
  firefox: {
    // Firefox knows no `split`, and installs what asks for it as not allowed in private windows:
    // there the background keeps private tabs apart by itself (src/background/tabs/open-tabs.ts).
    browser_specific_settings: {
      gecko: {
        id: 'credtrail@credtrail.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

/**
 * The manifest for one browser, with the project's version. Without a background, which
 * `background-scripts.ts` builds and names.
 */
export function targetManifest(common: object, target: Target): Manifest {
  const { background: _, ...rest } = common as Manifest;
  return { ...rest, version: project.version, ...ONLY[target] } as Manifest;
}
