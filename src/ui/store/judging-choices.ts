import { signal } from '@preact/signals';
import {
  DEFAULT_SETTINGS,
  type OwnName,
  type Settings,
  type Suppression,
  type ThresholdName,
} from '../../engine/judging.js';
import type { ReportFinding } from '../../engine/report/report-finding.js';
import type { Backend } from '../backend/backend.js';

/** What the user chose of how to judge, as the background keeps it. */
export class JudgingChoices {
  readonly settings = signal<Settings>(DEFAULT_SETTINGS);
  /** True: the background did not take the last choice, or did not say what was chosen. */
  readonly failed = signal(false);
  readonly #backend: Backend;
  /** Called when the background has taken a choice: reports are others from then on. */
  readonly #taken: () => void;

  constructor(backend: Backend, taken: () => void) {
    this.#backend = backend;
    this.#taken = taken;
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.settings.value = await this.#backend.ask('getSettings', {});
    });
  }

  /** Accepts one finding, or all that this rule finds at its site. */
  async accept(finding: ReportFinding, reason: string, everywhere: boolean): Promise<void> {
    const { ruleId, key, about } = finding;
    const said = { ruleId, site: about.site, reason };
    const one = everywhere ? said : { ...said, key };
    await this.#change(({ suppressions, ...others }) => ({
      ...others,
      suppressions: [...suppressions.filter((each) => !covers(each, finding)), one],
    }));
  }

  /** Takes back whatever accepts a finding. */
  async takeBack(finding: ReportFinding): Promise<void> {
    await this.#keepOnly((each) => !covers(each, finding));
  }

  /** Takes back one word of acceptance, wherever its site is. */
  async forget({ ruleId, site, key }: Suppression): Promise<void> {
    await this.#keepOnly(
      (each) => each.ruleId !== ruleId || each.site !== site || each.key !== key,
    );
  }

  /** Asks a rule, or asks it no more. */
  async switchRule(ruleId: string, asked: boolean): Promise<void> {
    await this.#change(({ disabledRules, ...others }) => {
      const left = disabledRules.filter((id) => id !== ruleId);
      return { ...others, disabledRules: asked ? left : [...left, ruleId].toSorted() };
    });
  }

  /** Chooses a limit; null: the default counts again. */
  async limit(name: ThresholdName, value: number | null): Promise<void> {
    await this.#change(({ thresholds, ...others }) => {
      const left = Object.entries(thresholds).filter(([each]) => each !== name);
      const chosen = value === null ? [] : [[name, value] as const];
      return { ...others, thresholds: Object.fromEntries([...left, ...chosen]) };
    });
  }

  /** Says what credentials of a name are; of one name at one site there is one word. */
  async name(one: OwnName): Promise<void> {
    await this.#change((settings) => ({
      ...settings,
      ownNames: [...(settings.ownNames ?? []).filter((each) => !isSameName(each, one)), one],
    }));
  }

  async unname(one: OwnName): Promise<void> {
    await this.#change((settings) => ({
      ...settings,
      ownNames: (settings.ownNames ?? []).filter((each) => !isSameName(each, one)),
    }));
  }

  /** Puts all choices in the place of those that were there. */
  async replace(settings: Settings): Promise<void> {
    await this.#change(() => settings);
  }

  async #keepOnly(stays: (each: Suppression) => boolean): Promise<void> {
    await this.#change(({ suppressions, ...others }) => ({
      ...others,
      suppressions: suppressions.filter(stays),
    }));
  }

  async #change(next: (settings: Settings) => Settings): Promise<void> {
    await this.#attempt(async () => {
      // Another view may have chosen something meanwhile.
      const settings = next(await this.#backend.ask('getSettings', {}));
      this.settings.value = await this.#backend.ask('setSettings', { settings });
      this.#taken();
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failed.value = false;
    } catch {
      this.failed.value = true;
      // A field that was changed shows again what is known.
      this.settings.value = { ...this.settings.value };
    }
  }
}

function isSameName(one: OwnName, other: OwnName): boolean {
  return one.name === other.name && one.site === other.site;
}

/** Whether a word of acceptance is about this finding, alone or with all others of its rule. */
function covers(one: Suppression, { ruleId, key, about }: ReportFinding): boolean {
  const fits = one.ruleId === ruleId && one.site === about.site;
  return fits && (one.key === undefined || one.key === key);
}
