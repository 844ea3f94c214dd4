import { describe, expect, it } from 'vitest';
import { OptionChoices } from '../../../src/ui/store/option-choices.js';
import { preferredTheme } from '../../../src/ui/page/preferred-theme.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';

function choicesOf() {
  const backend = new FixtureBackend('rich', 0);
  let taken = 0;
  const choices = new OptionChoices(backend, () => (taken += 1));
  return { backend, choices, taken: () => taken };
}

describe('options as screens choose them', () => {
  it('are what the background took', async () => {
    const { choices, taken } = choicesOf();
    await choices.choose({ theme: 'dark', preserveLog: false });
    expect(choices.now).toMatchObject({ theme: 'dark', preserveLog: false });
    expect([preferredTheme.value, taken()]).toEqual(['dark', 1]);
    await choices.choose({ theme: 'system' });
  });

  it('allow a site once, and beside what another view allowed meanwhile', async () => {
    const { backend, choices } = choicesOf();
    await choices.allow('shop.test');
    await backend.ask('setOptions', { options: { sites: ['else.test', 'shop.test'] } });
    await choices.allow('a.test');
    await choices.allow('a.test');
    expect(choices.now.sites).toEqual(['a.test', 'else.test', 'shop.test']);
    await choices.disallow('else.test');
    expect(choices.now.sites).toEqual(['a.test', 'shop.test']);
  });

  it('say where they were not taken, and stay as they were', async () => {
    const { backend, choices, taken } = choicesOf();
    await choices.load();
    backend.state = 'down';
    await choices.choose({ preserveLog: false });
    expect([choices.failed.value, choices.now.preserveLog, taken()]).toEqual([true, true, 0]);
  });

  it('know what the organisation set', async () => {
    const { backend, choices } = choicesOf();
    backend.locked = ['capture'];
    await choices.load();
    expect([choices.isLocked('capture'), choices.isLocked('sites')]).toEqual([true, false]);
  });
});
