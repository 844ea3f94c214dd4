import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const workflow = readFileSync('.github/workflows/ci.yml', 'utf8');

describe('the workflow', () => {
  it('runs what .ci/run and npm run are, and nothing of its own', () => {
    const scripts = [...workflow.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((name) => !Object.keys(project.scripts).includes(name!))).toEqual([]);
    expect(workflow).toContain('run: bash .ci/run');
  });

  it('tests the oldest Node.js that the project takes', () => {
    const oldest = project.engines.node.replace('>=', '');
    expect(workflow).toContain(`node: [${oldest},`);
  });
});
