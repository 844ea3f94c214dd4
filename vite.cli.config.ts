import { defineConfig } from 'vite';
import { thirdPartyNotices } from './scripts/third-party.js';

// dist/cli/credtrail.js: one file that needs nothing but Node.
export default defineConfig({
  plugins: [thirdPartyNotices()],
  build: {
    ssr: 'cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'credtrail.js', banner: '#!/usr/bin/env node' } },
  },
  ssr: { noExternal: true },
});
