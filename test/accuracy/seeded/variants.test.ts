import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationNames, halfOf } from '../../../accuracy/applications/support/load.js';
import { transformed } from '../../../accuracy/seeded/transform.js';
import { recordingOf } from '../../../accuracy/seeded/variant.js';
import { VARIANTS } from '../../../accuracy/seeded/variants/index.js';

const ACCURACY = join(import.meta.dirname, '../../../accuracy');
const APPLICATIONS = applicationNames();
const folderOf = (of: string) => (APPLICATIONS.includes(of) ? 'applications' : 'stacks');

describe('transformed', () => {
  it('changes a setting everywhere it stands', () => {
    const edits = [['secure: true', 'secure: false']] as const;
    expect(transformed('{ secure: true } { secure: true }', edits)).toBe(
      '{ secure: false } { secure: false }',
    );
  });

  it('takes what is put in as it is', () => {
    expect(transformed('a', [['a', '$&']])).toBe('$&');
  });

  it('refuses a setting that is not there', () => {
    expect(() => transformed('{}', [['secure: true', '']])).toThrow('no such setting');
  });
});

describe('the variants', () => {
  it('have names of their own, and seeds', () => {
    expect(new Set(VARIANTS.map(recordingOf)).size).toBe(VARIANTS.length);
    expect(VARIANTS.filter(({ seeds }) => seeds.length === 0)).toEqual([]);
  });

  it('are of every stack, of many applications, and of none that is blind', () => {
    const servers = [...new Set(VARIANTS.map(({ of }) => of))];
    const applications = servers.filter((of) => APPLICATIONS.includes(of));
    const stacks = readdirSync(join(ACCURACY, 'stacks')).map((file) => basename(file, '.ts'));
    expect(stacks.filter((stack) => !servers.includes(stack))).toEqual([]);
    expect(applications.length).toBeGreaterThanOrEqual(10);
    expect(applications.filter((of) => halfOf(of) === 'held-out')).toEqual([]);
  });

  it.each(VARIANTS.map((variant) => [recordingOf(variant), variant] as const))(
    'changes what stands in its server: %s',
    (_name, { of, edits }) => {
      const source = readFileSync(join(ACCURACY, folderOf(of), `${of}.ts`), 'utf8');
      expect(transformed(source, edits)).not.toBe(source);
    },
  );
});
