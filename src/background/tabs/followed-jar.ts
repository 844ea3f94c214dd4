import browser from 'webextension-polyfill';

/** Follows the cookie jar only while somebody looks. */
export class FollowedJar {
  readonly #changed: (domain: string) => void;

  /** `changed`: of this domain a cookie is another one. */
  constructor(changed: (domain: string) => void) {
    this.#changed = changed;
  }

  follow(isLookedAt: boolean): void {
    const { onChanged } = browser.cookies;
    if (!isLookedAt) onChanged.removeListener(this.#hear);
    else if (!onChanged.hasListener(this.#hear)) onChanged.addListener(this.#hear);
  }

  readonly #hear = ({ cookie }: { cookie: { domain: string } }): void =>
    this.#changed(cookie.domain);
}
