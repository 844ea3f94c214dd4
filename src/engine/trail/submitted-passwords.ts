import { isSafe } from '../methods.js';
import type { Exchange, LoginForm } from '../model.js';
import { pageOf } from '../moments/login/asking-pages.js';
import { isSubmittedBy } from '../moments/login/submitted-form.js';
import type { LoggedExchange } from './logged-exchange.js';
import type { PasswordUse } from './password-use.js';
import { type ResponseFacts, responseFactsOf } from './response-facts.js';

const KEPT = 16;

type Logged = Omit<LoggedExchange, 'count' | 'facts'>;

/**
 * What a request of a form would leave in the log, had it been known that there was a password in
 * it.
 */
interface Sent {
  entry: Logged;
  facts: ResponseFacts;
  gave: boolean;
  page?: string;
}

export interface SavedSubmittedPasswords {
  forms: readonly LoginForm[];
  sent: readonly Sent[];
}

/**
 * What pages tell of forms with a password that were submitted, put together with the requests that
 * sent them: bodies of requests are seen by nobody while the panel is closed. Each may come first.
 */
export class SubmittedPasswords {
  #forms: readonly LoginForm[];
  #sent: readonly Sent[];

  constructor(saved?: SavedSubmittedPasswords) {
    this.#forms = saved?.forms ?? [];
    this.#sent = saved?.sent ?? [];
  }

  save(): SavedSubmittedPasswords {
    return { forms: this.#forms, sent: this.#sent };
  }

  /**
   * A request was answered: what the log has of it, with what it had to do with a form that was
   * told before.
   */
  answered(exchange: Exchange, entry: Logged): Logged {
    if (entry.password !== undefined || isSafe(exchange.method)) return entry;
    const one = { entry, gave: entry.set.length > 0, ...pageOf(exchange) };
    const form = this.#forms.find((told) => isOf(told, one));
    if (form) return { ...entry, password: useOf(form, entry) };
    this.#sent = [...this.#sent, { ...one, facts: responseFactsOf(exchange) }].slice(-KEPT);
    return entry;
  }

  /**
   * A form was submitted: what the log has to have of requests that were answered before it was
   * told.
   */
  submitted(form: LoginForm): Omit<LoggedExchange, 'count'>[] {
    this.#forms = [...this.#forms, form].slice(-KEPT);
    const own = this.#sent.filter((one) => isOf(form, one));
    this.#sent = this.#sent.filter((one) => !own.includes(one));
    return own.map(({ entry, facts }) => ({ ...entry, facts, password: useOf(form, entry) }));
  }
}

function isOf(form: LoginForm, { entry: { ref, at }, gave, page }: Omit<Sent, 'facts'>): boolean {
  return isSubmittedBy(form, { ref, at, gave, ...(page === undefined ? {} : { page }) });
}

function useOf({ pageUrl }: LoginForm, { ref: { url } }: Logged): PasswordUse {
  return pageUrl.startsWith('http:') && url.startsWith('https:') ? 'from-http' : 'body';
}
