import { randomBytes, randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import type { Label } from './stack.js';

// What surrounds a login on real sites: a consent banner, analytics and preferences. The libraries
// are the real ones; the cookies of scripts that no registry has are set as their makers document.

const resolve = createRequire(import.meta.url).resolve;

/** A file of an installed package. */
export function packageFile(name: string, path: string): string {
  return join(packageFolder(name), path);
}

export function packageFolder(name: string): string {
  for (let folder = dirname(resolve(name)); ; folder = dirname(folder)) {
    if (folder.endsWith(`node_modules/${name}`)) return folder;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed`);
  }
}

/** Put into the head of every page. */
export const NOISE_HEAD = `
<link rel="stylesheet" href="/noise/cookieconsent.css"><script src="/noise/cookieconsent.js"></script>
<script src="/noise/mixpanel.js"></script><script src="/noise/start.js" defer></script>`;

/** Serves the scripts, takes what they report, and sets the server's own preference cookies. */
export function noiseRoutes(): Router {
  const router = express.Router();
  const script = (path: string, file: string) =>
    router.get(`/noise/${path}`, (_, response) => response.sendFile(file, { maxAge: '1h' }));
  script('cookieconsent.css', packageFile('vanilla-cookieconsent', 'dist/cookieconsent.css'));
  script('cookieconsent.js', packageFile('vanilla-cookieconsent', 'dist/cookieconsent.umd.js'));
  script('mixpanel.js', packageFile('mixpanel-browser', 'dist/mixpanel.umd.js'));
  script('start.js', join(import.meta.dirname, 'public/noise.js'));
  router.use('/noise/track', (_, response) => void response.json({ status: 1 }));
  router.use((request, response, next) => {
    const cookies = request.headers.cookie ?? '';
    if (!cookies.includes('lang=')) response.cookie('lang', 'en-GB', { maxAge: 31_536_000_000 });
    if (!cookies.includes('ab_checkout='))
      response.cookie('ab_checkout', ['control', 'green-button'][randomInt(2)], {
        maxAge: 2_592_000_000,
      });
    if (!cookies.includes('visitor_id='))
      response.cookie('visitor_id', randomBytes(16).toString('hex'), { maxAge: 63_072_000_000 });
    next();
  });
  return router;
}

export const analyticsLabels: readonly Label[] = [
  { carrier: 'cookie', name: /^_ga(_\w+)?$/, role: 'tracking' },
  { carrier: 'cookie', name: '_fbp', role: 'tracking' },
  // "Mixpanel cookies … mp_<token>_mixpanel": docs.mixpanel.com/docs/privacy/protecting-user-data
  { carrier: 'cookie', name: /^mp_\w+_mixpanel$/, role: 'tracking' },
  { carrier: 'localStorage', name: /^__mp/, role: 'tracking' },
  { carrier: 'sessionStorage', name: /^(__mp|mp_)/, role: 'tracking' },
  { carrier: 'cookie', name: 'visitor_id', role: 'tracking' },
  { carrier: 'cookie', name: 'ab_checkout', role: ['tracking', 'preference'] },
];

/** vanilla-cookieconsent keeps the choices in `cc_cookie` (cookieconsent.orestbida.com). */
export const consentLabels: readonly Label[] = [
  { carrier: 'cookie', name: 'cc_cookie', role: 'consent' },
];

export const preferenceLabels: readonly Label[] = [
  { carrier: 'cookie', name: 'lang', role: 'preference' },
  { carrier: 'localStorage', name: 'theme', role: 'preference' },
  { carrier: 'sessionStorage', name: 'scroll', role: 'preference' },
];
