import { defineConfig } from 'vite';
import { OPTIMIZATION } from './scripts/bundling.js';
import { pageScriptTexts } from './scripts/page-script-texts.js';
import { thirdPartyNotices } from './scripts/third-party.js';

// dist/cli/credtrail.js: one file that needs nothing but Node; only `inspect` loads puppeteer-core.
export default defineConfig({
  plugins: [pageScriptTexts(), thirdPartyNotices()],
  build: {
    ssr: 'cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    rollupOptions: {
      optimization: OPTIMIZATION,
      external: ['puppeteer-core', '@puppeteer/browsers'],
      output: {
        entryFileNames: 'credtrail.js',
        banner: '#!/usr/bin/env node',
        codeSplitting: false,
      },
    },
  },
  ssr: { noExternal: true, external: ['puppeteer-core', '@puppeteer/browsers'] },
});
