import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const korean = JSON.parse(readFileSync('_locales/ko/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;

/** Key and English template of every `text('key', 'template'` in the engine and in capture. */
const sentences = ['src/engine', 'src/recording', 'src/capture', 'src/background'].flatMap(
  (folder) =>
    sourcesIn(folder).flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(/\btext\(\s*'(\w+)',\s*(['"`])((?:(?!\2).)*)\2/gs),
      ].map(([, key = '', , english = '']) => ({ key, english })),
    ),
);

it('finds the sentences', () => {
  expect(sentences.length).toBeGreaterThan(50);
});

it.each(sentences)(
  '$key has a Korean translation with the same placeholders',
  ({ key, english }) => {
    const placeholders = (template: string) =>
      [...template.matchAll(/\{\w+\}/g)].map(String).toSorted();
    expect(korean[key]?.message ?? '').not.toBe('');
    expect(placeholders(korean[key]!.message)).toEqual(placeholders(english));
  },
);

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}
