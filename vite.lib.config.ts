import { defineConfig } from 'vite';
import { OPTIMIZATION } from './scripts/bundling.js';
import { thirdPartyNotices } from './scripts/third-party.js';

// dist/lib: the library, for Node and for browsers, with all that it needs in it.
export default defineConfig({
  plugins: [thirdPartyNotices()],
  build: {
    target: 'es2022',
    outDir: 'dist/lib',
    emptyOutDir: true,
    minify: false,
    rollupOptions: { optimization: OPTIMIZATION },
    lib: {
      entry: { index: 'src/library/index.ts', expect: 'src/library/expect.ts' },
      formats: ['es'],
    },
  },
});
