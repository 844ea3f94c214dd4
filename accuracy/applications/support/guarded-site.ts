import { chmodSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../../support/drive.js';
import type { Scratch } from './scratch.js';

const pageOf = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,"></head><body><h1>${title}</h1>${body}</body></html>`;

/** Pages of a guarded site by their file: `private/` is what the web server asks a login for. */
const PAGES: Readonly<Record<string, string>> = {
  'index.html': pageOf('Engines', '<a href="/private/">Workshop</a>'),
  'goodbye.html': pageOf('Goodbye', '<a href="/private/">Workshop</a>'),
  'private/index.html': pageOf(
    'Workshop',
    '<a href="drawings.html">Drawings</a> <a href="notes">Notes</a> <a id="leave" ' +
      'href="/leave">Log out</a>',
  ),
  'private/drawings.html': pageOf(
    'Drawings',
    '<p>The mill and the store.</p><a href="./">Back</a>',
  ),
};

/** Shows what was noted and adds a line: the server itself knows nobody, and guards no form. */
const NOTES = `#!/bin/sh
cd "$(dirname "$0")"
if [ "$REQUEST_METHOD" = POST ]; then
  head -c "$CONTENT_LENGTH" >> notes.txt; echo >> notes.txt
  printf 'Status: 303 See Other\\r\\nLocation: /private/notes\\r\\n\\r\\n'
  exit
fi
printf 'Content-Type: text/html\\r\\n\\r\\n'
cat <<HTML
<!doctype html><title>Notes</title><h1>Notes of $REMOTE_USER</h1><pre>$(cat notes.txt)</pre>
<form method="post"><input name="line"><button>Add</button></form><a href="./">Back</a>
HTML
`;

/**
 * Plain files and one CGI program, which leave logging in to the web server; gives their folder.
 */
export function guardedSite(scratch: Scratch, more: Readonly<Record<string, string>> = {}): string {
  for (const [file, text] of Object.entries({ ...PAGES, ...more }))
    scratch.write(`site/${file}`, text);
  scratch.open('cgi');
  scratch.write('cgi/notes.txt', '');
  chmodSync(scratch.path('cgi/notes.txt'), 0o666);
  chmodSync(scratch.write('cgi/notes', NOTES), 0o755);
  return scratch.path('site');
}

/** Directives for the CGI program. */
export function notesAlias(scratch: Scratch): string {
  return `ScriptAlias /private/notes ${scratch.path('cgi/notes')}`;
}

/** What somebody does who got in to the site of `guarded-site.ts`. */
export async function useGuardedSite(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/private/`);
  await clickThrough(page, 'a[href="drawings.html"]');
  await clickThrough(page, 'a[href="./"]');
  await clickThrough(page, 'a[href="notes"]');
  await page.type('input[name=line]', 'the store is full');
  await clickThrough(page, 'button');
  await page.waitForSelector('pre');
  await page.reload();
  await page.goto(`${url}/`);
  await clickThrough(page, 'a[href="/private/"]');
}
