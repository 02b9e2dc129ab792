import type { Plugin } from 'esbuild';

/**
 * The two things that `@actions/github` takes from undici, from the files that define them. The proxy's tunnel
 * is opened by a method that undici adds to its dispatchers only where it is loaded whole.
 */
const PARTS = `
import Dispatcher from './lib/dispatcher/dispatcher.js';
import connect from './lib/api/api-connect.js';
Dispatcher.prototype.connect = connect;
export { fetch } from './lib/web/fetch/index.js';
export { default as ProxyAgent } from './lib/dispatcher/proxy-agent.js';
`;

/**
 * undici is CommonJS, which cannot be shaken: to fetch through a proxy, a bundle would also carry its
 * WebSocket, event source, cookies, cache and mocks, 130 KB. Who imports more of it fails to build.
 */
export const onlyFetch: Plugin = {
  name: 'only-fetch',
  setup({ onLoad }) {
    // The parser of HTTP for processors without SSE4.1 or NEON, which only old machines lack: 60 KB.
    onLoad(
      { filter: /[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp-wasm\.js$/ },
      () => ({
        contents: 'throw new Error("Expected a processor with SIMD.");',
        loader: 'js',
      }),
    );
    onLoad({ filter: /[\\/]undici[\\/]index\.js$/ }, () => ({
      contents: PARTS,
      loader: 'js',
    }));
  },
};
