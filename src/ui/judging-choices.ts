import { signal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings, type Suppression } from '../engine/judging.js';
import type { ReportFinding } from '../engine/report/report.js';
import type { Backend } from './backend.js';

/** What the user chose of how to judge, as the background keeps it. */
export class JudgingChoices {
  readonly settings = signal<Settings>(DEFAULT_SETTINGS);
  readonly #backend: Backend;
  /** Called when the background has taken a choice: reports are others from then on. */
  readonly #taken: () => void;

  constructor(backend: Backend, taken: () => void) {
    this.#backend = backend;
    this.#taken = taken;
  }

  async load(): Promise<void> {
    this.settings.value = await this.#backend.ask('getSettings', {});
  }

  /** Accepts one finding, or all that this rule finds at its site. */
  async accept(finding: ReportFinding, reason: string, everywhere: boolean): Promise<void> {
    const { ruleId, key, about } = finding;
    const said = { ruleId, site: about.site, reason };
    await this.#change((all) => [...without(all, finding), everywhere ? said : { ...said, key }]);
  }

  /** Takes back whatever accepts a finding. */
  async takeBack(finding: ReportFinding): Promise<void> {
    await this.#change((all) => without(all, finding));
  }

  async #change(next: (all: readonly Suppression[]) => readonly Suppression[]): Promise<void> {
    // Another view may have chosen something meanwhile.
    await this.load();
    const { suppressions, ...others } = this.settings.value;
    const settings = { ...others, suppressions: next(suppressions) };
    this.settings.value = await this.#backend.ask('setSettings', { settings });
    this.#taken();
  }
}

function without(
  all: readonly Suppression[],
  { ruleId, key, about }: ReportFinding,
): readonly Suppression[] {
  return all.filter(
    (one) =>
      one.ruleId !== ruleId ||
      one.site !== about.site ||
      (one.key !== undefined && one.key !== key),
  );
}
