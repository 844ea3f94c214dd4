import type { Credential, Exchange, Header } from '../model.js';
import { originOf, parseUrl } from '../normalize/addresses/site.js';
import { isHttpAuthentication } from './own-headers.js';

/** Where a browser answers for its user without being asked (RFC 7617 §2.2). */
interface Space {
  readonly origin: string;
  /** At it or deeper. */
  readonly folder: string;
  readonly header: Header;
  readonly carried: readonly Credential[];
}

/**
 * Once challenged, a browser answers for its user in all requests of the same protection space, and
 * shows that header to no extension: such a request carries it as well.
 */
export class ProtectionSpaces {
  readonly #spaces: Space[] = [];

  /** The exchange as it was sent, as far as that is known, with what it carried. */
  asSent(
    exchange: Exchange,
    carried: readonly Credential[],
  ): { exchange: Exchange; carried: readonly Credential[] } {
    const { url, request } = exchange;
    const own = request.headers.find(({ name }) => name === 'authorization');
    if (own) {
      if (isHttpAuthentication(own)) this.#add(url, own, carried);
      return { exchange, carried };
    }
    const path = parseUrl(url)?.pathname ?? '';
    const space = this.#spaces.find(
      ({ origin, folder }) => origin === originOf(url) && path.startsWith(folder),
    );
    if (!space) return { exchange, carried };
    const headers = [...request.headers, space.header];
    return {
      exchange: { ...exchange, request: { ...request, headers } },
      carried: [...carried, ...space.carried],
    };
  }

  #add(url: string, header: Header, carried: readonly Credential[]): void {
    const folder = (parseUrl(url)?.pathname ?? '/').replace(/[^/]*$/, '');
    const basic = carried.filter(({ role }) => role === 'basic');
    if (basic.length > 0)
      this.#spaces.unshift({ origin: originOf(url), folder, header, carried: basic });
  }
}
