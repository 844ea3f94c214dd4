import { defineConfig } from 'vite';

// dist/cli/credtrail.js: one file that needs nothing but Node.
export default defineConfig({
  build: {
    ssr: 'cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'credtrail.js', banner: '#!/usr/bin/env node' } },
  },
  ssr: { noExternal: true },
});
