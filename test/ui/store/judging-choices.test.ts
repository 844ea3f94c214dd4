import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/engine/judging.js';
import { JudgingChoices } from '../../../src/ui/store/judging-choices.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const [finding] = fixtureReport(0).findings;
const { ruleId, key, about } = finding!;

function choicesOf(backend = new FixtureBackend('rich', 0)) {
  let told = 0;
  const choices = new JudgingChoices(backend, () => (told += 1));
  const stored = () => backend.ask('getSettings', {});
  return { choices, backend, stored, told: () => told };
}

describe('what the user chooses', () => {
  it('is one word of acceptance for a finding, whichever way it was accepted last', async () => {
    const { choices, stored, told } = choicesOf();
    await choices.accept(finding!, 'once', false);
    await choices.accept(finding!, 'again', true);
    const all = { ruleId, site: about.site, reason: 'again' };
    expect((await stored()).suppressions).toEqual([all]);
    await choices.accept(finding!, 'only this', false);
    expect((await stored()).suppressions).toEqual([{ ...all, key, reason: 'only this' }]);
    await choices.takeBack(finding!);
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
    expect(told()).toBe(4);
  });

  it('can be taken back one by one', async () => {
    const { choices, stored } = choicesOf();
    const all = { ruleId, site: about.site, reason: 'a' };
    const others = [
      { ...all, key },
      { ...all, site: 'https://other.test' },
    ];
    await choices.replace({ ...DEFAULT_SETTINGS, suppressions: [all, ...others] });
    await choices.forget(all);
    expect((await stored()).suppressions).toEqual(others);
  });

  it('are rules and limits, which stand beside each other', async () => {
    const { choices, stored } = choicesOf();
    await choices.switchRule('b', false);
    await choices.switchRule('a', false);
    await choices.switchRule('a', false);
    await choices.limit('hstsMaxAge', 60);
    await choices.limit('clockSkew', 5);
    expect(await stored()).toEqual({
      ...DEFAULT_SETTINGS,
      disabledRules: ['a', 'b'],
      thresholds: { hstsMaxAge: 60, clockSkew: 5 },
    });
    await choices.switchRule('b', true);
    await choices.limit('hstsMaxAge', null);
    expect(choices.settings.value).toEqual({
      ...DEFAULT_SETTINGS,
      disabledRules: ['a'],
      thresholds: { clockSkew: 5 },
    });
  });

  it('is added to what another view chose meanwhile', async () => {
    const { choices, backend, stored } = choicesOf();
    await choices.load();
    const settings = { ...DEFAULT_SETTINGS, disabledRules: ['theirs'] };
    await backend.ask('setSettings', { settings });
    await choices.switchRule('mine', false);
    expect((await stored()).disabledRules).toEqual(['mine', 'theirs']);
  });

  it('is not shown as chosen where the background does not take it', async () => {
    const { choices, backend, told } = choicesOf(new FixtureBackend('down', 0));
    const shown = choices.settings.value;
    await choices.switchRule('a', false);
    // Another object: fields that were changed are drawn again.
    expect(choices.settings.value).not.toBe(shown);
    expect([choices.failed.value, choices.settings.value, told()]).toEqual([
      true,
      DEFAULT_SETTINGS,
      0,
    ]);
    backend.state = 'rich';
    await choices.load();
    expect(choices.failed.value).toBe(false);
  });
});
