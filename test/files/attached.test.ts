import { describe, expect, it } from 'vitest';
import { attachBodies, namesOfBodies } from '../../src/files/attached.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const logOf = (content: object, postData: object = {}) => ({
  entries: [{ request: { url: 'https://a.test/', postData }, response: { content } }],
  pages: [],
});
const namesIn = (log: ReturnType<typeof logOf>) => {
  const names: string[] = [];
  namesOfBodies(log, (name) => names.push(name));
  return names;
};

describe('a body that is a file of the archive', () => {
  it.each([
    ['_file', 'aa.json', 'aa.json'],
    ['_sha1', 'bb.html', 'resources/bb.html'],
  ])('is named by %s', (member, name, path) => {
    const log = logOf(
      { mimeType: 'application/json', [member]: name },
      { mimeType: 'application/x-www-form-urlencoded', [member]: name },
    );
    expect(namesIn(log)).toEqual([name, name]);
    attachBodies(log, new Map([[path, bytes('{"a":"ü"}')]]));
    const [{ request, response }] = log.entries as [(typeof log.entries)[0]];
    expect(response.content).toMatchObject({ text: '{"a":"ü"}' });
    expect(request.postData).toMatchObject({ text: '{"a":"ü"}' });
  });

  it('is not asked for where it is no text, and not overwritten where it is there', () => {
    expect(namesIn(logOf({ mimeType: 'image/png', _file: 'a.png' }))).toEqual([]);
    const log = logOf({ mimeType: 'text/html', text: 'here', _file: 'a.html' });
    attachBodies(log, new Map([['a.html', bytes('there')]]));
    expect(log.entries[0]!.response.content).toMatchObject({ text: 'here' });
  });

  it('may be missing, and entries may be anything', () => {
    const log = { entries: [null, 1, {}, { request: 1 }, logOf({ _file: 'x' })], pages: [] };
    expect(() => attachBodies(log, new Map())).not.toThrow();
    expect(() => namesOfBodies(log, () => {})).not.toThrow();
  });
});
