import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import project from '../../package.json' with { type: 'json' };
import { ONLY, type Target, targetManifest } from '../../scripts/target-manifest.js';

const TARGETS: readonly Target[] = ['chrome', 'firefox'];

describe.each(TARGETS)('the manifest for %s', (target) => {
  const made = targetManifest(manifest, target);

  it('has the version of the project, which stands nowhere else', () => {
    expect(made.version).toBe(project.version);
    expect(manifest).not.toHaveProperty('version');
  });

  it('has what that browser alone takes, and nothing of the other one’s', () => {
    const [other] = TARGETS.filter((each) => each !== target);
    expect(made).toMatchObject(ONLY[target]);
    for (const key of Object.keys(ONLY[other!])) expect(made).not.toHaveProperty(key);
    for (const key of Object.keys(ONLY[target])) expect(manifest).not.toHaveProperty(key);
  });
});

it('asks for a private space of its own in Chromium, and not in Firefox, which would not run there', () => {
  expect(targetManifest(manifest, 'chrome')).toHaveProperty('incognito', 'split');
  expect(targetManifest(manifest, 'firefox')).not.toHaveProperty('incognito');
});
