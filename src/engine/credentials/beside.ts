import { Openers } from './openers.js';
import { PossibleFields } from './possible-fields.js';
import type { SavedBeside } from './saved-credentials.js';
import { ToldAtLogin } from './told-at-login.js';
import { UnnamedValues } from './unnamed-values.js';

/** What may turn out to be a credential, or the value of one. */
export class Beside {
  readonly possible: PossibleFields;
  readonly unnamed: UnnamedValues;
  readonly openers: Openers;
  readonly told: ToldAtLogin;

  constructor({ possible, unnamed, openers, told }: SavedBeside = {}) {
    this.possible = new PossibleFields(possible);
    this.unnamed = new UnnamedValues(unnamed);
    this.openers = new Openers(openers);
    this.told = new ToldAtLogin(told);
  }

  save(): SavedBeside {
    const { possible, unnamed, openers, told } = this;
    return {
      possible: possible.save(),
      unnamed: unnamed.save(),
      openers: openers.save(),
      told: told.save(),
    };
  }
}
