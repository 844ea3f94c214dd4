import type { LoginForm } from '../../model.js';
import type { Watched } from '../watched-exchange.js';
import { withLatest } from '../latest.js';
import { isSubmittedBy } from './submitted-form.js';

const KEPT = 16;

export interface SavedSubmissions {
  forms: LoginForm[];
  posts: Watched[];
}

/**
 * Forms with a password field that were submitted, and requests that sent something: either may be
 * told before the other.
 */
export class Submissions {
  #forms: LoginForm[] = [];
  #posts: Watched[] = [];

  /** Notes a form; returns what was sent of it already. */
  submitted(form: LoginForm): Watched[] {
    // Whoever submits a page's form again got nowhere by it before.
    this.#forms = withLatest(this.#forms, form, KEPT, ({ pageUrl }) => pageUrl === form.pageUrl);
    return this.#posts.filter((post) => isSubmittedBy(form, post));
  }

  /** Notes what was sent; returns the form that it was in. */
  sent(post: Watched): LoginForm | undefined {
    this.#posts = [...this.#posts, post].slice(-KEPT);
    return this.formOf(post);
  }

  formOf(post: Watched): LoginForm | undefined {
    return this.#forms.find((one) => isSubmittedBy(one, post));
  }

  postOf(exchangeId: string): Watched | undefined {
    return this.#posts.find(({ ref }) => ref.id === exchangeId);
  }

  /** A form is submitted once: what its page sends after that is nothing of it. */
  isDone(form: LoginForm): void {
    this.#forms = this.#forms.filter((one) => one !== form);
  }

  /** It was told, and counts once. */
  forget(post: Watched): void {
    this.#posts = this.#posts.filter((other) => other !== post);
  }

  save(): SavedSubmissions {
    return { forms: this.#forms, posts: this.#posts };
  }

  restore({ forms, posts }: SavedSubmissions): void {
    this.#forms = forms;
    this.#posts = posts;
  }
}
