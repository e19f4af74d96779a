import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Beside each file a smaller one, which the gateway sends to browsers that take it. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const { parentPath, name } of readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      /\.(?:js|css|html|svg)$/.test(entry.name),
    )) {
      const file = join(parentPath, name)
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }))
    }
  },
}

export default defineConfig({
  base: '/console/',
  plugins: [react(), compressed],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:4400', '/admin': 'http://127.0.0.1:4400' } },
})
