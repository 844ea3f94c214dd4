import { platform } from 'node:os';
import { addressOf } from '../../src/engine/address.js';

export interface StartArguments {
  /** Absent: the demo. */
  url?: string;
  headless: boolean;
}

/** Reads what came after `npm start --`. Throws one line for a person. */
export function readArguments(args: string[], env: NodeJS.ProcessEnv): StartArguments {
  const headless = args.includes('--headless') || !hasDisplay(env);
  const [url, ...more] = args.filter((argument) => argument !== '--headless');
  if (more.length > 0 || url?.startsWith('-')) {
    throw new Error('usage: npm start [-- [--headless] [URL]]');
  }
  if (url === undefined) return { headless };
  // People type hosts; what has no scheme is one.
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `https://${url}`;
  if (!addressOf(address) || !/^https?:/i.test(address)) {
    throw new Error(`"${url}" is no address of a web page.`);
  }
  return { url: address, headless };
}

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  return platform() !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
