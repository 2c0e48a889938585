import legacy from '@vitejs/plugin-legacy';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:8017';

export default defineConfig({
  plugins: [
    react(),
    // Office machines stay on Chromium 87–109 for years; one modern build with the missing built-ins, no second set.
    legacy({ modernTargets: 'chrome>=87', modernPolyfills: true, renderLegacyChunks: false }),
  ],
  build: { cssTarget: 'chrome87', manifest: true, chunkSizeWarningLimit: 900 },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
});
