import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import express, { type Express, type Response } from 'express';
import { serve } from '../../support/serve.js';
import { html } from '../../support/site.js';
import type { Running } from '../../support/stack.js';
import { npmPackages } from './npm-package.js';

/** Gives the origin of one of the hosts. */
export type OriginOf = (host: string) => string;
/** What one host answers. */
export type Party = (app: Express, originOf: OriginOf) => void;

/**
 * Serves several hosts from one port, as many companies have a part in one page. Over https, since
 * only then a browser keeps cookies of others (`SameSite=None` asks for `Secure`).
 */
export async function serveParties(
  first: string,
  parties: Record<string, Party>,
  { secure = true }: { secure?: boolean } = {},
): Promise<Running & { server: Awaited<ReturnType<typeof serve>>['server'] }> {
  return serve(
    first,
    (origin) => {
      const originOf = (host: string) => origin.replace(first, host);
      const apps = new Map(
        Object.entries(parties).map(([host, party]) => {
          const app = express();
          party(app, originOf);
          return [host, app] as const;
        }),
      );
      return (request, response) => {
        const app = apps.get((request.headers.host ?? '').replace(/:\d+$/, ''));
        if (app) app(request, response);
        else response.writeHead(404).end();
      };
    },
    { secure },
  );
}

/** A file of a client library. */
export function clientFile(path: string): string {
  return npmPackages('visits').path(path);
}

/** Serves files of client libraries: path of the address → path below `node_modules`. */
export function clientFiles(app: Express, files: Record<string, string>): void {
  for (const [address, file] of Object.entries(files))
    app.get(address, (_, response) => {
      const type = /\.m?js$/.test(file) ? 'text/javascript' : 'text/css';
      response
        .set('Cache-Control', 'max-age=3600')
        .type(type)
        .send(readFileSync(clientFile(file)));
    });
}

/** One script for the browser out of a module that imports client libraries. */
export function bundle(source: string, packages = 'visits'): string {
  const { path } = npmPackages('visits');
  const { folder } = npmPackages(packages);
  const { buildSync } = createRequire(import.meta.url)(path('esbuild')) as {
    buildSync(options: object): { outputFiles: { text: string }[] };
  };
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: folder },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** Serves such a script. */
export function script(app: Express, address: string, source: string, packages?: string): void {
  const text = bundle(source, packages);
  app.get(address, (_, response) => {
    response.set('Cache-Control', 'max-age=3600').type('text/javascript').send(text);
  });
}

/** Pages that link to each other; `body` may differ from page to page. */
export function pages(
  app: Express,
  names: readonly string[],
  {
    head = () => '',
    body = () => '',
  }: { head?: (name: string) => string; body?: (name: string) => string } = {},
): void {
  const links = names.map(
    (name) => `<a id="to-${name || 'home'}" href="/${name}">${name || 'home'}</a>`,
  );
  for (const name of names)
    app.get(`/${name}`, (_, response) => {
      response.send(html(name || 'home', `<nav>${links.join(' ')}</nav>${body(name)}`, head(name)));
    });
}

/** Lets pages of any origin send their cookies to this party and read its answers. */
export function allowAll(app: Express): void {
  app.use((request, response, next) => {
    response.set({
      'Access-Control-Allow-Origin': request.get('origin') ?? '*',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Headers':
        request.get('access-control-request-headers') ?? 'content-type',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
    });
    if (request.method === 'OPTIONS') response.sendStatus(204);
    else next();
  });
}

/** A cookie that others may set while their page is in a frame, or their picture in a page. */
export function thirdPartyCookie(
  response: Response,
  name: string,
  value: string,
  days = 365,
): void {
  response.cookie(name, value, {
    maxAge: days * 86_400_000,
    secure: true,
    sameSite: 'none',
    encode: String,
  });
}

/** The smallest GIF. */
export const PIXEL = Buffer.from(
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'base64',
);
