import type { Page } from 'puppeteer-core';
import type { Carrier, Format, Mechanism, Role } from '../../src/engine/model.js';

export type Half = 'tuning' | 'held-out';
export type Step =
  | 'anonymous'
  | 'failed-login'
  | 'login'
  | 'use'
  | 'refresh'
  | 'logout'
  | 'login-2';

/** Steps of a visit in which somebody logs in. */
export const LOGIN_STEPS: readonly string[] = ['login', 'login-2'] satisfies Step[];

/** What one value is by the documentation of the software that made it. */
export interface Label {
  carrier: Carrier;
  /** Cookie name, header name, parameter, form field, storage key with JSON pointer. */
  name: string | RegExp;
  /** Host that it belongs to, where the same name stands for something else on another one. */
  host?: string;
  /** More than one role only where the documentation leaves it open. */
  role: Role | readonly Role[];
  format?: Format;
}

export interface Truth {
  /** More than one only where the documentation describes both at once. */
  mechanism: Mechanism | readonly Mechanism[];
  /** Site to be judged where there is more than one (the first one visited otherwise). */
  host: string;
  /** The page forgets what it sends: there is a logout where the mechanism alone has none. */
  forgets?: true;
  credentials: readonly Label[];
}

export interface Running {
  /** Origin, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

export interface Visit {
  page: Page;
  url: string;
  /**
   * Says what comes next; storage is recorded before `login`, `logout` and `login-2`, and at the
   * end.
   */
  step(name: Step): Promise<void>;
}

/** Real server software with a login, how a person uses it in a browser, and what is true of it. */
export interface Stack {
  name: string;
  half: Half;
  /** Documentation that the truth was taken from. */
  docs: readonly string[];
  /** Why nobody can log in a second time, where the visit has no step `login-2`. */
  noSecondLogin?: string;
  truth: Truth;
  start(): Promise<Running>;
  visit(visit: Visit): Promise<void>;
}

/** Something that an expert says of a finding, beside what follows from roles and attributes. */
export interface FindingLabel {
  ruleId: string;
  /** Name of the cookie, header, parameter, field or storage key. */
  name: string | RegExp;
}

/** What is judged of a stack, be it one of ours or an application. */
export type JudgedStack = Stack & {
  kind?: 'application' | 'visit';
  /** Findings that the truth asks for, or forbids, against what roles and attributes say. */
  findings?: { asked?: readonly FindingLabel[]; forbidden?: readonly FindingLabel[] };
};
