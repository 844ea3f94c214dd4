import { crx } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { managedSchema } from './scripts/managed-schema.js';
import { ruleData } from './scripts/rule-data.js';
import { OPTIMIZATION } from './scripts/bundling.js';
import { backgroundScripts } from './scripts/background-scripts.js';
import { targetManifest } from './scripts/target-manifest.js';
import { thirdPartyNotices } from './scripts/third-party.js';
import { pageScripts } from './scripts/page-scripts.js';
import manifest from './manifest.json' with { type: 'json' };

// `vite build --mode chrome` or `--mode firefox`: one manifest, two targets.
export default defineConfig(({ mode }) => {
  const target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      preact(),
      ruleData(),
      crx({ manifest: targetManifest(manifest, target), browser: target }),
      backgroundScripts(
        { worker: 'src/background/main.ts', reading: 'src/background/reading/reading.ts' },
        target,
      ),
      pageScripts({
        'page.js': 'src/capture/page.iife.ts',
        'databases.js': 'src/capture/databases.iife.ts',
        'fetch.js': 'src/capture/fetch.iife.ts',
      }),
      managedSchema(target),
      thirdPartyNotices(),
    ],
    // The worker that reads files takes its translations from chunks of their own.
    worker: { format: 'es', rollupOptions: { optimization: OPTIMIZATION } },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      modulePreload: false,
      rollupOptions: {
        optimization: OPTIMIZATION,
        // The panel is opened by devtools.panels.create, the page of a rule by a link, the first
        // one when it is installed: the manifest names none of them.
        input: {
          panel: 'devtools/panel.html',
          rule: 'rules/rule.html',
          welcome: 'welcome/welcome.html',
        },
      },
    },
  };
});
