import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/engine/settings.js';
import type { NamedFile } from '../../src/messaging/opened-file.js';
import { bodyInFile } from '../../src/opened-file/body-in-file.js';

const url = 'https://a.test/x';
const har = (...contents: object[]) =>
  JSON.stringify({
    log: { entries: contents.map((content) => ({ request: { url }, response: { content } })) },
  });
const file = (text: string): NamedFile => ({ name: 'a', file: new Blob([text]), changedAt: 0 });
const text = (body: string) => ({ mimeType: 'text/plain', text: body, size: body.length });
const STATE = JSON.stringify({ cookies: [], origins: [] });

describe('bodyInFile', () => {
  it.each<[what: string, content: object, body: unknown]>([
    ['text', text('hello'), { url, mimeType: 'text/plain', text: 'hello' }],
    [
      'text in base64',
      { mimeType: 'application/json', text: 'e30=', encoding: 'base64' },
      { url, mimeType: 'application/json', text: '{}' },
    ],
    [
      'a picture',
      { mimeType: 'image/png', text: 'iVBO', size: 3 },
      { mimeType: 'image/png', bytes: 3 },
    ],
    [
      'a picture without bytes',
      { mimeType: 'image/png', size: 9 },
      { mimeType: 'image/png', bytes: 9 },
    ],
    [
      'the beginning of a long one',
      text('x'.repeat(LIMITS.body + 5)),
      { url, mimeType: 'text/plain', text: 'x'.repeat(LIMITS.body), left: 5 },
    ],
    ['none', { mimeType: 'text/plain', size: 0 }, null],
    ['none that is told', {}, null],
    ['one that was left out', { mimeType: 'text/plain', size: 12 }, undefined],
  ])('finds %s', async (_, content, body) => {
    expect(await bodyInFile([file(har(content))], 'h1', 'response')).toEqual(body);
  });

  it('finds those of a further file, whatever lies between', async () => {
    const files = [file(har(text('1'))), file(STATE), file(har(text('2'), text('3')))];
    expect(await bodyInFile(files, '2.h2', 'response')).toMatchObject({ text: '3' });
    expect(await bodyInFile(files, '3.h1', 'response')).toBeUndefined();
  });
});
