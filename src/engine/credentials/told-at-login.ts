/** Plain JSON data. */
export interface SavedToldAtLogin {
  logins: readonly (readonly [exchange: string, site: string])[];
  uses: readonly (readonly [value: string, exchanges: readonly string[]])[];
}

const MAX_LOGINS = 16;
const MAX_VALUES = 64;
/** More than ever are asked for. */
const MAX_USES = 8;

/** Exchanges that answered a password, and what of their answers was brought back since. */
export class ToldAtLogin {
  readonly #logins: Map<string, string>;
  readonly #uses: Map<string, readonly string[]>;

  constructor(saved?: SavedToldAtLogin) {
    this.#logins = new Map(saved?.logins);
    this.#uses = new Map(saved?.uses);
  }

  save(): SavedToldAtLogin {
    return { logins: [...this.#logins], uses: [...this.#uses] };
  }

  /** The server let in whoever sent this password. */
  answered(exchange: string, site: string): void {
    this.#logins.set(exchange, site);
    letOldestGo(this.#logins, MAX_LOGINS);
  }

  /** True where that exchange answered a password at this site. */
  isLogin(exchange: string, site: string): boolean {
    return this.#logins.get(exchange) === site;
  }

  /** True where any did. */
  knows(site: string): boolean {
    return this.#logins.size > 0 && [...this.#logins.values()].includes(site);
  }

  /** An exchange brought a value back; how many have by now. */
  broughtBack(value: string, exchange: string): number {
    const uses = [...new Set([...(this.#uses.get(value) ?? []), exchange])].slice(0, MAX_USES);
    this.#uses.delete(value);
    this.#uses.set(value, uses);
    letOldestGo(this.#uses, MAX_VALUES);
    return uses.length;
  }
}

function letOldestGo(map: Map<string, unknown>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
